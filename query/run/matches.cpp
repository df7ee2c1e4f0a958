#include "query/run/matches.h"

#include <algorithm>
#include <numeric>

namespace lintas::query {

namespace {

// Moves the matches from `first` on that are kept together and drops the rest.
template <typename Keep> void keep_if(Matches& matches, std::size_t first, Keep keep) {
    auto to = first;
    for (auto from = first; from < matches.size(); ++from) {
        if (!keep(from)) continue;
        matches.rows[to] = matches.rows[from];
        matches.relationships[to] = matches.relationships[from];
        matches.ends[to] = matches.ends[from];
        ++to;
    }
    matches.rows.resize(to);
    matches.relationships.resize(to);
    matches.ends.resize(to);
}

} // namespace

void Matches::clear() {
    rows.clear();
    relationships.clear();
    ends.clear();
}

void Matches::add(std::uint32_t row, RelationshipId relationship, NodeId end) {
    rows.push_back(row);
    relationships.push_back(relationship);
    ends.push_back(end);
}

void Matches::add(std::uint32_t row, const AdjacencyList& list, std::uint32_t first,
                  std::uint32_t last) {
    const auto count = last - first;
    rows.insert(rows.end(), count, row);
    ends.insert(ends.end(), list.neighbours + first, list.neighbours + last);
    if (list.relationships) {
        relationships.insert(relationships.end(), list.relationships + first,
                             list.relationships + last);
        return;
    }
    for (auto at = first; at < last; ++at) relationships.push_back(list.relationship(at));
}

void Matches::remove_from(std::size_t first, std::optional<NodeId> loop,
                          std::span<const RelationshipId> used) {
    if (!loop && used.empty()) return;
    keep_if(*this, first, [&](std::size_t at) {
        return ends[at] != loop && std::ranges::find(used, relationships[at]) == used.end();
    });
}

void Matches::keep_labelled(const Snapshot& graph, LabelId label) {
    std::vector<std::uint8_t> labelled(size());
    graph.has_label(ends, label, labelled);
    keep_if(*this, 0, [&labelled](std::size_t at) { return labelled[at] != 0; });
}

} // namespace lintas::query
