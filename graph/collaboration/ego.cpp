#include "graph/collaboration/ego.h"

#include <algorithm>
#include <map>

namespace lintas::collaboration {

namespace {

struct Neighbour {
    std::uint32_t unit;
    double strength;
};

std::vector<std::vector<Neighbour>> neighbours_of(const Projection& projection,
                                                  const Counts& counts) {
    std::vector<std::vector<Neighbour>> rows(projection.units.size());
    for (const auto& pair : counts.pairs) {
        rows[pair.left].push_back({pair.right, pair.by_partner});
        rows[pair.right].push_back({pair.left, pair.by_partner});
    }
    return rows;
}

} // namespace

Ego ego(const Projection& projection, const Counts& counts, std::uint32_t unit, std::uint32_t depth,
        std::size_t most, EgoOrder order) {
    const auto rows = neighbours_of(projection, counts);
    Ego found;
    std::vector<std::uint8_t> seen(rows.size());
    std::vector<std::uint32_t> border{unit};
    found.vertices.push_back({unit, 0, 0});
    seen[unit] = 1;
    found.total = 1;
    for (std::uint32_t step = 1; step <= depth && !border.empty(); ++step) {
        std::map<std::uint32_t, double> next; // the strongest tie from the border
        for (const auto from : border)
            for (const auto& [to, strength] : rows[from])
                if (seen[to] == 0) next[to] = std::max(next[to], strength);
        std::vector<EgoVertex> ordered;
        border.clear();
        for (const auto& [to, strength] : next) {
            seen[to] = 1;
            border.push_back(to);
            ordered.push_back({to, step, strength});
        }
        found.total += ordered.size();
        std::ranges::stable_sort(ordered, std::ranges::greater{}, [&](const EgoVertex& vertex) {
            return order == EgoOrder::Strength ? vertex.strength
                                               : static_cast<double>(rows[vertex.unit].size());
        });
        for (const auto& vertex : ordered)
            if (found.vertices.size() < most) found.vertices.push_back(vertex);
    }
    std::vector<std::uint8_t> is_kept(rows.size());
    for (const auto& vertex : found.vertices) is_kept[vertex.unit] = 1;
    for (const auto& pair : counts.pairs)
        if (is_kept[pair.left] != 0 && is_kept[pair.right] != 0) found.ties.push_back(pair);
    return found;
}

} // namespace lintas::collaboration
