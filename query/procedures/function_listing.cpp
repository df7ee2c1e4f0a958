// SHOW FUNCTIONS: the functions and aggregates, from the tables that implement them.
#include "query/functions/name_order.h"
#include "query/functions/signature.h"
#include "query/functions/topic.h"
#include "query/procedures/listing.h"

#include <algorithm>

namespace lintas::query {

namespace {

Value described(std::string_view name, std::string type, bool optional) {
    Map field;
    field.insert_or_assign("description",
                           Value{std::string{name} + (optional ? "; may be left out" : "")});
    field.insert_or_assign("name", Value{std::string{name}});
    field.insert_or_assign("type", Value{std::move(type)});
    return Value{std::move(field)};
}

std::vector<Value> row_of(std::string_view category, const ScalarFunction& function) {
    List parameters;
    for (const auto& parameter : function.parameters.list())
        parameters.push_back(
            described(parameter.name, type_text(parameter.accepts), parameter.optional));
    return {Value{std::string{function.name}},
            Value{std::string{category}},
            Value{std::string{function.summary}},
            Value{signature(function)},
            Value{true},
            Value{std::move(parameters)},
            Value{type_text(function.gives)},
            Value{false},
            Value{false}};
}

std::vector<Value> row_of(const AggregateFunction& function) {
    List parameters{described("input", type_text(Accepts::Any), false)};
    if (function.arguments > 1)
        parameters.push_back(described("percentile", type_text(Accepts::Float), false));
    return {Value{std::string{function.name}},
            Value{"Aggregation"},
            Value{std::string{function.summary}},
            Value{signature(function)},
            Value{true},
            Value{std::move(parameters)},
            Value{type_text(function.gives)},
            Value{true},
            Value{false}};
}

ProcedureRows functions(Arguments, ProcedureContext&) {
    ProcedureRows rows;
    for (const auto& topic : function_topics())
        for (const auto& function : topic.functions) rows.push_back(row_of(topic.name, function));
    for (const auto& function : all_aggregates()) rows.push_back(row_of(function));
    std::ranges::sort(rows, [](const auto& left, const auto& right) {
        return name_comes_before(left[0].string(), right[0].string());
    });
    return rows;
}

} // namespace

Listing function_listing() {
    auto procedure = rows_procedure("SHOW FUNCTIONS",
                                    {{"name", Accepts::String},
                                     {"category", Accepts::String},
                                     {"description", Accepts::String},
                                     {"signature", Accepts::String},
                                     {"isBuiltIn", Accepts::Boolean},
                                     {"argumentDescription", Accepts::List},
                                     {"returnDescription", Accepts::String},
                                     {"aggregating", Accepts::Boolean},
                                     {"isDeprecated", Accepts::Boolean}},
                                    functions, "The functions");
    return {
        std::make_shared<const Procedure>(std::move(procedure)),
        3,
        {{"BUILT IN", "isBuiltIn", {Value{true}}}, {"USER DEFINED", "isBuiltIn", {Value{false}}}}};
}

} // namespace lintas::query
