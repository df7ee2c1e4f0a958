#include "query/functions/text_split.h"

#include "query/functions/limits.h"
#include "query/functions/unicode_text.h"

namespace lintas::query {

namespace {

constexpr auto nowhere = std::string_view::npos;

// A delimiter and where it comes next. The place is kept while it lies ahead, so that a rare
// delimiter beside a frequent one is not searched to the end of the text for every piece.
struct Delimiter {
    std::string_view delimiter;
    std::size_t next = 0;

    void look(std::string_view text, std::size_t from) {
        if (!delimiter.empty()) {
            next = text.find(delimiter, from);
            return;
        }
        const auto after = from + byte_of_code_point(text.substr(from), 1);
        next = after < text.size() ? after : nowhere;
    }
    bool comes_before(const Delimiter& other) const {
        return next < other.next ||
               (next == other.next && delimiter.size() > other.delimiter.size());
    }
};

class Cutter {
public:
    Cutter(std::string_view text, std::span<const std::string_view> delimiters) : text_{text} {
        for (const auto delimiter : delimiters) {
            delimiters_.push_back({delimiter});
            delimiters_.back().look(text, 0);
        }
    }

    // The delimiter that ends the piece which begins at `from`, nullptr for the last piece.
    const Delimiter* next(std::size_t from) {
        const Delimiter* first = nullptr;
        for (auto& delimiter : delimiters_) {
            const bool is_behind = delimiter.next < from;
            const bool cuts_nothing = delimiter.delimiter.empty() && delimiter.next == from;
            if (is_behind || cuts_nothing) delimiter.look(text_, from);
            if (delimiter.next == nowhere) continue;
            if (!first || delimiter.comes_before(*first)) first = &delimiter;
        }
        return first;
    }

private:
    std::string_view text_;
    std::vector<Delimiter> delimiters_;
};

} // namespace

std::vector<std::string_view> split_text(std::string_view text,
                                         std::span<const std::string_view> delimiters) {
    std::vector<std::string_view> pieces;
    Cutter cutter{text, delimiters};
    std::size_t from = 0;
    while (const auto* delimiter = cutter.next(from)) {
        pieces.push_back(text.substr(from, delimiter->next - from));
        check_list_size(pieces.size());
        from = delimiter->next + delimiter->delimiter.size();
    }
    pieces.push_back(text.substr(from));
    return pieces;
}

} // namespace lintas::query
