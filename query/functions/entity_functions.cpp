#include "query/functions/function.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::query {

namespace {

template <typename Id> void check_exists(Id id, const Snapshot& graph) {
    if (graph.exists(id)) return;
    throw Error{ErrorCode::EntityNotFound, ErrorDetail::DeletedEntityAccess,
                fmt::format("Entity `{}` was deleted, it has no labels and properties any more",
                            element_id(id))};
}

std::vector<PropertyValue> properties_of(const Value& entity, const Snapshot& graph) {
    if (entity.is(ValueType::Node)) {
        check_exists(entity.node(), graph);
        return graph.properties(entity.node());
    }
    check_exists(entity.relationship(), graph);
    return graph.properties(entity.relationship());
}

// Asked without a check of existence: a relationship keeps its type and ends when it is deleted.
RelationshipEnds ends_of(const Value& relationship, const Snapshot& graph) {
    const auto id = relationship.relationship();
    RelationshipEnds ends;
    graph.ends({&id, 1}, {&ends, 1});
    return ends;
}

Value id(Arguments arguments, CallContext&) {
    if (arguments[0].is(ValueType::Node)) return std::int64_t{raw(arguments[0].node())};
    return std::int64_t{raw(arguments[0].relationship())};
}

Value element_id(Arguments arguments, CallContext&) {
    if (arguments[0].is(ValueType::Node)) return lintas::element_id(arguments[0].node());
    return lintas::element_id(arguments[0].relationship());
}

Value labels(Arguments arguments, CallContext& context) {
    check_exists(arguments[0].node(), context.graph);
    List names;
    for (const auto label : context.graph.labels(arguments[0].node()))
        names.emplace_back(context.graph.symbols().labels.name(label));
    return Value{std::move(names)};
}

Value type(Arguments arguments, CallContext& context) {
    return context.graph.symbols().types.name(ends_of(arguments[0], context.graph).type);
}

Value start_node(Arguments arguments, CallContext& context) {
    return ends_of(arguments[0], context.graph).source;
}

Value end_node(Arguments arguments, CallContext& context) {
    return ends_of(arguments[0], context.graph).target;
}

Value keys(Arguments arguments, CallContext& context) {
    List names;
    if (arguments[0].is(ValueType::Map)) {
        for (const auto& [key, value] : arguments[0].map()) names.emplace_back(key);
        return Value{std::move(names)};
    }
    for (const auto& property : properties_of(arguments[0], context.graph))
        names.emplace_back(context.graph.symbols().keys.name(property.key));
    // By name as in a map: ids differ from store to store.
    std::ranges::sort(names, {}, &Value::string);
    return Value{std::move(names)};
}

Value properties(Arguments arguments, CallContext& context) {
    if (arguments[0].is(ValueType::Map)) return arguments[0];
    Map map;
    for (auto& property : properties_of(arguments[0], context.graph))
        map.emplace(context.graph.symbols().keys.name(property.key), std::move(property.value));
    return map;
}

Value nodes(Arguments arguments, CallContext&) {
    const auto& path = arguments[0].path();
    return Value{List(path.nodes.begin(), path.nodes.end())};
}

Value relationships(Arguments arguments, CallContext&) {
    const auto& path = arguments[0].path();
    return Value{List(path.relationships.begin(), path.relationships.end())};
}

Value length(Arguments arguments, CallContext&) {
    return static_cast<std::int64_t>(arguments[0].path().relationships.size());
}

constexpr FunctionParameter entity{"entity", Accepts::Entity};
constexpr FunctionParameter entity_or_map{"value", Accepts::Entity | Accepts::Map};
constexpr FunctionParameter path{"path", Accepts::Path};
constexpr FunctionParameter relationship{"relationship", Accepts::Relationship};

constexpr ScalarFunction entity_table[] = {
    {"elementId",
     {entity},
     Accepts::String,
     element_id,
     "The id of a node or a relationship as text"},
    {"endNode", {relationship}, Accepts::Node, end_node, "The node at which a relationship ends"},
    {"id", {entity}, Accepts::Integer, id, "The id of a node or a relationship as a number"},
    {"keys", {entity_or_map}, Accepts::List, keys, "The keys of a node, a relationship or a map"},
    {"labels", {{"node", Accepts::Node}}, Accepts::List, labels, "The labels of a node"},
    {"length", {path}, Accepts::Integer, length, "The number of relationships of a path"},
    {"nodes", {path}, Accepts::List, nodes, "The nodes of a path"},
    {"properties",
     {entity_or_map},
     Accepts::Map,
     properties,
     "The properties of a node or a relationship as a map"},
    {"relationships", {path}, Accepts::List, relationships, "The relationships of a path"},
    {"startNode",
     {relationship},
     Accepts::Node,
     start_node,
     "The node at which a relationship starts"},
    {"type", {relationship}, Accepts::String, type, "The type of a relationship"},
};

} // namespace

std::span<const ScalarFunction> entity_functions() { return entity_table; }

} // namespace lintas::query
