#include "server/report/drawing/network_layout.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lintas::report {

namespace {

constexpr int rounds = 220;
constexpr double closest = 1e-4;

std::vector<Spot> circle(std::size_t nodes) {
    std::vector<Spot> spots;
    for (std::size_t at = 0; at < nodes; ++at) {
        // A spiral rather than a ring, so that no two nodes pull each other exactly sideways.
        const auto angle = 2.399963229728653 * static_cast<double>(at);
        const auto radius = std::sqrt((static_cast<double>(at) + 0.5) / static_cast<double>(nodes));
        spots.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    }
    return spots;
}

Spot operator-(const Spot& one, const Spot& other) { return {one.x - other.x, one.y - other.y}; }

double length(const Spot& way) { return std::max(closest, std::hypot(way.x, way.y)); }

void add(Spot& spot, const Spot& way, double factor) {
    spot.x += way.x * factor;
    spot.y += way.y * factor;
}

void push_apart(const std::vector<Spot>& spots, double ideal, std::vector<Spot>& moves) {
    for (std::size_t one = 0; one < spots.size(); ++one)
        for (std::size_t other = one + 1; other < spots.size(); ++other) {
            const auto way = spots[one] - spots[other];
            const auto distance = length(way);
            const auto force = ideal * ideal / (distance * distance);
            add(moves[one], way, force);
            add(moves[other], way, -force);
        }
}

void fit_into_square(std::vector<Spot>& spots) {
    if (spots.empty()) return;
    const auto [left, right] = std::ranges::minmax(spots, {}, &Spot::x);
    const auto [top, bottom] = std::ranges::minmax(spots, {}, &Spot::y);
    const auto wide = std::max(closest, right.x - left.x);
    const auto high = std::max(closest, bottom.y - top.y);
    const Spot corner{left.x, top.y};
    for (auto& spot : spots) spot = {(spot.x - corner.x) / wide, (spot.y - corner.y) / high};
}

} // namespace

std::vector<Spot> layout(std::size_t nodes,
                         const std::vector<std::pair<std::size_t, std::size_t>>& ties,
                         const std::vector<double>& strengths) {
    auto spots = circle(nodes);
    const auto ideal =
        std::sqrt(std::numbers::pi / static_cast<double>(std::max<std::size_t>(1, nodes)));
    const auto strongest =
        strengths.empty() ? 1.0 : std::max(1e-9, *std::ranges::max_element(strengths));
    for (int round = 0; round < rounds; ++round) {
        std::vector<Spot> moves(nodes);
        push_apart(spots, ideal, moves);
        for (std::size_t tie = 0; tie < ties.size(); ++tie) {
            const auto [from, to] = ties[tie];
            const auto way = spots.at(from) - spots.at(to);
            const auto force = length(way) / ideal * (0.4 + 0.6 * strengths[tie] / strongest);
            add(moves[from], way, -force);
            add(moves[to], way, force);
        }
        const auto heat = 0.12 * (1 - static_cast<double>(round) / rounds);
        for (std::size_t at = 0; at < nodes; ++at) {
            add(moves[at], spots[at], -0.35); // towards the middle, or the unconnected drift away
            const auto wanted = length(moves[at]);
            add(spots[at], moves[at], std::min(wanted, heat) / wanted);
        }
    }
    fit_into_square(spots);
    return spots;
}

} // namespace lintas::report
