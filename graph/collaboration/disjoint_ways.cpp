#include "graph/collaboration/disjoint_ways.h"

#include "graph/algorithms/disjoint_paths.h"
#include "graph/collaboration/disjoint_choice.h"
#include "graph/collaboration/way_search.h"

#include <algorithm>

namespace lintas::collaboration {

namespace {

constexpr std::size_t most_waiting = 200'000;

algorithms::Disjoint as_paths(Disjointness disjoint) {
    return disjoint == Disjointness::Edge ? algorithms::Disjoint::Ties
                                          : algorithms::Disjoint::Vertices;
}

class DisjointWays {
public:
    DisjointWays(const TrustGraph& graph, WayRules& rules, std::uint32_t source,
                 std::uint32_t target, const WayLimits& limits, const algorithms::Work& work)
        : graph_{graph}, rules_{rules}, source_{source}, target_{target}, limits_{limits},
          work_{work} {}

    std::vector<Way> find() {
        auto found = cheapest_without_limits();
        const auto most = found.size();
        if (!std::ranges::all_of(found, [&](const Way& way) { return is_allowed(way); }))
            found = choose(most);
        std::ranges::stable_sort(found, [&](const Way& left, const Way& right) {
            const auto of_left = cost(left);
            const auto of_right = cost(right);
            if (of_left != of_right) return of_left < of_right;
            if (left.steps.size() != right.steps.size())
                return left.steps.size() < right.steps.size();
            return left.actors < right.actors;
        });
        return found;
    }

private:
    // How many ties an actor is away from where the search began; `nothing` where it is too far.
    std::vector<std::uint32_t> ties_from(std::uint32_t begin) const {
        std::vector<std::uint32_t> distance(graph_.actors(), nothing);
        std::vector<std::uint32_t> border{begin};
        distance[begin] = 0;
        for (std::uint32_t ties = 1; ties <= rules_.most_ties() && !border.empty(); ++ties) {
            work_.check();
            std::vector<std::uint32_t> next;
            for (const auto actor : border)
                for (const auto tie : graph_.ties_of(actor)) {
                    const auto other = graph_.other_end(tie, actor);
                    if (distance[other] != nothing || !may_be_used(tie)) continue;
                    distance[other] = ties;
                    next.push_back(other);
                }
            border = std::move(next);
        }
        return distance;
    }

    bool may_be_used(std::uint32_t tie) const {
        const auto& own = graph_.ties()[tie];
        const auto places = rules_.is_fixed_length() ? rules_.most_ties() : 1;
        for (std::uint32_t place = 0; place < places; ++place)
            if (rules_.allows(tie, place, own.left, own.right) ||
                rules_.allows(tie, place, own.right, own.left))
                return true;
        return false;
    }

    // By the cheapest flow through all ties that a way within the limits could use. No more ways
    // than these share nothing, and none are cheaper together; but they may be too long, or cross
    // too many borders.
    std::vector<Way> cheapest_without_limits() const {
        const auto from_source = ties_from(source_);
        const auto to_target = ties_from(target_);
        const auto is_near = [&](std::uint32_t from, std::uint32_t to) {
            return from_source[from] != nothing && to_target[to] != nothing &&
                   from_source[from] + 1 + to_target[to] <= rules_.most_ties();
        };
        std::vector<algorithms::Tie> ties;
        for (std::uint32_t tie = 0; tie < graph_.ties().size(); ++tie) {
            const auto& own = graph_.ties()[tie];
            if ((is_near(own.left, own.right) || is_near(own.right, own.left)) && may_be_used(tie))
                ties.push_back({own.left, own.right, own.cost()});
        }
        std::vector<std::uint32_t> actors; // of the vertices
        for (const auto& tie : ties) actors.insert(actors.end(), {tie.from, tie.to});
        actors.insert(actors.end(), {source_, target_});
        std::ranges::sort(actors);
        actors.erase(std::ranges::unique(actors).begin(), actors.end());
        const auto vertex = [&](std::uint32_t actor) {
            return static_cast<algorithms::Vertex>(std::ranges::lower_bound(actors, actor) -
                                                   actors.begin());
        };
        for (auto& tie : ties) tie = {vertex(tie.from), vertex(tie.to), tie.weight};
        const algorithms::ProjectedGraph near{
            static_cast<algorithms::Vertex>(actors.size()), ties, {false, limits_.by_trust}};
        std::vector<Way> found;
        for (const auto& path : algorithms::disjoint_paths(near, vertex(source_), vertex(target_),
                                                           static_cast<std::int64_t>(limits_.k),
                                                           as_paths(limits_.disjoint), work_)) {
            Way way;
            for (const auto v : path.vertices) way.actors.push_back(actors[v]);
            for (std::size_t at = 0; at + 1 < way.actors.size(); ++at)
                way.steps.push_back({tie_between(way.actors[at], way.actors[at + 1]), {}});
            found.push_back(std::move(way));
        }
        return finished(std::move(found));
    }

