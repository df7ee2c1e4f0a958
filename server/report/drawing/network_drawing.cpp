#include "server/report/drawing/network_drawing.h"

#include "server/report/drawing/network_layout.h"
#include "server/report/drawing/palette.h"

#include <algorithm>
#include <cmath>

namespace lintas::report {

namespace {

constexpr double width = 760;
constexpr double height = 470;
constexpr double margin = 34;

std::vector<Spot> places(const Network& network) {
    std::vector<std::pair<std::size_t, std::size_t>> ties;
    std::vector<double> strengths;
    for (const auto& tie : network.ties) {
        ties.emplace_back(tie.from, tie.to);
        strengths.push_back(tie.weight);
    }
    auto spots = layout(network.nodes.size(), ties, strengths);
    for (auto& spot : spots)
        spot = {margin + spot.x * (width - 2 * margin - 40),
                margin + spot.y * (height - 2 * margin)};
    return spots;
}

void draw_shape(Svg& svg, std::size_t group, double x, double y, double size) {
    const auto& style = series_style(group);
    if (group == 1)
        svg.rectangle(x - size, y - size, 2 * size, 2 * size, style.color, {"#ffffff", 1});
    else
        svg.circle(x, y, group == 0 ? size : size / 2, style.color, {"#ffffff", 1});
}

void draw_legend(Svg& svg, const Network& network) {
    double x = margin;
    for (std::size_t group = 0; group < network.groups.size(); ++group) {
        draw_shape(svg, group, x, height - 9, 5);
        svg.text(x + 10, height - 5, network.groups[group], {10.5, ink});
        x += 150;
    }
}

} // namespace

std::string draw(const Network& network, const Caption& caption) {
    const auto spots = places(network);
    double heaviest = 0;
    double largest = 0;
    for (const auto& tie : network.ties) heaviest = std::max(heaviest, tie.weight);
    for (const auto& node : network.nodes) largest = std::max(largest, node.weight);
    Svg svg{caption, width, height};
    for (const auto& tie : network.ties) {
        const auto& from = spots.at(tie.from);
        const auto& to = spots.at(tie.to);
        const auto share = heaviest > 0 ? tie.weight / heaviest : 0;
        svg.begin_hint(tie.hint);
        svg.line(from.x, from.y, to.x, to.y, {"#767676", 0.7 + 3 * share, {}, 0.7});
        svg.end_hint();
    }
    for (std::size_t at = 0; at < network.nodes.size(); ++at) {
        const auto& node = network.nodes[at];
        const auto size = 4 + 6 * std::sqrt(largest > 0 ? node.weight / largest : 0);
        svg.begin_hint(node.hint);
        draw_shape(svg, node.group, spots[at].x, spots[at].y, size);
        svg.text(spots[at].x + size + 2, spots[at].y + 3.5, node.label, {9, ink});
        svg.end_hint();
    }
    draw_legend(svg, network);
    return svg.finish();
}

} // namespace lintas::report
