#include "graph/collaboration/new_ties.h"

#include "graph/algorithms/random.h"

namespace lintas::collaboration {

namespace {

CountedPointer known_until(const Reader& reader, const EvaluationOptions& options) {
    auto scope = options.scope;
    scope.unit = Unit::Institution;
    scope.from_year = {};
    scope.to_year = options.train_to;
    return counted(reader, scope);
}

} // namespace

NewTies::NewTies(const Reader& reader, const EvaluationOptions& options)
    : counted_{known_until(reader, options)}, across_countries_{options.across_countries},
      came_(train().units.size()) {
    auto scope = options.scope;
    scope.unit = Unit::Institution;
    scope.from_year = options.test_from;
    scope.to_year = options.test_to;
    const auto test = project(train().network, scope);
    std::vector<std::uint32_t> number(test.units.size(), nothing);
    for (std::uint32_t unit = 0; unit < number.size(); ++unit)
        number[unit] = train().find_unit(test.units[unit]);
    for (const auto& pair : count(test).pairs) {
        const auto left = number[pair.left];
        const auto right = number[pair.right];
        if (left == nothing || right == nothing || !is_open(left, right)) continue;
        came_[left].insert(right);
        came_[right].insert(left);
    }
}

bool NewTies::is_open(std::uint32_t unit, std::uint32_t other) const {
    return unit != other && !counted_->ties.out().has(unit, other) &&
           (!across_countries_ || train().countries[unit] != train().countries[other]);
}

std::vector<std::uint32_t> NewTies::sample(const EvaluationOptions& options,
                                           const std::function<bool(std::uint32_t)>& may_be) const {
    std::vector<std::uint32_t> sampled;
    for (std::uint32_t unit = 0; unit < came_.size(); ++unit)
        if (!came_[unit].empty() && may_be(unit)) sampled.push_back(unit);
    algorithms::Random random{options.seed};
    random.shuffle(std::span{sampled});
    if (sampled.size() > options.sample) sampled.resize(options.sample);
    return sampled;
}

} // namespace lintas::collaboration