    std::uint32_t tie_between(std::uint32_t left, std::uint32_t right) const {
        const auto ties = graph_.ties_of(left);
        return *std::ranges::lower_bound(
            ties, right, {}, [&](std::uint32_t tie) { return graph_.other_end(tie, left); });
    }

    static std::vector<std::uint32_t> ties_of(const Way& way) {
        std::vector<std::uint32_t> ties;
        for (const auto& step : way.steps) ties.push_back(step.tie);
        return ties;
    }

    bool is_allowed(const Way& way) const {
        return keeps_to(graph_, rules_, limits_, way.actors, ties_of(way));
    }

    // With links, trust and cost; ways that are not allowed stay as they are.
    std::vector<Way> finished(std::vector<Way> ways) const {
        for (auto& way : ways)
            if (is_allowed(way)) way = way_along(graph_, rules_, limits_, way.actors, ties_of(way));
        return ways;
    }

    WayCost cost(const Way& way) const {
        WayCost sum = 0;
        for (const auto& step : way.steps) sum += exact_cost(graph_.ties()[step.tie], limits_);
        return sum;
    }

    // Among the ways within the limits, the best first; what they lack is added one by one.
    std::vector<Way> choose(std::size_t most) {
        std::vector<Way> choices;
        WaySearch search{graph_, rules_, source_, target_, limits_, work_};
        auto is_all = false;
        while (!is_all && choices.size() < most_choices && search.waiting() < most_waiting) {
            if (auto way = search.next())
                choices.push_back(std::move(*way));
            else
                is_all = true;
        }
        std::vector<WayCost> costs;
        for (const auto& way : choices) costs.push_back(cost(way));
        std::vector<Way> found;
        for (const auto at : disjoint_choice(choices, costs, most, limits_.disjoint, work_))
            found.push_back(choices[at]);
        if (is_all) return found;
        for (const auto& way : found) close(way);
        while (found.size() < most) {
            auto way = WaySearch{graph_, rules_, source_, target_, limits_, work_}.next();
            if (!way) break;
            close(*way);
            found.push_back(std::move(*way));
        }
        return found;
    }

    void close(const Way& way) {
        for (const auto& step : way.steps) rules_.close_tie(step.tie);
        if (limits_.disjoint != Disjointness::Vertex) return;
        for (const auto actor : way.actors)
            if (actor != source_ && actor != target_) rules_.close_actor(actor);
    }

    const TrustGraph& graph_;
    WayRules& rules_;
    std::uint32_t source_;
    std::uint32_t target_;
    const WayLimits& limits_;
    const algorithms::Work& work_;
};

} // namespace

std::vector<Way> disjoint_ways(const TrustGraph& graph, WayRules& rules, std::uint32_t source,
                               std::uint32_t target, const WayLimits& limits,
                               const algorithms::Work& work) {
    return DisjointWays{graph, rules, source, target, limits, work}.find();
}

} // namespace lintas::collaboration
