// db.* and dbms.*: what the graph and the service are made of.
#include "query/procedures/procedure.h"

#include <set>

namespace lintas::query {

namespace {

ProcedureRows rows_of(const std::set<std::string>& names) {
    ProcedureRows rows;
    for (const auto& name : names) rows.push_back({Value{name}});
    return rows;
}

// Labels that a node has, not all that the catalogue ever knew.
ProcedureRows labels(Arguments, ProcedureContext& context) {
    std::set<std::string> names;
    for (const auto& [set, count] : context.graph.statistics().nodes_of_label_set)
        for (const auto label : set)
            if (count > 0) names.insert(context.graph.symbols().labels.name(label));
    return rows_of(names);
}

ProcedureRows relationship_types(Arguments, ProcedureContext& context) {
    std::set<std::string> names;
    for (const auto& [type, count] : context.graph.statistics().relationships_of_type)
        if (count > 0) names.insert(context.graph.symbols().types.name(type));
    return rows_of(names);
}

ProcedureRows property_keys(Arguments, ProcedureContext& context) {
    const auto& all = context.graph.symbols().keys.all();
    return rows_of({all.begin(), all.end()});
}

ProcedureRows components(Arguments, ProcedureContext&) {
    return {{Value{"lintas"}, Value{List{Value{LINTAS_VERSION}}}, Value{"community"}}};
}

} // namespace

std::vector<Procedure> database_procedures() {
    return {
        rows_procedure("db.labels", {{"label", Accepts::String}}, labels,
                       "The labels that nodes have"),
        rows_procedure("db.propertyKeys", {{"propertyKey", Accepts::String}}, property_keys,
                       "The keys of properties"),
        rows_procedure("db.relationshipTypes", {{"relationshipType", Accepts::String}},
                       relationship_types, "The types that relationships have"),
        rows_procedure(
            "dbms.components",
            {{"name", Accepts::String}, {"versions", Accepts::List}, {"edition", Accepts::String}},
            components, "The name and the version of the service"),
    };
}

} // namespace lintas::query
