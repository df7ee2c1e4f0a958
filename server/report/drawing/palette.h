// The colors of the drawings: told apart by readers with any color vision, and by lightness or a
// second sign (dashes, shape, hatching) in greyscale print.
//
// Invariant: ink_on(fill) has a contrast of at least 4.5:1 with each fill of ramp().
#pragma once

#include <cstddef>
#include <string_view>

namespace lintas::report {

inline constexpr std::string_view ink = "#1a1a1a";
inline constexpr std::string_view faint_ink = "#595959"; // 7:1 on white
inline constexpr std::string_view grid_line = "#d0d0d0";
inline constexpr std::string_view land = "#ececec";

// Okabe and Ito's colors, darkened where text or thin lines need it.
struct Series {
    std::string_view color;
    std::string_view dashes;
};
// A way to draw the series at `position`; they repeat after eight.
const Series& series_style(std::size_t position);

inline constexpr std::size_t ramp_steps = 5;
// From light to dark.
std::string_view ramp(std::size_t step);
std::string_view ink_on(std::string_view fill);

// The WCAG contrast of two colors, 1 to 21.
double contrast(std::string_view first, std::string_view second);

} // namespace lintas::report
