#include "loaders/gml_reader.h"

#include "graph/error.h"
#include "loaders/character_entities.h"
#include "loaders/csv_scalar.h"
#include "loaders/line_reader.h"
#include "loaders/shown_text.h"
#include "loaders/utf8.h"

#include <fmt/format.h>

#include <cctype>
#include <cmath>

namespace lintas::loaders {
namespace {

constexpr int deepest_record = 64;

class GmlReader {
public:
    explicit GmlReader(const Input& input) : name_{input.name()} {
        LineReader lines{input.open()};
        for (std::string_view line; lines.next(line);) {
            text_ += line;
            text_ += '\n';
        }
        if (!is_utf8(text_)) fail("has text that is not UTF-8");
    }

    GmlList read() {
        auto list = read_list(0);
        if (at_ < text_.size()) fail("has a `]` that closes nothing");
        return list;
    }

private:
    void skip() {
        for (; at_ < text_.size(); ++at_) {
            const auto letter = text_[at_];
            if (letter == '\n') {
                ++line_;
            } else if (letter == '#') {
                while (at_ + 1 < text_.size() && text_[at_ + 1] != '\n') ++at_;
            } else if (letter != ' ' && letter != '\t') {
                return;
            }
        }
    }

    // Up to its `]`, or to the end of the text.
    GmlList read_list(int depth) {
        if (depth > deepest_record) fail("has lists in lists, too deep");
        GmlList list;
        for (skip(); at_ < text_.size() && text_[at_] != ']'; skip()) {
            GmlEntry entry;
            entry.line = line_;
            entry.key = word();
            if (entry.key.empty() || std::isdigit(static_cast<unsigned char>(entry.key[0])) != 0)
                fail("needs a key");
            read_value(entry, depth);
            list.push_back(std::move(entry));
        }
        return list;
    }

    void read_value(GmlEntry& entry, int depth) {
        skip();
        if (at_ == text_.size()) fail("ends after a key");
        if (text_[at_] == '[') {
            ++at_;
            entry.is_list = true;
            entry.list = read_list(depth + 1);
            if (at_ == text_.size()) fail("has a list without its `]`");
            ++at_;
        } else if (text_[at_] == '"') {
            entry.value = quoted();
        } else {
            entry.value = number(word());
        }
    }

    std::string word() {
        const auto begin = at_;
        while (at_ < text_.size() &&
               std::string_view{" \t\n[]\"#"}.find(text_[at_]) == std::string_view::npos)
            ++at_;
        return text_.substr(begin, at_ - begin);
    }

    Value number(const std::string& word) const {
        if (const auto integer = parse_integer(word, ScalarType::Long)) return *integer;
        const auto real = parse_float(word);
        if (!real || !std::isfinite(*real))
            fail(fmt::format("needs a number, a text or a list, not `{}`", shown_text(word)));
        return *real;
    }

    std::string quoted() {
        const auto begin = ++at_;
        while (at_ < text_.size() && text_[at_] != '"') line_ += text_[at_++] == '\n' ? 1 : 0;
        if (at_ == text_.size()) fail("has a text without its end");
        return without_entities(std::string_view{text_}.substr(begin, at_++ - begin));
    }

    [[noreturn]] void fail(std::string_view what) const {
        throw Error{ErrorCode::Input, fmt::format("Line {} of `{}` {}", line_, name_, what)};
    }

    std::string name_;
    std::string text_;
    std::size_t at_ = 0;
    std::uint64_t line_ = 1;
};

} // namespace

GmlList read_gml(const Input& input) { return GmlReader{input}.read(); }

} // namespace lintas::loaders
