// Properties: base.key and map projections.
#include "query/functions/operators.h"
#include "query/run/column_kernel.h"
#include "query/run/entity_rows.h"
#include "query/run/evaluator.h"
#include "query/run/select_or_null.h"

namespace lintas::query {

namespace {

// An entity that this query deleted has no properties to read.
template <typename Id> void check_alive(const std::vector<Id>& entities, const Snapshot& graph) {
    for (const auto entity : entities)
        if (!graph.exists(entity))
            throw Error{ErrorCode::EntityNotFound, ErrorDetail::DeletedEntityAccess,
                        "The properties of `" + element_id(entity) +
                            "` cannot be read, since it was deleted"};
}

// The property of all the nodes or relationships of a column in one question to the store.
template <typename Id>
Column gather(const EntityRows<Id>& entities, const std::string& key, std::size_t rows,
              RunContext& context) {
    const auto& graph = context.graph();
    if (context.is_writing()) check_alive(entities.ids, graph);
    const auto id = graph.symbols().keys.find(key);
    if (!id || entities.ids.empty()) return null_column(rows);
    context.count_store_hits(entities.ids.size());
    return spread(graph.gather(*id, entities.ids), entities.rows, rows);
}

template <typename Id> Map properties_of(Id entity, const Snapshot& graph) {
    Map properties;
    for (auto& [key, value] : graph.properties(entity)) {
        properties.emplace(graph.symbols().keys.name(key), std::move(value));
    }
    return properties;
}

Map all_properties(const Value& base, const Snapshot& graph) {
    if (base.is(ValueType::Node)) return properties_of(base.node(), graph);
    if (base.is(ValueType::Relationship)) return properties_of(base.relationship(), graph);
    return base.map();
}

void check_projectable(const Value& base) {
    if (base.is_null() || base.is(ValueType::Map) || base.is(ValueType::Node) ||
        base.is(ValueType::Relationship)) {
        return;
    }
    throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                "A map projection needs a map, a node or a relationship, but found `" +
                    to_text(base) + "`"};
}

} // namespace

Column Evaluator::operator()(const PropertyExpression& form) const {
    const auto base = operand(form.base);
    if (base->get<Nodes>()) return gather(node_rows(*base), form.key, base->size(), context);
    if (base->get<Relationships>()) {
        return gather(relationship_rows(*base), form.key, base->size(), context);
    }
    return boxed_rows(*base, [&](const Value& value) {
        context.count_store_hits(value.is(ValueType::Node) || value.is(ValueType::Relationship));
        return property(value, form.key, context.call_context());
    });
}

Column Evaluator::operator()(const MapProjectionExpression& form) const {
    const auto base = operand(form.base);
    std::vector<Operand> entries;
    entries.reserve(form.entries.size());
    for (const auto& [key, value] : form.entries) entries.push_back(operand(value));

    Boxed results(batch.rows());
    for (std::size_t row = 0; row < results.size(); ++row) {
        const auto value = base->value(row);
        check_projectable(value);
        if (value.is_null()) continue;
        auto map = form.all_properties ? all_properties(value, context.graph()) : Map{};
        context.count_store_hits(map.size());
        for (std::size_t at = 0; at < entries.size(); ++at) {
            map.insert_or_assign(form.entries[at].first, entries[at]->value(row));
        }
        results[row] = Value{std::move(map)};
    }
    return Column{std::move(results)};
}

} // namespace lintas::query
