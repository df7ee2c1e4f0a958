#include "query/plan/plan_projection.h"

#include "query/plan/bind_expression.h"
#include "query/plan/estimate.h"
#include "query/plan/plan_pattern.h"
#include "query/plan/slots_of.h"
#include "query/syntax/print.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace lintas::query {

namespace {

// An item that is to be projected: from a written one, or from `*`.
struct Item {
    std::string name;
    const syntax::Expression* value = nullptr; // nullptr: a variable of `*`
    bool aggregates = false;
    Span span;
};

class ProjectionPlanner {
public:
    ProjectionPlanner(Planning& planning, const syntax::Projection& projection, const Scope& scope,
                      PlanPointer input, bool needs_alias)
        : planning_{planning}, projection_{projection}, scope_{scope},
          needs_alias_{needs_alias}, plan_{std::move(input)} {
        grouping_.input = &scope_;
    }

    PlannedProjection run(const syntax::Expression* where);

private:
    void take_items();
    void take_all();
    void add_item(Item item);
    void check_aliases() const;
    bool groups() const {
        return std::ranges::any_of(items_, [](const Item& item) { return item.aggregates; });
    }

    void project();
    void group();
    void bind_name(const Item& item, Slot slot, const StaticType& type);
    Slot slot_for(const Item& item, const Bound& bound);
    Bound bind_item(const Item& item);

    void order();
    Grouping closed_grouping() const;
    void filter(const syntax::Expression& where);
    Bound bind_sort_key(const syntax::Expression& key);
    void skip_and_limit();
    ExpressionPointer bind_count(const syntax::Expression& count, std::string_view clause);

