// The words of the report: a catalogue of keys and texts, one file a language. What a translation
// lacks is said in English.
//
// Invariant: every key that the code asks for by text() is in the English catalogue.
#pragma once

#include "graph/value.h"

#include <optional>
#include <string>
#include <string_view>

namespace lintas::report {

class Texts {
public:
    // `own` may be empty; both are flat maps of texts.
    Texts(Map own, Map english);

    // BCP 47, of the catalogue.
    std::string language() const { return text("language"); }
    // REQUIRES: there is such a key.
    std::string text(std::string_view key) const;
    std::optional<std::string> find(std::string_view key) const;
    // With {name} replaced by what `names` says.
    std::string text(std::string_view key, const Map& names) const;

    // The same, with {name} replaced in every text, whoever asks for it.
    Texts with(Map names) const;

    // All texts, those of English where there are no others.
    Map all() const;

private:
    std::optional<std::string> raw(std::string_view key) const;

    Map own_;
    Map english_;
    Map names_;
};

// Reads a catalogue. Input error for text that is not a flat object of texts; `what` names it.
Map read_catalogue(std::string_view json, std::string_view what);

} // namespace lintas::report
