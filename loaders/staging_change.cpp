#include "loaders/staging_change.h"

#include <algorithm>
#include <set>

namespace lintas::loaders {
namespace {

// To the letter: `1` is not `1.0`, and an instant has its zone.
bool is_same(const Value& left, const Value& right) {
    if (left.type() != right.type()) return false;
    if (left.is(ValueType::String)) return left.string() == right.string();
    return to_text(left) == to_text(right);
}

} // namespace

StagingChange::StagingChange(const Staging& staging)
    : staging_{staging}, old_{staging.old_->snapshot()}, ids_(staging.nodes_.size()) {
    compare_nodes();
    compare_relationships();
}

std::size_t StagingChange::size() const {
    return new_nodes_.size() + changed_nodes_.size() + deleted_nodes_.size() +
           new_relationships_.size() + changed_relationships_.size() +
           deleted_relationships_.size();
}

ChangeReport StagingChange::report() const {
    return {
        new_nodes_.size(),         changed_nodes_.size(),         deleted_nodes_.size(),
        new_relationships_.size(), changed_relationships_.size(), deleted_relationships_.size()};
}

void StagingChange::compare_nodes() {
    for (std::size_t at = 0; at < staging_.nodes_.size(); ++at) {
        const auto& node = staging_.nodes_[at];
        if (static_cast<std::size_t>(node.same_as) != at) {
            if (node.old) deleted_nodes_.push_back(at);
            continue;
        }
        if (node.old) ids_[at] = *node.old;
        if (!node.old)
            new_nodes_.push_back(at);
        else if (has_changed(node))
            changed_nodes_.push_back(at);
    }
}

void StagingChange::compare_relationships() {
    std::set<std::string> identities;
    for (std::size_t at = 0; at < staging_.relationships_.size(); ++at) {
        const auto& relationship = staging_.relationships_[at];
        // Only merged nodes can have made two relationships the same after they were staged.
        const bool is_gone =
            relationship.is_removed ||
            (staging_.has_merged_ && !identities.insert(staging_.identity(relationship)).second);
        if (!relationship.old) {
            if (!is_gone) new_relationships_.push_back(at);
        } else if (is_gone || has_moved(relationship)) {
            deleted_relationships_.push_back(at);
            if (!is_gone) new_relationships_.push_back(at);
        } else if (has_changed(relationship.properties, *relationship.old)) {
            changed_relationships_.push_back(at);
        }
    }
}

bool StagingChange::has_changed(const Staging::Node& node) const {
    std::set<std::string_view> before;
    for (const auto label : old_.labels(*node.old))
        before.insert(old_.symbols().labels.name(label));
    std::set<std::string_view> now;
    for (const auto label : node.labels) now.insert(staging_.symbols_.labels.name(label));
    return before != now || has_changed(node.properties, *node.old);
}

template <typename Id>
bool StagingChange::has_changed(const StagedProperties& properties, Id old) const {
    const auto before = old_.properties(old);
    if (before.size() != properties.all().size()) return true;
    return std::ranges::any_of(before, [&](const PropertyValue& property) {
        const auto key = staging_.symbols_.keys.find(old_.symbols().keys.name(property.key));
        const auto* now = key ? properties.find(*key) : nullptr;
        return now == nullptr || !is_same(*now, property.value);
    });
}

bool StagingChange::has_moved(const Staging::Relationship& relationship) const {
    RelationshipEnds ends;
    old_.ends({&*relationship.old, 1}, {&ends, 1});
    const auto is_at = [this](StagedNode staged, NodeId old) {
        return staging_.at(staged).old == old;
    };
    return !is_at(relationship.from, ends.source) || !is_at(relationship.to, ends.target);
}

NodeId StagingChange::id_of(StagedNode node) const {
    return ids_[static_cast<std::size_t>(staging_.resolve(node))];
}

template <typename Id>
void StagingChange::write_properties(const StagedProperties& properties, Id id,
                                     Transaction& transaction) const {
    for (const auto& [key, value] : transaction.properties(id)) {
        const auto& name = transaction.symbols().keys.name(key);
        const auto staged = staging_.symbols_.keys.find(name);
        if (!staged || properties.find(*staged) == nullptr)
            transaction.set_property(id, key, Value{});
    }
    for (const auto& [key, value] : properties.all()) {
        const auto known = transaction.key(staging_.symbols_.keys.name(key));
        const auto before = transaction.gather(known, std::span{&id, 1}).value(0);
        if (!is_same(before, value)) transaction.set_property(id, known, value);
    }
}

void StagingChange::write_node(const Staging::Node& node, NodeId id,
                               Transaction& transaction) const {
    LabelSet labels;
    for (const auto label : node.labels)
        labels.push_back(transaction.label(staging_.symbols_.labels.name(label)));
    const auto before = transaction.labels(id);
    for (const auto label : before)
        if (std::ranges::find(labels, label) == labels.end()) transaction.remove_label(id, label);
    for (const auto label : labels) transaction.add_label(id, label);
    write_properties(node.properties, id, transaction);
}

void StagingChange::write(Transaction& transaction) {
    for (const auto at : new_nodes_) {
        LabelSet labels;
        for (const auto label : staging_.nodes_[at].labels)
            labels.push_back(transaction.label(staging_.symbols_.labels.name(label)));
        ids_[at] = transaction.create_node(labels);
        write_properties(staging_.nodes_[at].properties, ids_[at], transaction);
    }
    for (const auto at : changed_nodes_) write_node(staging_.nodes_[at], ids_[at], transaction);
    for (const auto at : deleted_relationships_)
        transaction.delete_relationship(*staging_.relationships_[at].old);
    for (const auto at : changed_relationships_) {
        const auto& relationship = staging_.relationships_[at];
        write_properties(relationship.properties, *relationship.old, transaction);
    }
    for (const auto at : new_relationships_) {
        const auto& relationship = staging_.relationships_[at];
        const auto id = transaction.create_relationship(
            id_of(relationship.from),
            transaction.type(staging_.symbols_.types.name(relationship.type)),
            id_of(relationship.to));
        write_properties(relationship.properties, id, transaction);
    }
    for (const auto at : deleted_nodes_) transaction.delete_node(*staging_.nodes_[at].old);
}

} // namespace lintas::loaders
