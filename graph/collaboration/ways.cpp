#include "graph/collaboration/ways.h"

#include "graph/collaboration/way_pattern.h"
#include "graph/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <queue>

namespace lintas::collaboration {

namespace {

// Costs as whole numbers, so that sums do not depend on their order.
using Cost = std::int64_t;
constexpr Cost never = std::numeric_limits<Cost>::max();
constexpr double cost_scale = 1e12;
constexpr std::size_t most_beginnings = 2'000'000;

class Search {
public:
    Search(const TrustGraph& graph, const WayRules& rules, std::uint32_t source,
           std::uint32_t target, const WayLimits& limits, const algorithms::Work& work)
        : graph_{graph}, rules_{rules}, source_{source}, target_{target}, limits_{limits},
          work_{work}, last_layer_{last_layer(limits, rules.most_ties())} {
        for (const auto& tie : graph.ties()) {
            costs_.push_back(limits.by_trust ? std::llround(tie.cost() * cost_scale) : 1);
            crosses_.push_back(tie.crosses() ? 1 : 0);
        }
        look_back();
    }

    // Best first over beginnings, led by the least that is left to pay; so the first that arrive
    // are the best (Hart, Nilsson and Raphael 1968).
    std::vector<Way> find(std::size_t k) {
        std::vector<Way> found;
        push({{source_}, {}, 0, 0});
        for (std::size_t steps = 0; !open_.empty() && found.size() < k; ++steps) {
            if (steps % 256 == 0) work_.check();
            auto best = open_.top().beginning;
            open_.pop();
            if (best.actors.back() != target_)
                extend(best);
            else if (is_complete(best))
                found.push_back(finished(best));
        }
        return found;
    }

private:
    struct Beginning {
        std::vector<std::uint32_t> actors;
        std::vector<std::uint32_t> ties;
        Cost cost;
        std::uint32_t crossings;
    };
    struct Open {
        Cost promised; // what a way that begins so costs at least
        Beginning beginning;

        bool operator<(const Open& other) const { // the queue gives the largest first
            if (promised != other.promised) return promised > other.promised;
            const auto& one = beginning;
            const auto& two = other.beginning;
            if (one.actors.size() != two.actors.size())
                return one.actors.size() > two.actors.size();
            return one.actors > two.actors;
        }
    };

    // Crossings are counted up to where more make no difference.
    static std::uint32_t last_layer(const WayLimits& limits, std::uint32_t most_ties) {
        if (limits.most_crossings < most_ties) return limits.most_crossings;
        return std::min(limits.fewest_crossings, most_ties + 1);
    }
    bool saturates() const { return limits_.most_crossings >= rules_.most_ties(); }
    std::uint32_t after(std::uint32_t crossings, std::uint32_t tie) const {
        const auto next = crossings + crosses_[tie];
        return saturates() ? std::min(next, last_layer_) : next;
    }
    bool is_enough(std::uint32_t crossings) const {
        return crossings >= std::min(limits_.fewest_crossings, last_layer_);
    }

    Cost& left(std::uint32_t ties, std::uint32_t crossings, std::uint32_t actor) {
        return left_[(std::size_t{ties} * (last_layer_ + 1) + crossings) * graph_.actors() + actor];
    }

    // left(t, c, v): the least to pay from v to the target after c crossings with at most t more
    // ties, when actors may be visited twice.
    void look_back() {
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

    void settle(std::uint32_t ties, std::uint32_t layer) {
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

    void push(Beginning beginning) {
        const auto used = static_cast<std::uint32_t>(beginning.ties.size());
        const auto rest =
            left(rules_.most_ties() - used, beginning.crossings, beginning.actors.back());
        if (rest == never) return;
        if (open_.size() >= most_beginnings)
            throw Error{ErrorCode::Limit,
                        fmt::format("More than {} beginnings of ways would have to be kept; allow "
                                    "fewer ties or ask for fewer ways",
                                    most_beginnings)};
        open_.push({beginning.cost + rest, std::move(beginning)});
    }

    bool is_complete(const Beginning& beginning) const {
        return is_enough(beginning.crossings) &&
               (!rules_.is_fixed_length() || beginning.ties.size() == rules_.most_ties());
    }

    void extend(const Beginning& beginning) {
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

    Way finished(const Beginning& beginning) const {
        Way way;
        way.actors = beginning.actors;
        for (std::uint32_t at = 0; at < beginning.ties.size(); ++at) {
            const auto tie = beginning.ties[at];
            way.steps.push_back({tie, rules_.link(tie, at)});
            way.trust *= graph_.ties()[tie].trust();
            way.cost += limits_.by_trust ? graph_.ties()[tie].cost() : 1;
            way.crossings += crosses_[tie];
        }
        return way;
    }

    const TrustGraph& graph_;
    const WayRules& rules_;
    std::uint32_t source_;
    std::uint32_t target_;
    const WayLimits& limits_;
    const algorithms::Work& work_;
    std::uint32_t last_layer_;
    std::vector<Cost> costs_;
    std::vector<std::uint8_t> crosses_;
    std::vector<Cost> left_;
    std::priority_queue<Open> open_;
};

} // namespace

std::vector<Way> ways(const TrustGraph& graph, std::uint32_t source, std::uint32_t target,
                      const WayLimits& limits, const algorithms::Work& work) {
    WayRules rules{graph, source, target, limits};
    if (source == target) return {};
    if (limits.disjoint == Disjointness::None)
        return Search{graph, rules, source, target, limits, work}.find(limits.k);
    std::vector<Way> found;
    while (found.size() < limits.k) {
        auto next = Search{graph, rules, source, target, limits, work}.find(1);
        if (next.empty()) break;
        for (const auto& step : next.front().steps) rules.close_tie(step.tie);
        if (limits.disjoint == Disjointness::Vertex)
            for (const auto actor : next.front().actors)
                if (actor != source && actor != target) rules.close_actor(actor);
        found.push_back(std::move(next.front()));
    }
    return found;
}

} // namespace lintas::collaboration
