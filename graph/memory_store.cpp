#include "graph/memory_store.h"

#include "graph/change_log.h"
#include "graph/error.h"
#include "graph/expect.h"
#include "graph/memory_graph.h"
#include "graph/property_type.h"
#include "graph/uuid.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace lintas {

namespace {

template <typename Record, typename Id, typename Wanted>
bool scan_table(const CopyOnWriteTable<Record>& table, ScanPosition& position, std::vector<Id>& out,
                Wanted wanted) {
    const auto end = std::min<std::uint64_t>(position.end, table.size());
    const auto before = out.size();
    for (; position.next < end && out.size() - before < batch_rows; ++position.next) {
        const auto& record = table[position.next];
        if (!record.exists || !wanted(record)) continue;
        out.push_back(Id{static_cast<std::uint32_t>(position.next)});
    }
    return out.size() > before;
}

template <typename Id>
Column gather_from(const MemoryGraph& graph, KeyId key, std::span<const Id> ids) {
    Boxed values(ids.size());
    for (std::size_t row = 0; row < ids.size(); ++row) {
        if (!graph.exists(ids[row])) continue;
        const auto& properties = graph.at(ids[row]).properties;
        const auto found = properties.find(key);
        if (found != properties.end()) values[row] = found->second;
    }
    return typed_column(std::move(values));
}

std::vector<PropertyValue> listed(const Properties& properties) {
    std::vector<PropertyValue> values;
    for (const auto& [key, value] : properties) values.push_back({key, value});
    return values;
}

bool has(const MemoryNode& node, LabelId label) {
    return std::ranges::binary_search(node.labels, label);
}

AdjacencyList view(const MemoryNode& node, TypeId type, Direction direction) {
    const auto& adjacencies = direction == Direction::Outgoing ? node.outgoing : node.incoming;
    const auto found = adjacencies.find(type);
    if (found == adjacencies.end()) return {};
    const auto& [neighbours, relationships] = found->second;
    return {
        neighbours.data(), relationships.data(), {}, static_cast<std::uint32_t>(neighbours.size())};
}

// All reading, the same for a snapshot and for a transaction.
template <typename Base> class Reader : public Base {
public:
    const Symbols& symbols() const override { return graph().symbols; }
    std::uint64_t version() const override { return version_; }
    std::string identity() const override { return identity_; }
    const Schema& schema() const override { return graph().schema; }

    bool scan(ScanPosition& position, std::optional<LabelId> label, Nodes& out) const override {
        return scan_table(graph().nodes(), position, out,
                          [label](const MemoryNode& node) { return !label || has(node, *label); });
    }
    bool scan(ScanPosition& position, std::optional<TypeId> type,
              Relationships& out) const override {
        return scan_table(graph().relationships(), position, out,
                          [type](const MemoryRelationship& relationship) {
                              return !type || relationship.ends.type == *type;
                          });
    }

    bool exists(NodeId node) const override { return graph().exists(node); }
    bool exists(RelationshipId relationship) const override { return graph().exists(relationship); }

    void has_label(std::span<const NodeId> nodes, LabelId label,
                   std::span<std::uint8_t> out) const override {
        expect(nodes.size() == out.size(), "has_label has a place for each node");
        for (std::size_t row = 0; row < nodes.size(); ++row) {
            out[row] = exists(nodes[row]) && has(graph().at(nodes[row]), label) ? 1 : 0;
        }
    }
    LabelSet labels(NodeId node) const override { return graph().at(node).labels; }

    Column gather(KeyId key, std::span<const NodeId> nodes) const override {
        return gather_from(graph(), key, nodes);
    }
    Column gather(KeyId key, std::span<const RelationshipId> relationships) const override {
        return gather_from(graph(), key, relationships);
    }
    std::vector<PropertyValue> properties(NodeId node) const override {
        return listed(graph().at(node).properties);
    }
    std::vector<PropertyValue> properties(RelationshipId relationship) const override {
        return listed(graph().at(relationship).properties);
    }

    void expand(std::span<const NodeId> nodes, TypeId type, Direction direction,
                std::span<AdjacencyList> out) const override {
        expect(nodes.size() == out.size(), "expand has a place for each node");
        for (std::size_t row = 0; row < nodes.size(); ++row) {
            out[row] = exists(nodes[row]) ? view(graph().at(nodes[row]), type, direction)
                                          : AdjacencyList{};
        }
    }
    // Also of relationships that were deleted: their type may still be asked for.
    void ends(std::span<const RelationshipId> relationships,
              std::span<RelationshipEnds> out) const override {
        expect(relationships.size() == out.size(), "ends has a place for each relationship");
        const auto& table = graph().relationships();
        for (std::size_t row = 0; row < relationships.size(); ++row) {
            const auto at = raw(relationships[row]);
            expect(at < table.size(), "ends is asked of relationships that were created");
            out[row] = table[at].ends;
        }
    }

protected:
    Reader(std::uint64_t version, std::string identity)
        : version_{version}, identity_{std::move(identity)} {}

    virtual const MemoryGraph& graph() const = 0;

private:
    std::uint64_t version_;
    std::string identity_;
};

class MemorySnapshot final : public Reader<Snapshot> {
public:
    MemorySnapshot(MemoryGraph graph, std::uint64_t version, std::string identity,
                   std::shared_ptr<ChangeLog> changes)
        : Reader{version, std::move(identity)}, graph_{std::move(graph)}, changes_{
                                                                              std::move(changes)} {}