    Planning& planning_;
    const syntax::Projection& projection_;
    const Scope& scope_;
    bool needs_alias_;
    PlanPointer plan_;
    std::vector<Item> items_;
    const syntax::ProjectionItem* without_alias_ = nullptr;
    Grouping grouping_;
    std::vector<ProjectionColumn> columns_;
    // What ORDER BY and WHERE see: also the incoming names, unless they were grouped or made
    // distinct.
    Scope below_;
    // Printed text of a projected expression -> where its value lies.
    std::map<std::string, GroupingKey> projected_;
    PlannedProjection result_;
};

void ProjectionPlanner::add_item(Item item) {
    for (const auto& other : items_)
        if (other.name == item.name)
            throw Error{
                ErrorCode::Syntax, ErrorDetail::ColumnNameConflict,
                fmt::format("Column `{}` occurs twice; give one another name with `AS`", item.name),
                item.span};
    items_.push_back(std::move(item));
}

void ProjectionPlanner::take_all() {
    if (scope_.empty())
        throw Error{ErrorCode::Syntax, ErrorDetail::NoVariablesInScope,
                    "`*` stands for all variables, but there is none here", projection_.span};
    for (const auto& [name, binding] : scope_.bindings())
        add_item({name, nullptr, false, projection_.span});
}

void ProjectionPlanner::take_items() {
    // WITH * of nothing is nothing; RETURN * needs something to return.
    if (projection_.all && !(needs_alias_ && scope_.empty())) take_all();
    for (const auto& item : projection_.items) {
        const auto is_variable = std::holds_alternative<syntax::Variable>(item.value->form);
        if (needs_alias_ && !item.alias && !is_variable && !without_alias_) without_alias_ = &item;
        auto name = item.alias    ? item.alias->text
                    : is_variable ? std::get<syntax::Variable>(item.value->form).name
                                  : item.text;
        add_item({std::move(name), item.value.get(), contains_aggregate(*item.value),
                  item.alias ? item.alias->span : item.value->span});
    }
}

// Last, since what the expressions mean is the greater fault.
void ProjectionPlanner::check_aliases() const {
    if (without_alias_ == nullptr) return;
    throw Error{ErrorCode::Syntax, ErrorDetail::NoExpressionAlias,
                fmt::format("`{}` needs a name in `WITH`: write `{} AS name`", without_alias_->text,
                            without_alias_->text),
                without_alias_->value->span};
}

Bound ProjectionPlanner::bind_item(const Item& item) {
    if (item.value == nullptr) {
        const auto* binding = scope_.find(item.name);
        return {make(SlotExpression{binding->slot}, item.span), binding->type};
    }
    return ExpressionBinder{planning_, scope_}.bind(*item.value);
}

void ProjectionPlanner::bind_name(const Item& item, Slot slot, const StaticType& type) {
    result_.columns.push_back(item.name);
    result_.slots.push_back(slot);
    result_.types.push_back(type);
    result_.scope.bind(item.name, {slot, kind_of(type), type});
    if (item.value != nullptr)
        projected_.emplace(syntax::print(*item.value), GroupingKey{slot, type});
}

// A variable keeps its slot; anything else gets a new one.
Slot ProjectionPlanner::slot_for(const Item& item, const Bound& bound) {
    if (const auto* same = std::get_if<SlotExpression>(&bound.expression->form)) return same->slot;
    const auto slot = planning_.slots.add(item.name);
    columns_.push_back({slot, bound.expression});
    return slot;
}

void ProjectionPlanner::project() {
    for (const auto& item : items_) {
        const auto bound = bind_item(item);
        bind_name(item, slot_for(item, bound), bound.type);
    }
    if (!columns_.empty()) {
        const auto rows = plan_->estimated_rows;
        plan_ = make_plan(ProjectStep{std::move(plan_), std::move(columns_)}, rows);
    }
}

void ProjectionPlanner::group() {
    std::vector<ProjectionColumn> keys;
    std::map<std::size_t, GroupingKey> key_of_item;
    for (std::size_t i = 0; i < items_.size(); ++i) {
        if (items_[i].aggregates) continue;
        const auto bound = bind_item(items_[i]);
        const GroupingKey key{planning_.slots.add(items_[i].name), bound.type};
        keys.push_back({key.slot, bound.expression});
        key_of_item.emplace(i, key);
        const auto* value = items_[i].value;
        if (value != nullptr) grouping_.parts.merge(simple_parts(*value));
        if (value == nullptr)
            grouping_.keys.emplace(items_[i].name, key);
        else if (is_simple_key(*value))
            grouping_.keys.emplace(syntax::print(*value), key);
    }
    std::vector<ProjectionColumn> after;
    const Scope no_locals;
    ExpressionBinder binder{planning_, no_locals, {.grouping = &grouping_}};
    for (std::size_t i = 0; i < items_.size(); ++i) {
        if (const auto key = key_of_item.find(i); key != key_of_item.end()) {
            bind_name(items_[i], key->second.slot, key->second.type);
            continue;
        }
        const auto bound = binder.bind(*items_[i].value);
        bind_name(items_[i], slot_for(items_[i], bound), bound.type);
    }
    const auto rows = keys.empty() ? 1 : std::sqrt(plan_->estimated_rows);
    plan_ = make_plan(AggregateStep{std::move(plan_), std::move(keys), grouping_.aggregates}, rows);
    if (!columns_.empty())
        plan_ = make_plan(ProjectStep{std::move(plan_), std::move(columns_)}, rows);
}

// ORDER BY sees the projected names, the projected expressions, and, unless rows were grouped or
// made distinct, the incoming names; a projected name hides an incoming one.
// What can be repeated once rows are grouped or distinct: projected names and expressions.
Grouping ProjectionPlanner::closed_grouping() const {
    auto closed = grouping_;
    closed.closed = true;
    closed.input = &result_.scope;
    closed.keys.insert(projected_.begin(), projected_.end());
    for (const auto& [name, binding] : result_.scope.bindings())
        closed.keys[name] = {binding.slot, binding.type};
    return closed;
}

void ProjectionPlanner::filter(const syntax::Expression& where) {
    if (contains_aggregate(where) || (!groups() && !projection_.distinct)) {
        plan_ =
            filtered(std::move(plan_), ExpressionBinder{planning_, below_}.bind_predicate(where));
        return;
    }
    auto closed = closed_grouping();
    ExpressionBinder binder{planning_, result_.scope, {.grouping = &closed}};
    plan_ = filtered(std::move(plan_), binder.bind_predicate(where));
}

Bound ProjectionPlanner::bind_sort_key(const syntax::Expression& key) {
    if (const auto known = projected_.find(syntax::print(key)); known != projected_.end())
        if (!std::holds_alternative<syntax::Variable>(key.form))
            return {make(SlotExpression{known->second.slot}, key.span), known->second.type};
    if (!groups() && !projection_.distinct) return ExpressionBinder{planning_, below_}.bind(key);
    if (!groups() && contains_aggregate(key))
        return ExpressionBinder{planning_, result_.scope}.bind(key);
    auto closed = closed_grouping();
    if (contains_aggregate(key)) closed.input = &scope_;
    Scope nothing;
    nothing.leave_out(scope_, true);
    return ExpressionBinder{planning_, nothing, {.grouping = &closed}}.bind(key);
}

ExpressionPointer ProjectionPlanner::bind_count(const syntax::Expression& count,
                                                std::string_view clause) {
    const auto bound = ExpressionBinder{planning_, scope_}.bind(count);
    if (!slots_of(*bound.expression).empty())
        throw Error{ErrorCode::Syntax, ErrorDetail::NonConstantExpression,
                    fmt::format("`{}` needs the same number for all rows, so it cannot read a "
                                "variable",
                                clause),
                    count.span};
    const auto* constant = std::get_if<ConstantExpression>(&bound.expression->form);
    const auto* minus = std::get_if<UnaryExpression>(&bound.expression->form);
    const auto is_negative = (constant != nullptr && constant->value.is(ValueType::Integer) &&
                              constant->value.integer() < 0) ||
                             (minus != nullptr && minus->kind == UnaryKind::Minus &&
                              std::holds_alternative<ConstantExpression>(minus->operand->form) &&
                              bound.type.is_only(Accepts::Integer));
    if (is_negative)
        throw Error{ErrorCode::Syntax, ErrorDetail::NegativeIntegerArgument,
                    fmt::format("`{}` needs a number of rows, so 0 or more", clause), count.span};
    if (!bound.type.may_be(Accepts::Integer))
        throw Error{
            ErrorCode::Syntax, ErrorDetail::InvalidArgumentType,
            fmt::format("`{}` needs an integer, not {}", clause, describe(bound.type.accepts)),
            count.span};
    return bound.expression;
}

void ProjectionPlanner::order() {
    if (projection_.order.empty()) return;
    SortStep sort;
    for (const auto& item : projection_.order)
        sort.keys.push_back({bind_sort_key(*item.key).expression, item.descending});
    const auto rows = plan_->estimated_rows;
    if (projection_.limit) {
        sort.limit = bind_count(*projection_.limit, "LIMIT");
        if (projection_.skip)
            sort.limit = make(BinaryExpression{BinaryKind::Add, sort.limit,
                                               bind_count(*projection_.skip, "SKIP")},
                              projection_.limit->span);
    }
    sort.input = std::move(plan_);
    plan_ = make_plan(std::move(sort), rows);
}

void ProjectionPlanner::skip_and_limit() {
    if (projection_.skip) {
        const auto rows = plan_->estimated_rows;
        auto count = bind_count(*projection_.skip, "SKIP");
        plan_ = make_plan(SkipStep{std::move(plan_), std::move(count)}, rows);
    }
    if (projection_.limit) {
        auto count = bind_count(*projection_.limit, "LIMIT");
        auto rows = plan_->estimated_rows;
        const auto* constant = std::get_if<ConstantExpression>(&count->form);
        if (constant != nullptr && constant->value.is(ValueType::Integer))
            rows = std::min(rows, constant->value.number());
        plan_ = make_plan(LimitStep{std::move(plan_), std::move(count)}, rows);
    }
}

PlannedProjection ProjectionPlanner::run(const syntax::Expression* where) {
    take_items();
    if (groups())
        group();
    else
        project();
    result_.scope.leave_out(scope_);
    below_ = result_.scope;
    if (!groups() && !projection_.distinct) {
        below_ = scope_;
        for (const auto& [name, binding] : result_.scope.bindings()) below_.bind(name, binding);
    }
    if (projection_.distinct) {
        const auto rows = plan_->estimated_rows;
        plan_ = make_plan(DistinctStep{std::move(plan_), result_.slots}, rows);
    }
    order();
    skip_and_limit();
    if (where != nullptr) filter(*where);
    check_aliases();
    result_.plan = std::move(plan_);
    return std::move(result_);
}

} // namespace

PlannedProjection plan_return(Planning& planning, const syntax::Projection& projection,
                              const Scope& scope, PlanPointer input) {
    return ProjectionPlanner{planning, projection, scope, std::move(input), false}.run(nullptr);
}

PlannedProjection plan_with(Planning& planning, const syntax::With& with, const Scope& scope,
                            PlanPointer input) {
    return ProjectionPlanner{planning, with.projection, scope, std::move(input), true}.run(
        with.where.get());
}

} // namespace lintas::query
