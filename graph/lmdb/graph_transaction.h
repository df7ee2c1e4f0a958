// GraphTransaction: one writer's private overlay and the record of its changes.
//
// Invariant: every change is in both. Another thread may go on with it, one at a time.
#pragma once

#include "graph/lmdb/overlaid.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace lintas::lmdb {

// The right to write, held by one at a time and given back when it is destroyed.
class WriterTurn {
public:
    WriterTurn() = default;
    WriterTurn(const WriterTurn&) = delete;
    WriterTurn& operator=(const WriterTurn&) = delete;
    virtual ~WriterTurn() = default;
    // Makes the state, which the record's changes have made, the store's newest one. Returns when
    // it is durable; throws Storage if it never will be. Gives the turn back in any case, before
    // it waits for the disk. An empty record: waits for what the transaction has seen.
    virtual void commit(State state, Bytes record, Touched touched) = 0;
};

class GraphTransaction final : public Overlaid<Transaction> {
public:
    // `state` is the newest one, `edit` a number that no other transaction has; `owner` keeps the
    // file open.
    GraphTransaction(std::unique_ptr<WriterTurn> turn, const State& state, std::uint64_t edit,
                     std::shared_ptr<const void> owner);

    LabelId label(std::string_view name) override;
    TypeId type(std::string_view name) override;
    KeyId key(std::string_view name) override;

    NodeId create_node(std::span<const LabelId> labels) override;
    RelationshipId create_relationship(NodeId source, TypeId type, NodeId target) override;
    void add_label(NodeId node, LabelId label) override;
    void remove_label(NodeId node, LabelId label) override;
    void set_property(NodeId node, KeyId key, const Value& value) override;
    void set_property(RelationshipId relationship, KeyId key, const Value& value) override;
    void delete_relationship(RelationshipId relationship) override;
    void delete_node(NodeId node) override;
    void set_schema(Schema schema) override;
    void commit() override;

    bool touched_since(TouchedMark& mark, Touched& out) const override;
    const Statistics& statistics() const override;

private:
    void change(const Change& change);
    void count_nodes(const LabelSet& labels, std::int64_t difference);
    void count_relationship(const RelationshipEnds& ends, std::int64_t difference);
    // Counts the node's relationships, each once, as if it had the labels.
    void count_relationships_of(NodeId node, const LabelSet& labels, std::int64_t difference);
    void relabel(NodeId node, LabelSet labels);
    bool is_connected(NodeId node) const;
    void expect_open() const;
    template <typename Id> void expect_exists(Id id) const;

    std::unique_ptr<WriterTurn> turn_; // null once the transaction is over
    std::uint64_t edit_;
    std::uint64_t began_on_; // the newest version before it
    ByteWriter record_;
    Touched touched_;
    StatisticsChange counted_; // by this transaction
    mutable std::optional<Statistics> statistics_;
};

} // namespace lintas::lmdb