    const Statistics& statistics() const override {
        std::call_once(counted_, [this] { statistics_ = graph_.count(); });
        return statistics_;
    }
    bool touched_since(TouchedMark& mark, Touched& out) const override {
        if (!changes_->collect(mark.version, version(), out)) return false;
        mark = {version(), 0, 0};
        return true;
    }
    const MemoryGraph& graph() const override { return graph_; }
    const std::shared_ptr<ChangeLog>& changes() const { return changes_; }

private:
    MemoryGraph graph_;
    std::shared_ptr<ChangeLog> changes_; // shared by all states of the store
    mutable std::once_flag counted_;
    mutable Statistics statistics_;
};

class MemoryStore final : public Store {
public:
    std::shared_ptr<const Snapshot> snapshot() const override { return newest(); }
    std::unique_ptr<Transaction> begin(std::chrono::milliseconds longest_wait) override;

    std::shared_ptr<const MemorySnapshot> newest() const {
        const std::lock_guard lock{mutex_};
        return newest_;
    }
    void publish(std::shared_ptr<const MemorySnapshot> snapshot) {
        const std::lock_guard lock{mutex_};
        newest_ = std::move(snapshot);
    }

    struct EndTurn {
        void operator()(MemoryStore* store) const { store->end_turn(); }
    };
    // Held by the one writer; the next one waits for its end.
    using Turn = std::unique_ptr<MemoryStore, EndTurn>;

private:
    // Null if the writer stays longer than that.
    Turn take_turn(std::chrono::milliseconds longest_wait) {
        std::unique_lock lock{mutex_};
        if (!writer_left_.wait_for(lock, longest_wait, [this] { return !has_writer_; })) return {};
        has_writer_ = true;
        return Turn{this};
    }
    void end_turn() {
        const std::lock_guard lock{mutex_};
        has_writer_ = false;
        writer_left_.notify_one();
    }

    mutable std::mutex mutex_; // guards all below
    // Shared with the readers that asked for it.
    std::shared_ptr<const MemorySnapshot> newest_ = std::make_shared<MemorySnapshot>(
        MemoryGraph{}, 0, random_uuid(), std::make_shared<ChangeLog>());
    bool has_writer_ = false;
    std::condition_variable writer_left_;
};

class MemoryTransaction final : public Reader<Transaction> {
public:
    MemoryTransaction(MemoryStore::Turn turn, const MemorySnapshot& base)
        : Reader{base.version() + 1, base.identity()}, turn_{std::move(turn)}, graph_{base.graph()},
          changes_{base.changes()} {}

