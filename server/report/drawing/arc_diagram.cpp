#include "server/report/drawing/arc_diagram.h"

#include "server/report/drawing/palette.h"

#include <algorithm>
#include <cmath>

namespace lintas::report {

namespace {

constexpr double step = 28;
constexpr double group_gap = 18;
constexpr double arc_margin = 16;

std::vector<double> positions(const ArcDiagram& diagram) {
    std::vector<double> all;
    double x = arc_margin;
    for (std::size_t at = 0; at < diagram.nodes.size(); ++at) {
        if (at > 0 && diagram.nodes[at].group != diagram.nodes[at - 1].group) x += group_gap;
        all.push_back(x);
        x += step;
    }
    return all;
}

struct Heights {
    double above = 30;
    double below = 30;
};

bool lies_above(const ArcDiagram& diagram, const Arc& arc) {
    return diagram.nodes.at(arc.from).group != diagram.nodes.at(arc.to).group;
}

double height_of(double first, double second) { return std::abs(first - second) * 0.3; }

Heights heights(const ArcDiagram& diagram, const std::vector<double>& x) {
    Heights found;
    for (const auto& arc : diagram.arcs) {
        auto& side = lies_above(diagram, arc) ? found.above : found.below;
        side = std::max(side, height_of(x.at(arc.from), x.at(arc.to)) + 8);
    }
    return found;
}

void draw_arc(Svg& svg, const Arc& arc, double from, double to, double base, bool above,
              double share) {
    const auto tip = height_of(from, to) * 4 / 3;
    const auto bend = coordinate(above ? base - tip : base + tip);
    svg.begin_hint(arc.hint);
    svg.path("M" + coordinate(from) + " " + coordinate(base) + "C" + coordinate(from) + " " + bend +
                 " " + coordinate(to) + " " + bend + " " + coordinate(to) + " " + coordinate(base),
             "", {series_style(above ? 0 : 1).color, 0.5 + 5 * share, {}, 0.5});
    svg.end_hint();
}

} // namespace

std::string draw(const ArcDiagram& diagram, const Caption& caption) {
    const auto x = positions(diagram);
    const auto [above, below] = heights(diagram, x);
    const auto upper = 18 + above;
    const auto lower = upper + 26; // the codes stand between the two
    const auto width = (x.empty() ? 0 : x.back()) + arc_margin;
    Svg svg{caption, std::max(width, 420.0), lower + below + 6};
    double heaviest = 0;
    for (const auto& arc : diagram.arcs) heaviest = std::max(heaviest, arc.weight);
    for (const auto& arc : diagram.arcs) {
        const bool is_above = lies_above(diagram, arc);
        if (arc.weight > 0)
            draw_arc(svg, arc, x[arc.from], x[arc.to], is_above ? upper : lower, is_above,
                     arc.weight / heaviest);
    }
    for (std::size_t at = 0; at < diagram.nodes.size(); ++at) {
        const auto& node = diagram.nodes[at];
        svg.begin_hint(node.hint);
        svg.circle(x[at], upper, 3, ink);
        svg.circle(x[at], lower, 3, ink);
        svg.text(x[at], upper + 17, node.code, {10.5, ink, Anchor::Middle, true});
        svg.end_hint();
        const bool opens = at == 0 || diagram.nodes[at - 1].group != node.group;
        if (opens && node.group < diagram.groups.size())
            svg.text(x[at] - 6, 12, diagram.groups[node.group], {11, faint_ink});
    }
    return svg.finish();
}

} // namespace lintas::report
