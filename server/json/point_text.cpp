#include "server/json/point_text.h"

#include "graph/error.h"
#include "graph/value.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <optional>

namespace lintas::server {

namespace {

std::optional<Crs> crs_of(std::string_view srid) {
    if (srid == "4326") return Crs::Wgs84;
    if (srid == "4979") return Crs::Wgs84_3d;
    if (srid == "7203") return Crs::Cartesian;
    if (srid == "9157") return Crs::Cartesian3d;
    return std::nullopt;
}

// Takes what the text begins with off it.
bool take(std::string_view& text, std::string_view beginning) {
    if (!text.starts_with(beginning)) return false;
    text.remove_prefix(beginning.size());
    return true;
}

std::optional<double> take_number(std::string_view& text) {
    double number = 0;
    const auto [stop, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (code != std::errc{} || !std::isfinite(number)) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
    return number;
}

std::optional<Point> parse_point(std::string_view text) {
    if (!take(text, "SRID=")) return std::nullopt;
    const auto end = text.find(';');
    if (end == text.npos) return std::nullopt;
    const auto crs = crs_of(text.substr(0, end));
    if (!crs) return std::nullopt;
    text.remove_prefix(end);
    const auto height = has_height(*crs);
    if (!take(text, height ? ";POINT Z (" : ";POINT (")) return std::nullopt;
    Point point{.crs = *crs};
    for (auto* coordinate : {&point.x, &point.y, &point.z}) {
        if (coordinate == &point.z && !height) break;
        if (coordinate != &point.x && !take(text, " ")) return std::nullopt;
        const auto number = take_number(text);
        if (!number) return std::nullopt;
        *coordinate = *number;
    }
    return text == ")" ? std::optional{point} : std::nullopt;
}

} // namespace

std::string to_text(const Point& point) {
    const auto srid = static_cast<unsigned>(point.crs);
    const auto x = lintas::to_text(point.x);
    const auto y = lintas::to_text(point.y);
    if (!has_height(point.crs)) return fmt::format("SRID={};POINT ({} {})", srid, x, y);
    return fmt::format("SRID={};POINT Z ({} {} {})", srid, x, y, lintas::to_text(point.z));
}

Point read_point(std::string_view text) {
    if (const auto point = parse_point(text)) return *point;
    throw Error{ErrorCode::Input, fmt::format("`{}` is no point; one is written "
                                              "`SRID=4326;POINT (101.65 3.12)`",
                                              text)};
}

} // namespace lintas::server
