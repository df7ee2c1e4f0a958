#include "query/plan/plan_procedure_call.h"

#include "query/plan/bind_expression.h"
#include "query/plan/plan_pattern.h"
#include "query/procedures/procedure.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::query {

namespace {

ProcedurePointer procedure_for(const Planning& planning, const syntax::Name& name) {
    if (auto found = planning.procedures.find(name.text)) return found;
    const auto near = planning.procedures.near(name.text);
    throw Error{ErrorCode::Procedure, ErrorDetail::ProcedureNotFound,
                near.empty() ? fmt::format("Procedure `{}` does not exist", name.text)
                             : fmt::format("Procedure `{}` does not exist; did you mean `{}`?",
                                           name.text, near),
                name.span};
}

// An integer goes where a float is wanted.
bool fits(const StaticType& type, Accepts wanted) {
    if (overlaps(wanted, Accepts::Float)) wanted = wanted | Accepts::Integer;
    return type.may_be(wanted);
}

void check_count(const Procedure& procedure, std::size_t written, Span span) {
    const auto most = procedure.parameters.size();
    if (written >= procedure.required && written <= most) return;
    const auto allowed = procedure.required == most
                             ? fmt::format("{}", most)
                             : fmt::format("{} to {}", procedure.required, most);
    throw Error{
        ErrorCode::Syntax, ErrorDetail::InvalidNumberOfArguments,
        fmt::format("Procedure `{}` takes {} arguments, not {}", procedure.name, allowed, written),
        span};
}

std::vector<ExpressionPointer> written_arguments(Planning& planning, const Scope& scope,
                                                 const syntax::CallProcedure& call,
                                                 const Procedure& procedure, Span span) {
    const auto& written = *call.arguments;
    check_count(procedure, written.size(), span);
    std::vector<ExpressionPointer> arguments;
    for (std::size_t i = 0; i < written.size(); ++i) {
        auto bound = ExpressionBinder{planning, scope}.bind(*written[i]);
        const auto& parameter = procedure.parameters[i];
        if (!fits(bound.type, parameter.type))
            throw Error{ErrorCode::Syntax, ErrorDetail::InvalidArgumentType,
                        fmt::format("Procedure `{}` takes {} as `{}`, not {}", procedure.name,
                                    describe(parameter.type), parameter.name,
                                    describe(bound.type.accepts)),
                        written[i]->span};
        arguments.push_back(std::move(bound.expression));
    }
    arguments.resize(procedure.parameters.size(), make(ConstantExpression{}, span));
    return arguments;
}

std::vector<ExpressionPointer> implicit_arguments(Planning& planning, const Procedure& procedure,
                                                  bool alone, Span span) {
    if (!alone)
        throw Error{ErrorCode::Syntax, ErrorDetail::InvalidArgumentPassingMode,
                    fmt::format("Inside a query the arguments of `{}` are written in parentheses",
                                procedure.name),
                    span};
    std::vector<ExpressionPointer> arguments;
    for (std::size_t i = 0; i < procedure.required; ++i) {
        const auto& parameter = procedure.parameters[i];
        planning.parameters.insert(parameter.name);
        arguments.push_back(make(ParameterExpression{parameter.name}, span));
    }
    arguments.resize(procedure.parameters.size(), make(ConstantExpression{}, span));
    return arguments;
}

// What the call names: column numbers with the names they get.
std::vector<std::pair<std::size_t, syntax::Name>>
yielded(const syntax::CallProcedure& call, const Procedure& procedure, bool alone, Span span) {
    std::vector<std::pair<std::size_t, syntax::Name>> found;
    if (call.yield && !call.yield_all) {
        for (const auto& item : *call.yield)
            found.emplace_back(column_named(procedure, item.column, "Procedure "),
                               item.alias ? *item.alias : item.column);
        return found;
    }
    if (call.yield_all && !alone)
        throw Error{ErrorCode::Syntax, ErrorDetail::UnexpectedSyntax,
                    "`YIELD *` stands only in a `CALL` that is the whole statement; name the "
                    "columns here",
                    span};
    if (alone)
        for (std::size_t i = 0; i < procedure.columns.size(); ++i)
            found.emplace_back(i, syntax::Name{procedure.columns[i].name, span});
    return found;
}

} // namespace

std::size_t column_named(const Procedure& procedure, const syntax::Name& name,
                         std::string_view called) {
    const auto found = std::ranges::find(procedure.columns, name.text, &ProcedureField::name);
    if (found != procedure.columns.end())
        return static_cast<std::size_t>(found - procedure.columns.begin());
    std::vector<std::string> known;
    for (const auto& column : procedure.columns) known.push_back(column.name);
    throw Error{ErrorCode::Syntax, ErrorDetail::UndefinedVariable,
                fmt::format("{}`{}` has no column `{}`; it has `{}`", called, procedure.name,
                            name.text, fmt::join(known, "`, `")),
                name.span};
}

PlannedCall plan_procedure_call(Planning& planning, const Scope& scope,
                                const syntax::CallProcedure& call, PlanPointer input, bool alone,
                                Span span) {
    CallProcedureStep step;
    step.procedure = procedure_for(planning, call.procedure);
    step.arguments = call.arguments
                         ? written_arguments(planning, scope, call, *step.procedure, span)
                         : implicit_arguments(planning, *step.procedure, alone, span);
    step.optional = call.optional;
    PlannedCall planned;
    for (const auto& [number, name] : yielded(call, *step.procedure, alone, span)) {
        const auto slot = planning.slots.add(name.text);
        step.columns.emplace_back(number, slot);
        planned.columns.push_back(
            {name, slot, {step.procedure->columns[number].type, Accepts::Any}});
    }
    planning.reads = true;
    const auto rows = input->estimated_rows;
    step.input = std::move(input);
    planned.plan = make_plan(std::move(step), rows);
    return planned;
}

} // namespace lintas::query
