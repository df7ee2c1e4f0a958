#include "graph/lmdb/graph_transaction.h"

#include "graph/error.h"
#include "graph/expect.h"
#include "graph/lmdb/absent.h"
#include "graph/lmdb/value_bytes.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::lmdb {

namespace {

constexpr std::uint64_t most_ids = std::uint64_t{1} << 32;

void expect_room(std::uint64_t next, const char* what) {
    if (next < most_ids) return;
    throw Error{ErrorCode::Limit,
                fmt::format("The store has given out 4,294,967,296 ids of {}; the store allows no "
                            "more until it is compacted",
                            what)};
}

} // namespace

GraphTransaction::GraphTransaction(std::unique_ptr<WriterTurn> turn, const State& state,
                                   std::uint64_t edit, std::shared_ptr<const void> owner)
    : Overlaid{state, std::move(owner)}, turn_{std::move(turn)}, edit_{edit}, began_on_{
                                                                                  state.version} {
    set_version(began_on_ + 1);
}

void GraphTransaction::expect_open() const {
    expect(turn_ != nullptr, "a transaction is not used after its commit");
}

template <typename Id> void GraphTransaction::expect_exists(Id id) const {
    expect_open();
    if (!exists(id)) throw_absent(id);
}

void GraphTransaction::change(const Change& change) {
    expect_open();
    expect(overlay_for_change().apply(change, edit_), "a change speaks of known names");
    encode_change(change, record_);
}

LabelId GraphTransaction::label(std::string_view name) {
    expect_open();
    if (const auto known = symbols().labels.find(name)) return *known;
    const auto id = LabelId{static_cast<std::uint32_t>(symbols().labels.all().size())};
    change(LabelNamed{id, std::string{name}});
    return id;
}

TypeId GraphTransaction::type(std::string_view name) {
    expect_open();
    if (const auto known = symbols().types.find(name)) return *known;
    const auto id = TypeId{static_cast<std::uint32_t>(symbols().types.all().size())};
    change(TypeNamed{id, std::string{name}});
    return id;
}

KeyId GraphTransaction::key(std::string_view name) {
    expect_open();
    if (const auto known = symbols().keys.find(name)) return *known;
    const auto id = KeyId{static_cast<std::uint32_t>(symbols().keys.all().size())};
    change(KeyNamed{id, std::string{name}});
    return id;
}

NodeId GraphTransaction::create_node(std::span<const LabelId> labels) {
    expect_open();
    const auto next = state().overlay.next().node;
    expect_room(next, "nodes");
    LabelSet set{labels.begin(), labels.end()};
    std::ranges::sort(set);
    set.erase(std::unique(set.begin(), set.end()), set.end());
    const auto node = NodeId{static_cast<std::uint32_t>(next)};
    change(NodeCreated{node, set});
    touched_.add(node);
    count_nodes(set, 1);
    return node;
}

RelationshipId GraphTransaction::create_relationship(NodeId source, TypeId type, NodeId target) {
    expect_exists(source);
    expect_exists(target);
    const auto next = state().overlay.next().relationship;
    expect_room(next, "relationships");
    const auto relationship = RelationshipId{static_cast<std::uint32_t>(next)};
    const RelationshipEnds ends{source, target, type};
    change(RelationshipCreated{relationship, ends});
    touched_.add(relationship);
    count_relationship(ends, 1);
    return relationship;
}

void GraphTransaction::add_label(NodeId node, LabelId label) {
    expect_exists(node);
    auto set = labels(node);
    const auto at = std::ranges::lower_bound(set, label);
    if (at != set.end() && *at == label) return;
    set.insert(at, label);
    relabel(node, std::move(set));
}

void GraphTransaction::remove_label(NodeId node, LabelId label) {
    expect_exists(node);
    auto set = labels(node);
    if (std::erase(set, label) > 0) relabel(node, std::move(set));
}

