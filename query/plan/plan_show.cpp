#include "query/plan/plan_show.h"

#include "query/plan/bind_expression.h"
#include "query/plan/plan_pattern.h"
#include "query/plan/plan_procedure_call.h"
#include "query/plan/plan_projection.h"
#include "query/procedures/listing.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::query {

namespace {

Listing listing_for(const Planning& planning, syntax::Show::What what, Span span) {
    using What = syntax::Show::What;
    const auto refuse = [span](std::string_view subject) -> Listing {
        throw Error{ErrorCode::Unsupported, fmt::format("`SHOW {}` cannot run yet", subject), span};
    };
    switch (what) {
    case What::Constraints: return constraint_listing();
    case What::Databases: return refuse("DATABASES");
    case What::Functions: return function_listing();
    case What::Indexes: return index_listing();
    case What::Procedures: return procedure_listing(planning.procedures);
    case What::Settings: return refuse("SETTINGS");
    case What::Transactions: return refuse("TRANSACTIONS");
    }
    return refuse("");
}

const ListingKind& kind_for(const Listing& listing, const syntax::Name& name) {
    const auto found = std::ranges::find(listing.kinds, name.text, &ListingKind::words);
    if (found != listing.kinds.end()) return *found;
    std::string known = "`ALL`";
    for (const auto& kind : listing.kinds) known += fmt::format(", `{}`", kind.words);
    throw Error{
        ErrorCode::Syntax, ErrorDetail::UnexpectedSyntax,
        fmt::format("`{}` has no `{}`; it can show {}", listing.procedure->name, name.text, known),
        name.span};
}

// A column of the listing, under the name that it has from here on.
struct Shown {
    std::size_t column;
    syntax::Name name;
};

std::vector<Shown> shown_columns(const syntax::Show& show, const Listing& listing, Span span) {
    const auto& columns = listing.procedure->columns;
    std::vector<Shown> shown;
    if (show.yield.empty()) {
        const auto count = show.yield_all ? columns.size() : listing.shown;
        for (std::size_t i = 0; i < count; ++i) shown.push_back({i, {columns[i].name, span}});
        return shown;
    }
    for (const auto& item : show.yield)
        shown.push_back({column_named(*listing.procedure, item.column, ""),
                         item.alias ? *item.alias : item.column});
    return shown;
}

PlanPointer only_kind(PlanPointer plan, const Listing& listing, const ListingKind& kind,
                      const std::vector<Slot>& slots, Span span) {
    const auto column = column_named(*listing.procedure, {kind.column, span}, "");
    auto values = make(ConstantExpression{Value{List{kind.values}}}, span);
    return filtered(
        std::move(plan),
        make(BinaryExpression{BinaryKind::In, slot_expression(slots[column]), std::move(values)},
             span));
}

} // namespace

PlannedBody plan_show(Planning& planning, const syntax::Show& show, Span span) {
    const auto listing = listing_for(planning, show.what, span);
    CallProcedureStep step;
    step.procedure = listing.procedure;
    std::vector<Slot> slots;
    for (std::size_t i = 0; i < listing.procedure->columns.size(); ++i) {
        slots.push_back(planning.slots.add(listing.procedure->columns[i].name));
        step.columns.emplace_back(i, slots.back());
    }
    step.input = make_plan(ArgumentStep{}, 1);
    auto plan = make_plan(std::move(step), 1);
    if (show.kind)
        plan = only_kind(std::move(plan), listing, kind_for(listing, *show.kind), slots, span);

    Scope scope;
    PlannedBody body;
    body.returns = true;
    for (const auto& [column, name] : shown_columns(show, listing, span)) {
        const StaticType type{listing.procedure->columns[column].type, Accepts::Any};
        if (scope.find(name.text) != nullptr)
            throw Error{ErrorCode::Syntax, ErrorDetail::VariableAlreadyBound,
                        fmt::format("Variable `{}` is bound already", name.text), name.span};
        scope.bind(name.text, {slots[column], VariableKind::Value, type});
        body.columns.push_back(name.text);
        body.slots.push_back(slots[column]);
        body.types.push_back(type);
    }
    auto rest = plan_with(planning, show.rest, scope, std::move(plan));
    body.plan = std::move(rest.plan);
    if (!show.result) return body;
    auto result = plan_return(planning, show.result->projection, rest.scope, std::move(body.plan));
    body.plan = std::move(result.plan);
    body.columns = std::move(result.columns);
    body.slots = std::move(result.slots);
    body.types = std::move(result.types);
    return body;
}

} // namespace lintas::query
