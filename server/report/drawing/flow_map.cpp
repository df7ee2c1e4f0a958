#include "server/report/drawing/flow_map.h"

#include "server/report/drawing/palette.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace lintas::report {

namespace {

constexpr double panel_height = 400;
constexpr double gap = 26;
constexpr std::string_view sea = "#fafcfd";

struct Panel {
    const Window* window;
    double left = 0;
    double width = 0;

    double scale() const { return panel_height / window->height(); }
    double x(const Position& place) const { return left + window->across(place) * scale(); }
    double y(const Position& place) const { return window->down(place) * scale(); }
};

struct Point {
    double x = 0;
    double y = 0;
};

struct Box {
    double left, top, right, bottom;

    bool meets(const Box& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
};

std::vector<Panel> panels() {
    std::vector<Panel> all;
    double left = 0;
    for (const auto& window : windows) {
        Panel panel{&window, left, 0};
        panel.width = window.width() * panel.scale();
        left += panel.width + gap;
        all.push_back(panel);
    }
    return all;
}

std::optional<Point> place_on(const std::vector<Panel>& all, const Position& position) {
    for (const auto& panel : all)
        if (panel.window->holds(position)) return Point{panel.x(position), panel.y(position)};
    return std::nullopt;
}

// Points that a reader cannot tell apart are drawn once; what is smaller than that is left out.
std::string outline(const Panel& panel, const Ring& ring) {
    constexpr double nearest = 0.6;
    std::string data;
    std::optional<Point> before;
    std::size_t points = 0;
    for (const auto& position : cut(ring, *panel.window)) {
        const Point point{panel.x(position), panel.y(position)};
        if (before && std::hypot(point.x - before->x, point.y - before->y) < nearest) continue;
        data += (before ? "L" : "M") + coordinate(point.x) + " " + coordinate(point.y);
        before = point;
        ++points;
    }
    return points < 3 ? "" : data + "Z";
}

void draw_panel(Svg& svg, const Panel& panel, const std::vector<Ring>& borders) {
    svg.rectangle(panel.left, 0, panel.width, panel_height, sea, {grid_line, 1});
    std::string data;
    for (const auto& ring : borders) data += outline(panel, ring);
    svg.path(data, land, {"#b5b5b5", 0.5});
}

void draw_flow(Svg& svg, const Point& from, const Point& to, double share, const MapFlow& flow) {
    const Point bend{(from.x + to.x) / 2,
                     std::min(from.y, to.y) - 20 - std::abs(from.x - to.x) / 8};
    svg.begin_hint(flow.hint);
    svg.path("M" + coordinate(from.x) + " " + coordinate(from.y) + "Q" + coordinate(bend.x) + " " +
                 coordinate(bend.y) + " " + coordinate(to.x) + " " + coordinate(to.y),
             "", {series_style(0).color, 0.6 + 5 * share, {}, 0.6});
    svg.end_hint();
}

// Beside the ring, where no label stands yet; else to its right all the same.
Box free_box(const Point& at, double radius, const std::vector<Box>& taken) {
    constexpr double wide = 15;
    constexpr double high = 10;
    const auto beside = radius + 2;
    const Box candidates[] = {
        {at.x + beside, at.y - high / 2, at.x + beside + wide, at.y + high / 2},
        {at.x - beside - wide, at.y - high / 2, at.x - beside, at.y + high / 2},
        {at.x - wide / 2, at.y - beside - high, at.x + wide / 2, at.y - beside},
        {at.x - wide / 2, at.y + beside, at.x + wide / 2, at.y + beside + high},
    };
    for (const auto& box : candidates)
        if (std::ranges::none_of(taken, [&](const Box& other) { return box.meets(other); }))
            return box;
    return candidates[0];
}

void draw_places(Svg& svg, const FlowMap& map, const std::vector<std::optional<Point>>& points) {
    double heaviest = 0;
    for (const auto& place : map.places) heaviest = std::max(heaviest, place.weight);
    std::vector<Box> taken;
    for (std::size_t at = 0; at < map.places.size(); ++at)
        if (const auto& point = points[at])
            taken.push_back({point->x - 3, point->y - 3, point->x + 3, point->y + 3});
    for (std::size_t at = 0; at < map.places.size(); ++at) {
        const auto& place = map.places[at];
        if (!points[at]) continue;
        const auto radius = 3 + 6 * std::sqrt(heaviest > 0 ? place.weight / heaviest : 0);
        svg.begin_hint(place.hint);
        svg.circle(points[at]->x, points[at]->y, radius, "#ffffff", {series_style(1).color, 2});
        const auto box = free_box(*points[at], radius, taken);
        taken.push_back(box);
        svg.rectangle(box.left, box.top, box.right - box.left, box.bottom - box.top, "#ffffff");
        svg.text((box.left + box.right) / 2, box.bottom - 1.5, place.code,
                 {9, ink, Anchor::Middle, true});
        svg.end_hint();
    }
}

} // namespace

std::string draw(const FlowMap& map, const Caption& caption) {
    const auto all = panels();
    constexpr double edge = 1; // so that the last panel has its right side
    Svg svg{caption, all.back().left + all.back().width + edge, panel_height + 20};
    for (const auto& panel : all) draw_panel(svg, panel, map.borders);
    std::vector<std::optional<Point>> points;
    for (const auto& place : map.places) points.push_back(place_on(all, place.position));
    double heaviest = 0;
    for (const auto& flow : map.flows) heaviest = std::max(heaviest, flow.weight);
    for (const auto& flow : map.flows) {
        const auto& from = points.at(flow.from);
        const auto& to = points.at(flow.to);
        if (from && to && flow.weight > 0) draw_flow(svg, *from, *to, flow.weight / heaviest, flow);
    }
    draw_places(svg, map, points);
    svg.text(2, panel_height + 14, map.disclaimer, {9, faint_ink});
    return svg.finish();
}

} // namespace lintas::report
