#include "server/report/drawing/palette.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace lintas::report {

namespace {

constexpr Series series_table[] = {
    {"#0059a0", ""},    {"#b34700", "6 3"},  {"#00694d", "2 2"}, {"#8a3a6d", "8 3 2 3"},
    {"#6b5b00", "1 3"}, {"#1f6f93", "10 4"}, {"#333333", "4 4"}, {"#a3282f", "12 3 3 3"},
};

// One hue, so that darker means more in greyscale too.
constexpr std::string_view ramp_table[ramp_steps] = {"#f3f6fa", "#cfdff0", "#9cc0e0", "#3272a9",
                                                     "#0b4a82"};

double channel(std::string_view color, std::size_t at) {
    int value = 0;
    std::from_chars(color.data() + 1 + 2 * at, color.data() + 3 + 2 * at, value, 16);
    const double share = value / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(std::string_view color) {
    return 0.2126 * channel(color, 0) + 0.7152 * channel(color, 1) + 0.0722 * channel(color, 2);
}

} // namespace

const Series& series_style(std::size_t position) {
    return series_table[position % std::size(series_table)];
}

std::string_view ramp(std::size_t step) { return ramp_table[std::min(step, ramp_steps - 1)]; }

std::string_view ink_on(std::string_view fill) {
    constexpr std::string_view white = "#ffffff";
    return contrast(fill, ink) >= contrast(fill, white) ? ink : white;
}

double contrast(std::string_view first, std::string_view second) {
    const auto one = luminance(first);
    const auto other = luminance(second);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

} // namespace lintas::report
