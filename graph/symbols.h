// The catalogue's names: labels, relationship types and property keys, each with its dense id.
//
// Invariant: ids run from 0 without gaps in the order in which the names were added, and a name
// keeps its id for the life of a store. Names are case-sensitive UTF-8.
#pragma once

#include "graph/ids.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lintas {

template <typename Id> class Names {
public:
    std::optional<Id> find(std::string_view name) const {
        const auto found = ids_.find(name);
        return found == ids_.end() ? std::nullopt : std::optional{found->second};
    }
    // REQUIRES: the id was given by this list.
    const std::string& name(Id id) const { return names_.at(raw(id)); }
    Id add(std::string_view name) {
        if (const auto known = find(name)) return *known;
        const auto id = Id{static_cast<std::uint32_t>(names_.size())};
        names_.emplace_back(name);
        ids_.emplace(name, id);
        return id;
    }
    // All names; the position is the id.
    const std::vector<std::string>& all() const { return names_; }

private:
    std::vector<std::string> names_;
    std::map<std::string, Id, std::less<>> ids_;
};

struct Symbols {
    Names<LabelId> labels;
    Names<TypeId> types;
    Names<KeyId> keys;
};

} // namespace lintas
