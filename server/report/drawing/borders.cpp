#include "server/report/drawing/borders.h"

#include <charconv>
#include <cmath>
#include <numbers>
#include <optional>

namespace lintas::report {

namespace {

double stretch(const Window& window) {
    return std::cos((window.north + window.south) / 2 * std::numbers::pi / 180);
}

// Takes the text up to `separator` off the front.
std::string_view take(std::string_view& text, char separator) {
    const auto end = text.find(separator);
    const auto taken = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    return taken;
}

std::optional<double> read_number(std::string_view text) {
    double number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<Ring> read_ring(std::string_view line) {
    Ring ring;
    while (!line.empty()) {
        auto pair = take(line, ' ');
        const auto longitude = read_number(take(pair, ','));
        const auto latitude = read_number(pair);
        if (!longitude || !latitude) return std::nullopt;
        ring.push_back({*latitude, *longitude});
    }
    return ring.size() < 3 ? std::nullopt : std::optional{ring};
}

} // namespace

bool Window::holds(const Position& place) const {
    return place.longitude >= west && place.longitude <= east && place.latitude >= south &&
           place.latitude <= north;
}

double Window::width() const { return (east - west) * stretch(*this); }

double Window::across(const Position& place) const {
    return (place.longitude - west) * stretch(*this);
}

// A line is the number of its window, then the points "longitude,latitude".
std::vector<std::vector<Ring>> read_borders(std::string_view text) {
    std::vector<std::vector<Ring>> rings(std::size(windows));
    while (!text.empty()) {
        auto line = take(text, '\n');
        const auto window = read_number(take(line, ' '));
        if (!window || *window < 0 || *window >= static_cast<double>(rings.size())) continue;
        if (auto ring = read_ring(line)) rings[static_cast<std::size_t>(*window)].push_back(*ring);
    }
    return rings;
}

} // namespace lintas::report
