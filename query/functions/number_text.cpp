#include "query/functions/number_text.h"

#include "query/functions/unicode_text.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <limits>
#include <string>

namespace lintas::query {

namespace {

bool is_digit(char character) { return character >= '0' && character <= '9'; }

// Without white space and the plus sign that from_chars does not know. A second sign stays, to be
// wrong.
std::string_view bare(std::string_view text) {
    text = trim_end(trim_start(text));
    if (text.size() > 1 && text[0] == '+' && text[1] != '-') text.remove_prefix(1);
    return text;
}

// What from_chars leaves undecided: too large, or too small?
double beyond_range(std::string_view text) {
    return std::strtod(std::string{text}.c_str(), nullptr);
}

std::optional<double> read_bare_float(std::string_view text) {
    const auto digits = text.substr(text.starts_with('-') ? 1 : 0);
    if (text == "NaN") return std::numeric_limits<double>::quiet_NaN();
    if (digits == "Infinity")
        return (text == digits ? 1 : -1) * std::numeric_limits<double>::infinity();
    // from_chars would also read `inf` and `nan(7)`.
    if (digits.empty() || !(is_digit(digits[0]) || digits[0] == '.')) return std::nullopt;
    double number = 0;
    const auto [rest, error] = std::from_chars(text.begin(), text.end(), number);
    if (error == std::errc::invalid_argument || rest != text.end()) return std::nullopt;
    return error == std::errc{} ? number : beyond_range(text);
}

} // namespace

std::optional<std::int64_t> truncate_float(double value) {
    // -2^63 is a float, 2^63 - 1 is not; NaN fails the first comparison.
    constexpr double limit = 9223372036854775808.0;
    if (!(value >= -limit) || value >= limit) return std::nullopt;
    return static_cast<std::int64_t>(value);
}

std::optional<std::int64_t> read_integer(std::string_view text) {
    text = bare(text);
    std::int64_t number = 0;
    const auto [rest, error] = std::from_chars(text.begin(), text.end(), number);
    if (error == std::errc{} && rest == text.end()) return number;
    const bool has_plain_fraction =
        error == std::errc{} && *rest == '.' && std::all_of(rest + 1, text.end(), is_digit);
    if (has_plain_fraction) return number;
    // As a float it could be rounded into the range.
    if (error == std::errc::result_out_of_range) return std::nullopt;
    const auto floating = read_bare_float(text);
    return floating ? truncate_float(*floating) : std::nullopt;
}

std::optional<double> read_float(std::string_view text) { return read_bare_float(bare(text)); }

} // namespace lintas::query
