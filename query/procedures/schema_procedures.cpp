// db.schema.*: which labels, types and properties go together in the graph as it is.
#include "query/procedures/procedure.h"

#include <algorithm>
#include <map>
#include <set>

namespace lintas::query {

namespace {

// The names that Neo4j's tools know: "String", "Long", "LongArray".
std::string type_name(const Value& value) {
    switch (value.type()) {
    case ValueType::Null: return "Null";
    case ValueType::Boolean: return "Boolean";
    case ValueType::Integer: return "Long";
    case ValueType::Float: return "Double";
    case ValueType::String: return "String";
    case ValueType::List:
        return value.list().empty() ? "Array" : type_name(value.list().front()) + "Array";
    case ValueType::Map: return "Map";
    case ValueType::Node: return "Node";
    case ValueType::Relationship: return "Relationship";
    case ValueType::Path: return "Path";
    case ValueType::Date: return "Date";
    case ValueType::LocalTime: return "LocalTime";
    case ValueType::ZonedTime: return "Time";
    case ValueType::LocalDateTime: return "LocalDateTime";
    case ValueType::ZonedDateTime: return "DateTime";
    case ValueType::Duration: return "Duration";
    case ValueType::Point: return "Point";
    }
    return "";
}

struct PropertyTypes {
    std::uint64_t count = 0; // entities that have the property
    std::set<std::string> types;
};

// Of all nodes with the same labels, or all relationships of a type.
struct EntityTypes {
    std::uint64_t count = 0;
    std::map<std::string, PropertyTypes> properties;
};

template <typename Group> using Groups = std::map<Group, EntityTypes>;

// Adds the property's values for the entities, each of which is of the group beside it.
template <typename Group>
void add_property(std::vector<EntityTypes*>& groups, const std::string& key, const Column& values) {
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (values.is_null(row)) continue;
        auto& property = groups[row]->properties[key];
        ++property.count;
        property.types.insert(type_name(values.value(row)));
    }
}

// Goes through all entities of the graph once.
template <typename Group, typename Ids, typename GroupOf>
Groups<Group> count_types(const ProcedureContext& context, GroupOf group_of) {
    const auto& graph = context.graph;
    Groups<Group> groups;
    ScanPosition position;
    for (Ids ids; graph.scan(position, std::nullopt, ids); ids.clear()) {
        context.work.check();
        std::vector<EntityTypes*> of_row;
        for (auto& group : group_of(ids)) {
            of_row.push_back(&groups[std::move(group)]);
            ++of_row.back()->count;
        }
        const auto& keys = graph.symbols().keys.all();
        for (std::size_t key = 0; key < keys.size(); ++key)
            add_property<Group>(of_row, keys[key],
                                graph.gather(KeyId{static_cast<std::uint32_t>(key)}, ids));
    }
    return groups;
}

Value names_of(const std::set<std::string>& names) {
    List list;
    for (const auto& name : names) list.emplace_back(name);
    return Value{std::move(list)};
}

std::string quoted(const std::string& name) { return ":`" + name + "`"; }

// One row a property; one with nulls where there is none.
void add_rows(ProcedureRows& rows, const std::vector<Value>& head, const EntityTypes& entities) {
    for (const auto& [key, property] : entities.properties) {
        auto row = head;
        row.insert(row.end(),
                   {Value{key}, names_of(property.types), Value{property.count == entities.count}});
        rows.push_back(std::move(row));
    }
    if (!entities.properties.empty()) return;
    auto row = head;
    row.insert(row.end(), {Value{}, Value{}, Value{false}});
    rows.push_back(std::move(row));
}

std::set<std::string> label_names(const Symbols& symbols, const LabelSet& labels) {
    std::set<std::string> names;
    for (const auto label : labels) names.insert(symbols.labels.name(label));
    return names;
}

ProcedureRows node_type_properties(Arguments, ProcedureContext& context) {
    const auto& graph = context.graph;
    const auto groups = count_types<std::set<std::string>, Nodes>(context, [&](const Nodes& nodes) {
        std::vector<std::set<std::string>> found;
        for (const auto node : nodes)
            found.push_back(label_names(graph.symbols(), graph.labels(node)));
        return found;
    });
    ProcedureRows rows;
    for (const auto& [labels, entities] : groups) {
        std::string name;
        for (const auto& label : labels) name += quoted(label);
        add_rows(rows, {Value{name}, names_of(labels)}, entities);
    }
    return rows;
}

ProcedureRows relationship_type_properties(Arguments, ProcedureContext& context) {
    const auto& graph = context.graph;
    const auto groups =
        count_types<std::string, Relationships>(context, [&](const Relationships& relationships) {
            std::vector<RelationshipEnds> ends(relationships.size());
            graph.ends(relationships, ends);
            std::vector<std::string> found;
            for (const auto& end : ends) found.push_back(graph.symbols().types.name(end.type));
            return found;
        });
    ProcedureRows rows;
    for (const auto& [type, entities] : groups) add_rows(rows, {Value{quoted(type)}}, entities);
    return rows;
}

Map named(std::string_view key, const std::string& name, std::uint64_t count) {
    Map map;
    map.insert_or_assign("count", Value{static_cast<std::int64_t>(count)});
    map.insert_or_assign(std::string{key}, Value{name});
    return map;
}

// A node for each label and a relationship for each combination of labels and a type, as maps: they
// are no nodes of the graph.
ProcedureRows visualization(Arguments, ProcedureContext& context) {
    const auto& symbols = context.graph.symbols();
    const auto& statistics = context.graph.statistics();
    std::map<std::string, std::uint64_t> labels;
    for (const auto& [set, count] : statistics.nodes_of_label_set)
        for (const auto label : set)
            if (count > 0) labels[symbols.labels.name(label)] += count;
    std::map<std::tuple<std::string, std::string, std::string>, std::uint64_t> triples;
    for (const auto& [triple, count] : statistics.relationships_of_triple) {
        const auto& [sources, type, targets] = triple;
        for (const auto source : sources)
            for (const auto target : targets)
                if (count > 0)
                    triples[{symbols.labels.name(source), symbols.types.name(type),
                             symbols.labels.name(target)}] += count;
    }
    List nodes;
    List relationships;
    for (const auto& [label, count] : labels) nodes.emplace_back(named("name", label, count));
    for (const auto& [triple, count] : triples) {
        auto map = named("type", std::get<1>(triple), count);
        map.insert_or_assign("source", Value{std::get<0>(triple)});
        map.insert_or_assign("target", Value{std::get<2>(triple)});
        relationships.emplace_back(std::move(map));
    }
    return {{Value{std::move(nodes)}, Value{std::move(relationships)}}};
}

} // namespace

std::vector<Procedure> schema_procedures() {
    return {
        rows_procedure("db.schema.nodeTypeProperties",
                       {{"nodeType", Accepts::String},
                        {"nodeLabels", Accepts::List},
                        {"propertyName", Accepts::String},
                        {"propertyTypes", Accepts::List},
                        {"mandatory", Accepts::Boolean}},
                       node_type_properties,
                       "The properties of nodes by their labels, with the types of the values and "
                       "whether all have them; reads the whole graph"),
        rows_procedure(
            "db.schema.relTypeProperties",
            {{"relType", Accepts::String},
             {"propertyName", Accepts::String},
             {"propertyTypes", Accepts::List},
             {"mandatory", Accepts::Boolean}},
            relationship_type_properties,
            "The properties of relationships by their type, with the types of the values "
            "and whether all have them; reads the whole graph"),
        rows_procedure("db.schema.visualization",
                       {{"nodes", Accepts::List}, {"relationships", Accepts::List}}, visualization,
                       "The labels, and which types connect them, with counts, as two lists of "
                       "maps"),
    };
}

} // namespace lintas::query