void GraphTransaction::relabel(NodeId node, LabelSet labels) {
    const auto before = this->labels(node);
    count_relationships_of(node, before, -1);
    count_nodes(before, -1);
    change(NodeRelabelled{node, labels});
    touched_.add(node);
    count_nodes(labels, 1);
    count_relationships_of(node, labels, 1);
}

void GraphTransaction::set_property(NodeId node, KeyId key, const Value& value) {
    expect_exists(node);
    expect_storable(value, symbols().keys.name(key));
    change(NodePropertySet{node, key, value});
    touched_.add(node);
}

void GraphTransaction::set_property(RelationshipId relationship, KeyId key, const Value& value) {
    expect_exists(relationship);
    expect_storable(value, symbols().keys.name(key));
    change(RelationshipPropertySet{relationship, key, value});
    touched_.add(relationship);
}

void GraphTransaction::delete_relationship(RelationshipId relationship) {
    expect_exists(relationship);
    RelationshipEnds ends;
    this->ends({&relationship, 1}, {&ends, 1});
    change(RelationshipDeleted{relationship, ends});
    touched_.add(relationship);
    count_relationship(ends, -1);
}

void GraphTransaction::delete_node(NodeId node) {
    expect_exists(node);
    if (is_connected(node))
        throw Error{ErrorCode::ConstraintVerification, ErrorDetail::DeleteConnectedNode,
                    fmt::format("Node `{}` still has relationships; delete them first, or use "
                                "`DETACH DELETE`",
                                element_id(node))};
    const auto before = labels(node);
    change(NodeDeleted{node});
    touched_.add(node);
    count_nodes(before, -1);
}

bool GraphTransaction::is_connected(NodeId node) const {
    for (std::uint32_t type = 0; type < symbols().types.all().size(); ++type)
        for (const auto direction : {Direction::Outgoing, Direction::Incoming}) {
            AdjacencyList list;
            expand({&node, 1}, TypeId{type}, direction, {&list, 1});
            if (list.size > 0) return true;
        }
    return false;
}

void GraphTransaction::count_nodes(const LabelSet& labels, std::int64_t difference) {
    counted_.count_nodes(labels, difference);
    statistics_.reset();
}

void GraphTransaction::count_relationship(const RelationshipEnds& ends, std::int64_t difference) {
    counted_.count_relationships(labels(ends.source), ends.type, labels(ends.target), difference);
    statistics_.reset();
}

void GraphTransaction::count_relationships_of(NodeId node, const LabelSet& labels,
                                              std::int64_t difference) {
    for (std::uint32_t at = 0; at < symbols().types.all().size(); ++at) {
        const TypeId type{at};
        AdjacencyList list;
        expand({&node, 1}, type, Direction::Outgoing, {&list, 1});
        for (std::uint32_t place = 0; place < list.size; ++place) {
            const auto target = list.neighbour(place);
            counted_.count_relationships(
                labels, type, target == node ? labels : this->labels(target), difference);
        }
        expand({&node, 1}, type, Direction::Incoming, {&list, 1});
        for (std::uint32_t place = 0; place < list.size; ++place)
            if (const auto source = list.neighbour(place); source != node)
                counted_.count_relationships(this->labels(source), type, labels, difference);
    }
}

void GraphTransaction::set_schema(Schema schema) { change(SchemaReplaced{std::move(schema)}); }

bool GraphTransaction::touched_since(TouchedMark& mark, Touched& out) const {
    if (!state().changes->collect(mark.version, began_on_, out)) return false;
    mark.version = began_on_;
    collect_own(touched_, mark, out);
    return true;
}

const Statistics& GraphTransaction::statistics() const {
    if (!statistics_) statistics_ = counted_.apply_to(reader().statistics());
    return *statistics_;
}

void GraphTransaction::commit() {
    expect_open();
    for (const auto& counted : counted_.changes()) change(counted);
    counted_ = {};
    statistics_.reset();
    // Nothing was written: it stays the state that it was.
    if (record_.size() == 0) set_version(began_on_);
    const auto turn = std::move(turn_);
    turn->commit(state(), record_.take(), std::move(touched_));
}

} // namespace lintas::lmdb
