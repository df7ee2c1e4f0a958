#include "query/functions/rounding.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace lintas::query {

namespace {

// What is cut off, against half a unit of the last place that stays.
enum class Rest { Zero, BelowHalf, Half, AboveHalf };

Rest rest_of(std::string_view digits) {
    if (digits.find_first_not_of('0') == std::string_view::npos) return Rest::Zero;
    if (digits[0] != '5') return digits[0] < '5' ? Rest::BelowHalf : Rest::AboveHalf;
    const bool is_half = digits.find_first_not_of('0', 1) == std::string_view::npos;
    return is_half ? Rest::Half : Rest::AboveHalf;
}

bool grows(RoundingMode mode, Rest rest, bool negative, bool is_odd) {
    if (rest == Rest::Zero) return false;
    switch (mode) {
    case RoundingMode::Up: return true;
    case RoundingMode::Down: return false;
    case RoundingMode::Ceiling: return !negative;
    case RoundingMode::Floor: return negative;
    case RoundingMode::HalfUp: return rest >= Rest::Half;
    case RoundingMode::HalfDown: return rest == Rest::AboveHalf;
    case RoundingMode::HalfEven: return rest == Rest::AboveHalf || (rest == Rest::Half && is_odd);
    }
    return false;
}

// Adds one to the last place of a number like `9.99`.
void add_unit(std::string& text) {
    for (auto at = text.size(); at-- > 0;) {
        if (text[at] == '.') continue;
        if (text[at] != '9') {
            ++text[at];
            return;
        }
        text[at] = '0';
    }
    text.insert(0, 1, '1');
}

} // namespace

double round_decimal(double value, std::size_t places, RoundingMode mode) {
    if (!std::isfinite(value)) return value;
    // The shortest text has at most 309 digits before the point, or 324 after it.
    std::array<char, 400> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                       std::fabs(value), std::chars_format::fixed);
    std::string text{buffer.data(), written.ptr};
    const auto point = text.find('.');
    if (point == std::string::npos || text.size() - point - 1 <= places) return value;
    const auto rest = rest_of(std::string_view{text}.substr(point + 1 + places));
    text.resize(places == 0 ? point : point + 1 + places);
    const bool is_odd = (text.back() - '0') % 2 != 0;
    if (grows(mode, rest, std::signbit(value), is_odd)) add_unit(text);
    double rounded = 0;
    std::from_chars(text.data(), text.data() + text.size(), rounded);
    return rounded != 0 && value < 0 ? -rounded : rounded;
}

} // namespace lintas::query
