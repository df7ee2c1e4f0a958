#include "server/report/drawing/borders.h"

#include <cmath>
#include <numbers>

namespace lintas::report {

namespace {

double stretch(const Window& window) {
    return std::cos((window.north + window.south) / 2 * std::numbers::pi / 180);
}

// An edge of a window: the axis that it limits, where, and on which side the inside is.
struct Edge {
    double Position::*axis;
    double limit;
    double sign;

    bool has_inside(const Position& point) const { return sign * (point.*axis - limit) >= 0; }
    Position crossing(const Position& from, const Position& to) const {
        const auto share = (limit - from.*axis) / (to.*axis - from.*axis);
        return {from.latitude + share * (to.latitude - from.latitude),
                from.longitude + share * (to.longitude - from.longitude)};
    }
};

Ring cut(const Ring& ring, const Edge& edge) {
    Ring kept;
    for (std::size_t at = 0; at < ring.size(); ++at) {
        const auto& before = ring[at == 0 ? ring.size() - 1 : at - 1];
        const auto& point = ring[at];
        if (edge.has_inside(before) != edge.has_inside(point))
            kept.push_back(edge.crossing(before, point));
        if (edge.has_inside(point)) kept.push_back(point);
    }
    return kept;
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

// Sutherland and Hodgman: keeps what lies on the inner side of one edge after another.
Ring cut(const Ring& ring, const Window& window) {
    auto kept = ring;
    for (const auto& edge :
         {Edge{&Position::longitude, window.west, 1}, Edge{&Position::longitude, window.east, -1},
          Edge{&Position::latitude, window.south, 1}, Edge{&Position::latitude, window.north, -1}})
        kept = cut(kept, edge);
    return kept;
}

} // namespace lintas::report
