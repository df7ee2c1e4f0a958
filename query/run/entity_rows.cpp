#include "query/run/entity_rows.h"

#include "graph/error.h"
#include "query/run/value_reader.h"

#include <string>

namespace lintas::query {

namespace {

NodeId id_in(const Value& value, NodeId) {
    if (value.is(ValueType::Node)) return value.node();
    throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                "Expected a node, but found `" + to_text(value) + "`"};
}
RelationshipId id_in(const Value& value, RelationshipId) {
    if (value.is(ValueType::Relationship)) return value.relationship();
    throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                "Expected a relationship, but found `" + to_text(value) + "`"};
}

template <typename Id> EntityRows<Id> entity_rows(const Column& column) {
    const auto* ids = column.get<std::vector<Id>>();
    if (ids && !column.may_be_null()) return {row_numbers_from(0, ids->size()), *ids};
    EntityRows<Id> found;
    ValueReader values{column};
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.is_null(row)) continue;
        found.rows.push_back(static_cast<std::uint32_t>(row));
        found.ids.push_back(ids ? (*ids)[row] : id_in(values[row], Id{}));
    }
    return found;
}

} // namespace

EntityRows<NodeId> node_rows(const Column& column) { return entity_rows<NodeId>(column); }
EntityRows<RelationshipId> relationship_rows(const Column& column) {
    return entity_rows<RelationshipId>(column);
}

std::optional<NodeId> node_at(const Column& column, std::size_t row) {
    if (column.is_null(row)) return std::nullopt;
    if (const auto* nodes = column.get<Nodes>()) return (*nodes)[row];
    return id_in(column.value(row), NodeId{});
}

} // namespace lintas::query
