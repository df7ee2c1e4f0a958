#include "query/plan/bind_aggregate.h"

#include "query/functions/aggregate.h"
#include "query/plan/check_function.h"
#include "query/syntax/print.h"

#include <fmt/format.h>

namespace lintas::query {

void no_aggregate_here(std::string_view name, const BindRules& rules, Span span) {
    if (rules.in_aggregate)
        throw Error{ErrorCode::Syntax, ErrorDetail::NestedAggregation,
                    fmt::format("Aggregate `{}` cannot stand inside another aggregate", name),
                    span};
    throw Error{ErrorCode::Syntax, ErrorDetail::InvalidAggregation,
                fmt::format("Aggregate `{}` cannot stand here; aggregates belong into `WITH` or "
                            "`RETURN`",
                            name),
                span};
}

namespace {

struct Written {
    std::string_view name;
    const syntax::FunctionCall* call = nullptr; // nullptr: count(*)
};

std::optional<Written> aggregate_of(const syntax::Expression& expression) {
    if (std::holds_alternative<syntax::CountStar>(expression.form)) return Written{"count"};
    const auto* call = std::get_if<syntax::FunctionCall>(&expression.form);
    if (call == nullptr || !is_aggregate(*call)) return {};
    return Written{call->name.text, call};
}

Bound read(const GroupingKey& key, Span span) {
    return {make(SlotExpression{key.slot}, span), key.type};
}

Bound add_aggregate(Planning& planning, Grouping& grouping, const Written& written,
                    const std::string& printed, Span span) {
    AggregateColumn column{planning.slots.add(), nullptr, false, {}};
    StaticType type{Accepts::Integer, Accepts::Any};
    if (written.call != nullptr) {
        column.function = find_aggregate(written.name);
        column.distinct = written.call->distinct;
        type = {column.function->gives, Accepts::Any};
        check_aggregate(*written.call, *column.function, span);
        ExpressionBinder binder{planning, *grouping.input, {.in_aggregate = true}};
        for (const auto& argument : written.call->arguments) {
            auto bound = binder.bind(*argument);
            if (column.arguments.empty() && column.function->gives == Accepts::List)
                type = list_of(bound.type.accepts);
            column.arguments.push_back(std::move(bound.expression));
        }
    }
    const GroupingKey result{column.slot, type};
    grouping.results.emplace(printed, result);
    grouping.aggregates.push_back(std::move(column));
    return read(result, span);
}

Bound bind_call(Planning& planning, const BindRules& rules, const Written& written,
                const syntax::Expression& expression) {
    if (rules.in_comprehension) no_aggregate_here(written.name, rules, expression.span);
    auto& grouping = *rules.grouping;
    const auto printed = syntax::print(expression);
    if (const auto known = grouping.results.find(printed); known != grouping.results.end())
        return read(known->second, expression.span);
    if (!grouping.closed)
        return add_aggregate(planning, grouping, written, printed, expression.span);
    throw Error{ErrorCode::Syntax, ErrorDetail::UndefinedVariable,
                fmt::format("`{}` is not among the projected aggregates, and `ORDER BY` can only "
                            "repeat those",
                            printed),
                expression.span};
}

// The variable a simple key starts with.
const std::string& root_of(const syntax::Expression& expression) {
    if (const auto* variable = std::get_if<syntax::Variable>(&expression.form))
        return variable->name;
    return root_of(*std::get<syntax::PropertyAccess>(expression.form).base);
}

} // namespace

std::optional<Bound> bind_grouped(Planning& planning, const Scope& locals, const BindRules& rules,
                                  const syntax::Expression& expression) {
    if (const auto written = aggregate_of(expression))
        return bind_call(planning, rules, *written, expression);
    if (!is_simple_key(expression)) return {};
    if (locals.find(root_of(expression)) != nullptr) return {};
    const auto& keys = rules.grouping->keys;
    const auto printed = syntax::print(expression);
    if (const auto known = keys.find(printed); known != keys.end())
        return read(known->second, expression.span);
    // A property of a grouping key is as constant within a group as the key itself.
    if (std::holds_alternative<syntax::PropertyAccess>(expression.form)) {
        const auto& base = *std::get<syntax::PropertyAccess>(expression.form).base;
        if (is_simple_key(base) && keys.contains(syntax::print(base))) return {};
    }
    if (rules.grouping->input->find(root_of(expression)) == nullptr) return {};
    if (rules.grouping->closed && !rules.grouping->parts.contains(printed))
        throw Error{ErrorCode::Syntax, ErrorDetail::UndefinedVariable,
                    fmt::format("`{}` is not projected, and after an aggregate `ORDER BY` sees "
                                "only what is",
                                printed),
                    expression.span};
    throw Error{ErrorCode::Syntax, ErrorDetail::AmbiguousAggregationExpression,
                fmt::format("`{}` stands beside an aggregate but is no grouping key of its own; "
                            "project it as an item before",
                            printed),
                expression.span};
}

} // namespace lintas::query
