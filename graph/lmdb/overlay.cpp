#include "graph/lmdb/overlay.h"

#include <algorithm>

namespace lintas::lmdb {

namespace {

std::size_t place(TypeId type, Direction direction) {
    return 2 * std::size_t{raw(type)} + (direction == Direction::Outgoing ? 0 : 1);
}

template <typename Id> bool is_known(const Names<Id>& names, Id id) {
    return raw(id) < names.all().size();
}

} // namespace

const Value* EntityPatch::find(KeyId key) const {
    const auto at = std::ranges::lower_bound(properties, key, {}, &PropertyValue::key);
    return at != properties.end() && at->key == key ? &at->value : nullptr;
}

void EntityPatch::set(KeyId key, Value value) {
    const auto at = std::ranges::lower_bound(properties, key, {}, &PropertyValue::key);
    if (at != properties.end() && at->key == key)
        at->value = std::move(value);
    else
        properties.insert(at, {key, std::move(value)});
}

void Overlay::Columns::add(KeyId key) {
    if (raw(key) >= keys.size()) keys.resize(raw(key) + std::size_t{1});
    keys[raw(key)] = 1;
}

const OverlayTable<ListPatch>* Overlay::lists(TypeId type, Direction direction) const {
    const auto at = place(type, direction);
    return at < lists_.size() && !lists_[at].is_empty() ? &lists_[at] : nullptr;
}

OverlayTable<ListPatch>& Overlay::lists_for_change(TypeId type, Direction direction) {
    const auto at = place(type, direction);
    if (at >= lists_.size()) lists_.resize(at + 1);
    return lists_[at];
}

struct ApplyChange {
    Overlay& overlay;
    std::uint64_t edit;

    bool operator()(const LabelNamed& change) { return add_name(&Symbols::labels, change); }
    bool operator()(const TypeNamed& change) { return add_name(&Symbols::types, change); }
    bool operator()(const KeyNamed& change) { return add_name(&Symbols::keys, change); }

    bool operator()(const NodeCreated& change) {
        if (!are_known(change.labels)) return false;
        auto& next = overlay.next_.node;
        next = std::max(next, std::uint64_t{raw(change.node)} + 1);
        overlay.nodes_.change(raw(change.node), edit).labels = change.labels;
        return true;
    }
    bool operator()(const NodeRelabelled& change) {
        if (!are_known(change.labels)) return false;
        overlay.nodes_.change(raw(change.node), edit).labels = change.labels;
        return true;
    }
    bool operator()(const NodeDeleted& change) {
        auto& patch = overlay.nodes_.change(raw(change.node), edit);
        patch = NodePatch{};
        patch.exists = false;
        overlay.node_columns_.has_deleted = true;
        return true;
    }
    bool operator()(const NodePropertySet& change) {
        if (!is_known(overlay.symbols().keys, change.key)) return false;
        overlay.nodes_.change(raw(change.node), edit).set(change.key, change.value);
        overlay.node_columns_.add(change.key);
        return true;
    }
    bool operator()(const RelationshipCreated& change) {
        if (!is_known(overlay.symbols().types, change.ends.type)) return false;
        const auto id = raw(change.relationship);
        auto& next = overlay.next_.relationship;
        next = std::max(next, std::uint64_t{id} + 1);
        overlay.relationships_.change(id, edit).ends = change.ends;
        const auto& [source, target, type] = change.ends;
        list(source, type, Direction::Outgoing).add({target, change.relationship});
        list(target, type, Direction::Incoming).add({source, change.relationship});
        return true;
    }
    bool operator()(const RelationshipDeleted& change) {
        if (!is_known(overlay.symbols().types, change.ends.type)) return false;
        auto& patch = overlay.relationships_.change(raw(change.relationship), edit);
        patch.exists = false;
        patch.properties.clear();
        patch.ends = change.ends;
        overlay.relationship_columns_.has_deleted = true;
        const auto& [source, target, type] = change.ends;
        list(source, type, Direction::Outgoing).remove({target, change.relationship});
        list(target, type, Direction::Incoming).remove({source, change.relationship});
        return true;
    }
    bool operator()(const RelationshipPropertySet& change) {
        if (!is_known(overlay.symbols().keys, change.key)) return false;
        overlay.relationships_.change(raw(change.relationship), edit).set(change.key, change.value);
        overlay.relationship_columns_.add(change.key);
        return true;
    }
    bool operator()(const SchemaReplaced& change) {
        overlay.schema_ = std::make_shared<Schema>(change.schema);
        return true;
    }
    bool operator()(const NodesCounted& change) {
        if (!are_known(change.labels)) return false;
        overlay.statistics_.count_nodes(change.labels, change.difference);
        return true;
    }
    bool operator()(const RelationshipsCounted& change) {
        if (!are_known(change.source) || !are_known(change.target)) return false;
        if (!is_known(overlay.symbols().types, change.type)) return false;
        overlay.statistics_.count_relationships(change.source, change.type, change.target,
                                                change.difference);
        return true;
    }

private:
    template <typename NamesOf, typename Named> bool add_name(NamesOf names, const Named& change) {
        const auto known = (overlay.symbols().*names).find(change.name);
        if (known) return *known == change.id;
        auto symbols = std::make_shared<Symbols>(*overlay.symbols_);
        const auto id = ((*symbols).*names).add(change.name);
        overlay.symbols_ = std::move(symbols);
        return id == change.id;
    }
    bool are_known(const LabelSet& labels) const {
        const auto& names = overlay.symbols().labels;
        return std::ranges::all_of(labels, [&](LabelId id) { return is_known(names, id); }) &&
               std::ranges::adjacent_find(labels, std::greater_equal{}) == labels.end();
    }
    ListPatch& list(NodeId node, TypeId type, Direction direction) {
        return overlay.lists_for_change(type, direction).change(raw(node), edit);
    }
};

bool Overlay::apply(const Change& change, std::uint64_t edit) {
    is_empty_ = false;
    return std::visit(ApplyChange{*this, edit}, change);
}

} // namespace lintas::lmdb
