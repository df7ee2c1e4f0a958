#include "graph/statistics.h"

#include <algorithm>

namespace lintas {

namespace {

bool has(const LabelSet& labels, std::optional<LabelId> label) {
    return !label || std::ranges::binary_search(labels, *label);
}

} // namespace

std::uint64_t Statistics::node_count(LabelId label) const {
    std::uint64_t sum = 0;
    for (const auto& [labels, count] : nodes_of_label_set) {
        if (has(labels, label)) sum += count;
    }
    return sum;
}

std::uint64_t Statistics::relationship_count(std::optional<LabelId> source,
                                             std::optional<TypeId> type,
                                             std::optional<LabelId> target) const {
    std::uint64_t sum = 0;
    for (const auto& [triple, count] : relationships_of_triple) {
        const auto& [source_labels, type_of_triple, target_labels] = triple;
        const bool counts = (!type || *type == type_of_triple) && has(source_labels, source) &&
                            has(target_labels, target);
        if (counts) sum += count;
    }
    return sum;
}

} // namespace lintas
