#include "graph/collaboration/way_search.h"

#include "graph/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace lintas::collaboration {

namespace {

constexpr auto never = std::numeric_limits<WayCost>::max();
constexpr double cost_scale = 1e12;
constexpr std::size_t most_beginnings = 2'000'000;
constexpr std::size_t ways_a_check = 256;

std::uint32_t last_layer(const WayLimits& limits, std::uint32_t most_ties) {
    if (limits.most_crossings < most_ties) return limits.most_crossings;
    return std::min(limits.fewest_crossings, most_ties + 1);
}

} // namespace

WayCost exact_cost(const TrustTie& tie, const WayLimits& limits) {
    return limits.by_trust ? std::llround(tie.cost() * cost_scale) : 1;
}

bool keeps_to(const TrustGraph& graph, const WayRules& rules, const WayLimits& limits,
              const std::vector<std::uint32_t>& actors, const std::vector<std::uint32_t>& ties) {
    if (ties.size() > rules.most_ties() ||
        (rules.is_fixed_length() && ties.size() != rules.most_ties()))
        return false;
    std::uint32_t crossings = 0;
    for (std::uint32_t at = 0; at < ties.size(); ++at) {
        if (!rules.allows(ties[at], at, actors[at], actors[at + 1])) return false;
        crossings += graph.ties()[ties[at]].crosses() ? 1 : 0;
    }
    return crossings >= limits.fewest_crossings && crossings <= limits.most_crossings;
}

Way way_along(const TrustGraph& graph, const WayRules& rules, const WayLimits& limits,
              std::vector<std::uint32_t> actors, const std::vector<std::uint32_t>& ties) {
    Way way;
    way.actors = std::move(actors);
    for (std::uint32_t at = 0; at < ties.size(); ++at) {
        const auto& tie = graph.ties()[ties[at]];
        way.steps.push_back({ties[at], rules.link(ties[at], at)});
        way.trust *= tie.trust();
        way.cost += limits.by_trust ? tie.cost() : 1;
        way.crossings += tie.crosses() ? 1 : 0;
    }
    return way;
}

bool WaySearch::Open::operator<(const Open& other) const { // the queue gives the largest first
    if (promised != other.promised) return promised > other.promised;
    const auto& one = beginning;
    const auto& two = other.beginning;
    if (one.actors.size() != two.actors.size()) return one.actors.size() > two.actors.size();
    return one.actors > two.actors;
}

WaySearch::WaySearch(const TrustGraph& graph, const WayRules& rules, std::uint32_t source,
                     std::uint32_t target, const WayLimits& limits, const algorithms::Work& work)
    : graph_{graph}, rules_{rules}, source_{source}, target_{target}, limits_{limits}, work_{work},
      last_layer_{last_layer(limits, rules.most_ties())} {
    for (const auto& tie : graph.ties()) {
        costs_.push_back(exact_cost(tie, limits));
        crosses_.push_back(tie.crosses() ? 1 : 0);
    }
    look_back();
    push({{source_}, {}, 0, 0});
}

std::optional<Way> WaySearch::next() {
    for (std::size_t steps = 0; !open_.empty(); ++steps) {
        if (steps % ways_a_check == 0) work_.check();
        const auto best = open_.top().beginning;
        open_.pop();
        if (best.actors.back() != target_)
            extend(best);
        else if (is_complete(best))
            return way_along(graph_, rules_, limits_, best.actors, best.ties);
    }
    return {};
}

std::uint32_t WaySearch::after(std::uint32_t crossings, std::uint32_t tie) const {
    const auto next = crossings + crosses_[tie];
    return saturates() ? std::min(next, last_layer_) : next;
}

bool WaySearch::is_enough(std::uint32_t crossings) const {
    return crossings >= std::min(limits_.fewest_crossings, last_layer_);
}

WayCost& WaySearch::left(std::uint32_t ties, std::uint32_t crossings, std::uint32_t actor) {
    return left_[(std::size_t{ties} * (last_layer_ + 1) + crossings) * graph_.actors() + actor];
}

// left(t, c, v): the least to pay from v to the target after c crossings with at most t more ties,
// when actors may be visited twice.
void WaySearch::look_back() {
    const auto most = rules_.most_ties();
    left_.assign(std::size_t{most + 1} * (last_layer_ + 1) * graph_.actors(), never);
    for (std::uint32_t ties = 0; ties <= most; ++ties)
        for (std::uint32_t layer = 0; layer <= last_layer_; ++layer) {
            work_.check();
            if (is_enough(layer) && (!rules_.is_fixed_length() || ties == 0))
                left(ties, layer, target_) = 0;
            if (ties > 0) settle(ties, layer);
        }
}

void WaySearch::settle(std::uint32_t ties, std::uint32_t layer) {
    const auto number = rules_.most_ties() - ties;
    for (std::uint32_t tie = 0; tie < graph_.ties().size(); ++tie) {
        const auto next = after(layer, tie);
        if (next > last_layer_) continue;
        const auto& own = graph_.ties()[tie];
        for (const auto& [from, to] : {std::pair{own.left, own.right}, {own.right, own.left}}) {
            const auto rest = left(ties - 1, next, to);
            if (rest == never) continue;
            // Where the length is free, the place of a tie in the way does not matter.
            if (!rules_.allows(tie, number, from, to)) continue;
            auto& best = left(ties, layer, from);
            best = std::min(best, rest + costs_[tie]);
        }
    }
}

void WaySearch::push(Beginning beginning) {
    const auto used = static_cast<std::uint32_t>(beginning.ties.size());
    const auto rest = left(rules_.most_ties() - used, beginning.crossings, beginning.actors.back());
    if (rest == never) return;
    if (open_.size() >= most_beginnings)
        throw Error{ErrorCode::Limit,
                    fmt::format("More than {} beginnings of ways would have to be kept; allow "
                                "fewer ties or ask for fewer ways",
                                most_beginnings)};
    open_.push({beginning.cost + rest, std::move(beginning)});
}

bool WaySearch::is_complete(const Beginning& beginning) const {
    return is_enough(beginning.crossings) &&
           (!rules_.is_fixed_length() || beginning.ties.size() == rules_.most_ties());
}

void WaySearch::extend(const Beginning& beginning) {
    const auto used = static_cast<std::uint32_t>(beginning.ties.size());
    if (used == rules_.most_ties()) return;
    const auto from = beginning.actors.back();
    for (const auto tie : graph_.ties_of(from)) {
        const auto to = graph_.other_end(tie, from);
        if (std::ranges::find(beginning.actors, to) != beginning.actors.end()) continue;
        const auto crossings = after(beginning.crossings, tie);
        if (crossings > last_layer_ || !rules_.allows(tie, used, from, to)) continue;
        auto longer = beginning;
        longer.actors.push_back(to);
        longer.ties.push_back(tie);
        longer.cost += costs_[tie];
        longer.crossings = crossings;
        push(std::move(longer));
    }
}

} // namespace lintas::collaboration
