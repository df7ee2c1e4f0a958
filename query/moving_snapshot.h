// A snapshot that is put forward to a newer state, for statements that commit in parts: what runs
// before the parts sees the state before them, what runs after them sees the newest one.
//
// Invariant: what was lent before a move stays valid. Moved by one thread, while nobody reads.
#pragma once

#include "graph/store.h"

#include <memory>

namespace lintas::query {

class MovingSnapshot final : public Snapshot {
public:
    explicit MovingSnapshot(std::shared_ptr<const Snapshot> first)
        : first_{first}, now_{std::move(first)} {}

    void move_to(std::shared_ptr<const Snapshot> newer) { now_ = std::move(newer); }

    const Symbols& symbols() const override { return now_->symbols(); }
    const Statistics& statistics() const override { return now_->statistics(); }
    std::uint64_t version() const override { return now_->version(); }
    std::string identity() const override { return now_->identity(); }
    const Schema& schema() const override { return now_->schema(); }
    bool touched_since(TouchedMark& mark, Touched& out) const override {
        return now_->touched_since(mark, out);
    }

    bool scan(ScanPosition& position, std::optional<LabelId> label, Nodes& out) const override {
        return now_->scan(position, label, out);
    }
    bool scan(ScanPosition& position, std::optional<TypeId> type,
              Relationships& out) const override {
        return now_->scan(position, type, out);
    }
    bool exists(NodeId node) const override { return now_->exists(node); }
    bool exists(RelationshipId relationship) const override { return now_->exists(relationship); }
    void has_label(std::span<const NodeId> nodes, LabelId label,
                   std::span<std::uint8_t> out) const override {
        now_->has_label(nodes, label, out);
    }
    LabelSet labels(NodeId node) const override { return now_->labels(node); }
    Column gather(KeyId key, std::span<const NodeId> nodes) const override {
        return now_->gather(key, nodes);
    }
    Column gather(KeyId key, std::span<const RelationshipId> relationships) const override {
        return now_->gather(key, relationships);
    }
    std::vector<PropertyValue> properties(NodeId node) const override {
        return now_->properties(node);
    }
    std::vector<PropertyValue> properties(RelationshipId relationship) const override {
        return now_->properties(relationship);
    }
    void expand(std::span<const NodeId> nodes, TypeId type, Direction direction,
                std::span<AdjacencyList> out) const override {
        now_->expand(nodes, type, direction, out);
    }
    void ends(std::span<const RelationshipId> relationships,
              std::span<RelationshipEnds> out) const override {
        now_->ends(relationships, out);
    }

private:
    std::shared_ptr<const Snapshot> first_; // shared with the store; kept for what it lent
    std::shared_ptr<const Snapshot> now_;
};

} // namespace lintas::query
