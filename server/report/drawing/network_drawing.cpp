#include "server/report/drawing/network_drawing.h"

#include "server/report/drawing/network_layout.h"
#include "server/report/drawing/palette.h"

#include <algorithm>
#include <cmath>

namespace lintas::report {

namespace {

constexpr double drawn_width = 470;
constexpr double height = 470;
constexpr double network_margin = 16;
constexpr double key_left = drawn_width + 24;
constexpr double key_width = 430;
constexpr std::size_t longest_key = 62;

std::vector<Spot> places(const Network& network) {
    std::vector<std::pair<std::size_t, std::size_t>> ties;
    std::vector<double> strengths;
    for (const auto& tie : network.ties) {
        ties.emplace_back(tie.from, tie.to);
        strengths.push_back(tie.weight);
    }
    auto spots = layout(network.nodes.size(), ties, strengths);
    for (auto& spot : spots)
        spot = {network_margin + spot.x * (drawn_width - 2 * network_margin),
                network_margin + spot.y * (height - 2 * network_margin)};
    return spots;
}

void draw_shape(Svg& svg, std::size_t group, double x, double y, double size) {
    const auto& style = series_style(group);
    if (group == 1)
        svg.rectangle(x - size, y - size, 2 * size, 2 * size, style.color, {"#ffffff", 1});
    else
        svg.circle(x, y, size, style.color, {"#ffffff", 1});
}

// Cut between characters of UTF-8.
std::string shortened(const std::string& text) {
    if (text.size() <= longest_key) return text;
    auto end = longest_key;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    return text.substr(0, end) + "…";
}

// What the number of each node means, by groups.
void draw_key(Svg& svg, const Network& network) {
    const auto lines = static_cast<double>(network.nodes.size() + network.groups.size() + 1);
    const auto step = std::min(15.0, height / lines);
    double y = step;
    for (std::size_t group = 0; group < network.groups.size(); ++group) {
        draw_shape(svg, group, key_left + 6, y - 3.5, 5);
        svg.text(key_left + 18, y, network.groups[group], {10.5, ink, Anchor::Start, true});
        y += step;
        for (std::size_t at = 0; at < network.nodes.size(); ++at) {
            if (network.nodes[at].group != group) continue;
            svg.text(key_left + 14, y, std::to_string(at + 1), {9.5, ink, Anchor::End, true});
            svg.text(key_left + 18, y, shortened(network.nodes[at].label), {9.5, ink});
            y += step;
        }
    }
}

} // namespace

std::string draw(const Network& network, const Caption& caption) {
    const auto spots = places(network);
    double heaviest = 0;
    double largest = 0;
    for (const auto& tie : network.ties) heaviest = std::max(heaviest, tie.weight);
    for (const auto& node : network.nodes) largest = std::max(largest, node.weight);
    Svg svg{caption, key_left + key_width, height};
    for (const auto& tie : network.ties) {
        const auto& from = spots.at(tie.from);
        const auto& to = spots.at(tie.to);
        const auto share = heaviest > 0 ? tie.weight / heaviest : 0;
        svg.begin_hint(tie.hint);
        svg.line(from.x, from.y, to.x, to.y, {"#767676", 0.6 + 4 * share, {}, 0.7});
        svg.end_hint();
    }
    for (std::size_t at = 0; at < network.nodes.size(); ++at) {
        const auto& node = network.nodes[at];
        const auto size = 8 + 4 * std::sqrt(largest > 0 ? node.weight / largest : 0);
        svg.begin_hint(node.hint);
        draw_shape(svg, node.group, spots[at].x, spots[at].y, size);
        svg.text(spots[at].x, spots[at].y + 3.2, std::to_string(at + 1),
                 {9, "#ffffff", Anchor::Middle, true});
        svg.end_hint();
    }
    draw_key(svg, network);
    return svg.finish();
}

} // namespace lintas::report
