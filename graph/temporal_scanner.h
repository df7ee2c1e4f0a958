// Reads the characters of a temporal value's text from left to right.
//
// Invariant: a step that does not find what it looks for consumes nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace lintas {

class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_{text} {}

    bool at_end() const { return rest_.empty(); }
    std::string_view rest() const { return rest_; }
    bool next_is(char character) const { return rest_.starts_with(character); }

    bool skip(char character) {
        if (!next_is(character)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    // How many digits come next?
    std::size_t digit_count() const {
        const auto end = rest_.find_first_not_of("0123456789");
        return end == std::string_view::npos ? rest_.size() : end;
    }

    // Exactly so many digits as a number. More may follow. REQUIRES: count 1 to 9.
    std::optional<int> digits(std::size_t count) {
        if (digit_count() < count) return {};
        int number = 0;
        for (const char digit : rest_.substr(0, count)) number = number * 10 + (digit - '0');
        rest_.remove_prefix(count);
        return number;
    }

    // All digits that come next, if there are 1 to `most` of them. REQUIRES: most 1 to 9.
    std::optional<int> digits_up_to(std::size_t most) {
        const auto count = digit_count();
        if (count == 0 || count > most) return {};
        return digits(count);
    }

    // The digits that come next, as text.
    std::string_view take_digits() {
        const auto taken = rest_.substr(0, digit_count());
        rest_.remove_prefix(taken.size());
        return taken;
    }

private:
    std::string_view rest_;
};

} // namespace lintas
