#include "graph/lmdb/statistics_change.h"

namespace lintas::lmdb {

namespace {

template <typename Key>
void add(std::map<Key, std::int64_t>& counts, const Key& key, std::int64_t difference) {
    const auto at = counts.try_emplace(key, 0).first;
    at->second += difference;
    if (at->second == 0) counts.erase(at);
}

template <typename Key>
void add(std::map<Key, std::uint64_t>& counts, const Key& key, std::int64_t difference) {
    const auto at = counts.try_emplace(key, 0).first;
    at->second += static_cast<std::uint64_t>(difference);
    if (at->second == 0) counts.erase(at);
}

} // namespace

void StatisticsChange::count_nodes(const LabelSet& labels, std::int64_t difference) {
    add(nodes_, labels, difference);
}

void StatisticsChange::count_relationships(const LabelSet& source, TypeId type,
                                           const LabelSet& target, std::int64_t difference) {
    add(relationships_, Triple{source, type, target}, difference);
}

std::vector<Change> StatisticsChange::changes() const {
    std::vector<Change> all;
    for (const auto& [labels, difference] : nodes_) all.push_back(NodesCounted{labels, difference});
    for (const auto& [triple, difference] : relationships_) {
        const auto& [source, type, target] = triple;
        all.push_back(RelationshipsCounted{source, type, target, difference});
    }
    return all;
}

Statistics StatisticsChange::apply_to(Statistics statistics) const {
    for (const auto& [labels, difference] : nodes_) {
        statistics.nodes += static_cast<std::uint64_t>(difference);
        add(statistics.nodes_of_label_set, labels, difference);
    }
    for (const auto& [triple, difference] : relationships_) {
        statistics.relationships += static_cast<std::uint64_t>(difference);
        add(statistics.relationships_of_type, std::get<TypeId>(triple), difference);
        add(statistics.relationships_of_triple, triple, difference);
    }
    return statistics;
}

} // namespace lintas::lmdb