    LabelId label(std::string_view name) override {
        return graph_for_change().symbols.labels.add(name);
    }
    TypeId type(std::string_view name) override {
        return graph_for_change().symbols.types.add(name);
    }
    KeyId key(std::string_view name) override { return graph_for_change().symbols.keys.add(name); }

    NodeId create_node(std::span<const LabelId> labels) override {
        const auto node = graph_for_change().add_node(labels);
        own_.add(node);
        return node;
    }
    RelationshipId create_relationship(NodeId source, TypeId type, NodeId target) override {
        const auto relationship = graph_for_change().add_relationship({source, target, type});
        own_.add(relationship);
        return relationship;
    }
    void add_label(NodeId node, LabelId label) override {
        auto& labels = graph_for_change().change(node).labels;
        const auto at = std::ranges::lower_bound(labels, label);
        if (at == labels.end() || *at != label) labels.insert(at, label);
        own_.add(node);
    }
    void remove_label(NodeId node, LabelId label) override {
        std::erase(graph_for_change().change(node).labels, label);
        own_.add(node);
    }
    void set_property(NodeId node, KeyId key, const Value& value) override {
        set(node, key, value);
    }
    void set_property(RelationshipId relationship, KeyId key, const Value& value) override {
        set(relationship, key, value);
    }
    void delete_relationship(RelationshipId relationship) override {
        graph_for_change().remove(relationship);
        own_.add(relationship);
    }
    void delete_node(NodeId node) override {
        graph_for_change().remove(node);
        own_.add(node);
    }
    void set_schema(Schema schema) override { graph_for_change().schema = std::move(schema); }

    // The state that the transaction began on is the newest of which the log knows.
    bool touched_since(TouchedMark& mark, Touched& out) const override {
        const auto began_on = version() - 1;
        if (!changes_->collect(mark.version, began_on, out)) return false;
        mark.version = began_on;
        collect_own(own_, mark, out);
        return true;
    }

    void commit() override {
        const auto& graph = graph_for_change();
        const auto turn = std::move(turn_);
        changes_->record(version() - 1, version(), own_);
        turn->publish(std::make_shared<MemorySnapshot>(graph, version(), identity(), changes_));
    }

    const Statistics& statistics() const override {
        if (!statistics_) statistics_ = graph_.count();
        return *statistics_;
    }

private:
    const MemoryGraph& graph() const override { return graph_; }

    MemoryGraph& graph_for_change() {
        expect(turn_ != nullptr, "a transaction is not used after its commit");
        statistics_.reset();
        return graph_;
    }

    template <typename Id> void set(Id entity, KeyId key, const Value& value) {
        auto& graph = graph_for_change();
        require_storable(value, graph.symbols.keys.name(key));
        auto& properties = graph.change(entity).properties;
        if (value.is_null()) {
            properties.erase(key);
        } else {
            properties.insert_or_assign(key, value);
        }
        own_.add(entity);
    }

    MemoryStore::Turn turn_; // null once the transaction is over
    MemoryGraph graph_;
    std::shared_ptr<ChangeLog> changes_; // shared by all states of the store
    Touched own_;
    mutable std::optional<Statistics> statistics_;
};

std::unique_ptr<Transaction> MemoryStore::begin(std::chrono::milliseconds longest_wait) {
    auto turn = take_turn(longest_wait); // before the newest state, which the last writer made
    if (!turn) return nullptr;
    return std::make_unique<MemoryTransaction>(std::move(turn), *newest());
}

} // namespace

std::unique_ptr<Store> make_memory_store() { return std::make_unique<MemoryStore>(); }

} // namespace lintas
