#include "query/plan/plan_path_search.h"

#include "query/plan/estimate.h"
#include "query/plan/slots_of.h"

#include <algorithm>
#include <cmath>

namespace lintas::query {

std::set<Slot> foreign_reads(const PathSearch& search) {
    std::set<Slot> reads;
    const auto add = [&](const ExpressionPointer& expression) {
        if (!expression) return;
        reads.merge(slots_of(*expression));
    };
    add(search.predicate);
    for (const auto& node : search.nodes) add(node.predicate);
    for (const auto& part : search.parts) {
        add(part.predicate);
        for (const auto& hop : part.hops) add(hop.predicate);
    }
    for (const auto& node : search.nodes) reads.erase(node.slot);
    for (const auto& part : search.parts)
        for (const auto& hop : part.hops)
            for (const auto slot : {hop.source, hop.relationship, hop.target}) reads.erase(slot);
    for (const auto& output : search.outputs) reads.erase(output.slot);
    for (const auto& [slot, path] : search.named) reads.erase(slot);
    return reads;
}

double estimate_paths(const Planning& planning, const PathSearch& search) {
    constexpr auto assumed_most = std::uint64_t{4};
    auto paths = 1.0;
    for (const auto& part : search.parts) {
        const auto times =
            std::clamp<std::uint64_t>(part.upper.value_or(assumed_most), 1, assumed_most);
        for (const auto& hop : part.hops) {
            const auto degree = estimate_degree(planning, {}, hop.types, hop.direction, {});
            paths *= std::pow(std::max(degree, 1.0), static_cast<double>(times));
        }
    }
    if (search.selection == PathSelection::All) return paths;
    return std::min(paths, static_cast<double>(planning.statistics.nodes));
}

} // namespace lintas::query
