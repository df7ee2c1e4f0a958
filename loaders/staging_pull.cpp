#include "loaders/staging.h"

#include <map>

namespace lintas::loaders {

StagedNode Staging::pull(NodeId old) {
    const auto found = pulled_.find(old);
    if (found != pulled_.end()) return found->second;
    const auto& snapshot = old_->snapshot();
    const auto node = new_node();
    pulled_.emplace(old, node);
    auto& staged = nodes_.back();
    staged.old = old;
    for (const auto label : snapshot.labels(old)) {
        staged.labels.push_back(symbols_.labels.add(snapshot.symbols().labels.name(label)));
    }
    pull_properties(staged.properties, snapshot.properties(old));
    return node;
}

void Staging::pull_properties(StagedProperties& properties, std::span<const PropertyValue> old) {
    for (const auto& [key, value] : old) {
        properties.set(symbols_.keys.add(old_->snapshot().symbols().keys.name(key)), value);
    }
}

// Relationships that are alike get numbers in their order, as a source numbers them.
void Staging::pull(StagedNode from, TypeId type) {
    if (old_ == nullptr || !at(from).old || !pulled_types_.emplace(from, type).second) return;
    std::map<std::string, std::uint32_t> count;
    for (const auto& [id, target] : old_->outgoing(*at(from).old, symbols_.types.name(type))) {
        Relationship relationship;
        relationship.type = type;
        relationship.from = from;
        relationship.to = pull(target);
        relationship.old = id;
        pull_properties(relationship.properties, old_->snapshot().properties(id));
        const auto number = StagedRelationship{static_cast<std::uint32_t>(relationships_.size())};
        const auto same = identity(relationship);
        const auto nth = count[same]++;
        relationships_of_identity_.emplace(nth == 0 ? same : same + " #" + std::to_string(nth),
                                           number);
        relationships_.push_back(std::move(relationship));
    }
}

void Staging::pull_all(StagedNode node) {
    if (old_ == nullptr || !at(node).old) return;
    const auto old = *at(node).old;
    for (const auto& name : old_->snapshot().symbols().types.all()) {
        const auto type = symbols_.types.add(name);
        pull(node, type);
        for (const auto source : old_->sources(old, name)) pull(pull(source), type);
    }
}

bool Staging::had(StagedNode from, std::string_view type) const {
    return old_ != nullptr && at(from).old && !old_->outgoing(*at(from).old, type).empty();
}

} // namespace lintas::loaders
