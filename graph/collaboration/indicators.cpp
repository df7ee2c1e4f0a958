#include "graph/collaboration/indicators.h"

#include <cmath>

namespace lintas::collaboration {

namespace {

std::optional<double> ratio(double above, double below) {
    if (below <= 0 || !std::isfinite(above / below)) return {};
    return above / below;
}

} // namespace

std::optional<double> salton(const TieCounts& counts) {
    return ratio(counts.joint, std::sqrt(counts.left * counts.right));
}

std::optional<double> jaccard(const TieCounts& counts) {
    return ratio(counts.joint, counts.left + counts.right - counts.joint);
}

std::optional<double> association_strength(const TieCounts& counts) {
    return ratio(counts.joint, counts.left * counts.right);
}

std::optional<double> relative_intensity(const TieCounts& counts) {
    const auto inside = ratio(counts.joint, counts.left);
    const auto outside = ratio(counts.right - counts.joint, counts.all - counts.left);
    return inside && outside ? ratio(*inside, *outside) : std::nullopt;
}

std::optional<double> probabilistic_affinity(const StrengthCounts& counts) {
    return ratio(counts.joint * counts.total, counts.left * counts.right);
}

double affinity_index(double affinity) {
    const auto square = affinity * affinity;
    return (square - 1) / (square + 1);
}

std::optional<double> expectation_without_self_pairs(const StrengthCounts& counts) {
    const auto& [joint, left, right, total] = counts;
    const auto there = ratio(right, total - left);
    const auto back = ratio(left, total - right);
    if (!there || !back) return {};
    return (left * *there + right * *back) / 2;
}

std::optional<double> external_internal_index(double external, double internal) {
    return external + internal > 0 ? std::optional{(external - internal) / (external + internal)}
                                   : std::nullopt;
}

std::optional<double> concentration(std::span<const double> strengths) {
    double sum = 0;
    double squares = 0;
    for (const auto strength : strengths) {
        sum += strength;
        squares += strength * strength;
    }
    return ratio(squares, sum * sum);
}

std::optional<double> participation_coefficient(std::span<const double> strengths) {
    const auto concentrated = concentration(strengths);
    return concentrated ? std::optional{1 - *concentrated} : std::nullopt;
}

std::optional<double> revealed_advantage(double of_both, double of_country, double of_topic,
                                         double all) {
    const auto inside = ratio(of_both, of_country);
    const auto outside = ratio(of_topic, all);
    return inside && outside ? ratio(*inside, *outside) : std::nullopt;
}

double symmetric_advantage(double advantage) { return (advantage - 1) / (advantage + 1); }

double shrunk_ratio(double observed, double expected) { return (observed + 2) / (expected + 2); }

} // namespace lintas::collaboration
