#include "query/plan/bind_expression.h"

#include "graph/expect.h"
#include "query/plan/bind_aggregate.h"
#include "query/plan/bind_operators.h"
#include "query/plan/bind_subquery.h"
#include "query/plan/check_function.h"

#include <fmt/format.h>

namespace lintas::query {

ExpressionPointer make(decltype(Expression::form) form, Span span) {
    return std::make_shared<const Expression>(Expression{std::move(form), span});
}

ExpressionPointer slot_expression(Slot slot) { return make(SlotExpression{slot}); }

ExpressionPointer slots_equal(Slot left, Slot right, Span span) {
    return make(BinaryExpression{BinaryKind::Equal, slot_expression(left), slot_expression(right)},
                span);
}

ExpressionPointer conjunction(ExpressionPointer left, ExpressionPointer right) {
    if (!left) return right;
    if (!right) return left;
    const auto span = left->span;
    return make(BinaryExpression{BinaryKind::And, std::move(left), std::move(right)}, span);
}

namespace {

QuantifierKind kind_for(syntax::QuantifierKind what) {
    switch (what) {
    case syntax::QuantifierKind::All: return QuantifierKind::All;
    case syntax::QuantifierKind::Any: return QuantifierKind::Any;
    case syntax::QuantifierKind::None: return QuantifierKind::None;
    case syntax::QuantifierKind::Single: return QuantifierKind::Single;
    }
    return QuantifierKind::All;
}

// A bound chain is as deep as it is long, and whoever evaluates it recurses.
constexpr std::size_t longest_chain = 1000;

bool is_logic(syntax::BinaryOperator what) {
    return what == syntax::BinaryOperator::Or || what == syntax::BinaryOperator::Xor ||
           what == syntax::BinaryOperator::And;
}

} // namespace

// One overload a form of expression.
struct FormBinder {
    ExpressionBinder& self;
    Span span;

    BindRules inner_rules(bool patterns = false) const {
        auto rules = self.rules_;
        rules.patterns = patterns;
        return rules;
    }
    // Binds a part in which no pattern may stand for a boolean.
    Bound part(const syntax::Expression& expression) const {
        auto binder = self.with(inner_rules());
        return binder.bind(expression);
    }
    ExpressionPointer part_or_none(const syntax::ExpressionPointer& expression) const {
        return expression ? part(*expression).expression : nullptr;
    }

    Bound operator()(const syntax::Literal& form) const {
        return {make(ConstantExpression{form.value}, span), type_of_value(form.value)};
    }
    Bound operator()(const syntax::Parameter& form) const {
        self.planning_.parameters.insert(form.name);
        return {make(ParameterExpression{form.name}, span), {}};
    }
    Bound operator()(const syntax::Variable& form) const {
        const auto* binding = self.scope_.find(form.name);
        if (binding != nullptr) return {make(SlotExpression{binding->slot}, span), binding->type};
        throw undefined_variable(self.scope_, form.name, span);
    }
    Bound operator()(const syntax::ListLiteral& form) const {
        ListExpression list;
        auto element = Accepts::Nothing;
        for (const auto& item : form.items) {
            auto bound = part(*item);
            element = element | bound.type.accepts;
            list.items.push_back(std::move(bound.expression));
        }
        const auto type = list_of(form.items.empty() ? Accepts::Any : element);
        return {make(std::move(list), span), type};
    }
    Bound operator()(const syntax::MapLiteral& form) const {
        MapExpression map;
        for (const auto& entry : form.entries)
            map.entries.emplace_back(entry.key.text, part(*entry.value).expression);
        return {make(std::move(map), span), {Accepts::Map, Accepts::Any}};
    }
    Bound operator()(const syntax::PropertyAccess& form) const {
        auto base = part(*form.base);
        const auto with_keys =
            Accepts::Map | Accepts::Entity | Accepts::Temporal | Accepts::Duration | Accepts::Point;
        if (!base.type.may_be(with_keys))
            throw Error{base.type.is_only(Accepts::Path) ? ErrorCode::Syntax : ErrorCode::Type,
                        ErrorDetail::InvalidArgumentType,
                        fmt::format("Property `{}` needs a node, a relationship or a map, not {}",
                                    form.key.text, describe(base.type.accepts)),
                        span};
        return {make(PropertyExpression{std::move(base.expression), form.key.text}, span), {}};
    }
    Bound operator()(const syntax::LabelTest& form) const {
        auto base = part(*form.base);
        need("A label test", Accepts::Entity, base);
        return {
            make(LabelTestExpression{std::move(base.expression), bind_labels(*form.labels)}, span),
            boolean_type};
    }
    Bound operator()(const syntax::Index& form) const {
        auto base = part(*form.base);
        auto index = part(*form.index);
        if (!base.type.may_be(Accepts::List | Accepts::Map | Accepts::Entity))
            throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                        fmt::format("`[...]` needs a list, a map, a node or a relationship, not {}",
                                    describe(base.type.accepts)),
                        span};
        const auto type = element_of(base.type);
        return {
            make(IndexExpression{std::move(base.expression), std::move(index.expression)}, span),
            type};
    }
    Bound operator()(const syntax::Slice& form) const {
        auto base = part(*form.base);
        need("A slice", Accepts::List, base);
        const auto type = base.type.is_only(Accepts::List) ? base.type : StaticType{};
        return {make(SliceExpression{std::move(base.expression), part_or_none(form.from),
                                     part_or_none(form.to)},
                     span),
                type};
    }
    Bound operator()(const syntax::Unary& form) const {
        const auto kind = unary_kind(form.what);
        if (kind == UnaryKind::Not) {
            auto binder = self.with(inner_rules(self.rules_.patterns));
            auto operand = binder.bind(*form.operand);
            need("`NOT`", Accepts::Boolean, operand);
            return {make(UnaryExpression{kind, std::move(operand.expression)}, span), boolean_type};
        }
        auto operand = part(*form.operand);
        if (kind == UnaryKind::IsNull || kind == UnaryKind::IsNotNull)
            return {make(UnaryExpression{kind, std::move(operand.expression)}, span), boolean_type};
        need(kind == UnaryKind::Minus ? "Unary `-`" : "Unary `+`", Accepts::Number, operand);
        const auto type = operand.type;
        return {make(UnaryExpression{kind, std::move(operand.expression)}, span), type};
    }
    Bound operator()(const syntax::Binary& form) const {
        auto binder = self.with(inner_rules(self.rules_.patterns && is_logic(form.what)));
        auto left = binder.bind(*form.left);
        auto right = binder.bind(*form.right);
        return bind_binary(binary_kind(form.what), std::move(left), std::move(right), span);
    }
    Bound operator()(const syntax::Chain& form) const {
        if (form.operators.size() > longest_chain)
            throw Error{ErrorCode::Limit,
                        fmt::format("An expression of {} operators in a row is too long; {} are "
                                    "allowed",
                                    form.operators.size(), longest_chain),
                        span};
        auto result = part(*form.operands[0]);
        for (std::size_t i = 0; i < form.operators.size(); ++i)
            result = bind_binary(binary_kind(form.operators[i]), std::move(result),
                                 part(*form.operands[i + 1]),
                                 {span.begin, form.operands[i + 1]->span.end});
        return result;
    }
    Bound operator()(const syntax::Comparison& form) const {
        std::vector<Bound> operands;
        for (const auto& operand : form.operands) operands.push_back(part(*operand));
        Bound all;
        for (std::size_t i = 0; i < form.operators.size(); ++i) {
            auto link =
                bind_binary(binary_kind(form.operators[i]), operands[i], operands[i + 1], span);
            all.expression = conjunction(std::move(all.expression), std::move(link.expression));
        }
        all.type = boolean_type;
        return all;
    }
    Bound operator()(const syntax::TypeTest& form) const {
        auto operand = part(*form.operand);
        return {
            make(TypeTestExpression{std::move(operand.expression), form.negated, form.type}, span),
            boolean_type};
    }
    Bound operator()(const syntax::NormalizedTest& form) const {
        return bind_normalized(part(*form.operand), form, self.planning_.slots.add(), span);
    }
    Bound operator()(const syntax::CaseSubject&) const {
        expect(self.rules_.case_subject != nullptr, "a subject is tested within a simple CASE");
        return *self.rules_.case_subject;
    }
    Bound operator()(const syntax::Case& form) const {
        CaseExpression result;
        auto type = StaticType{Accepts::Nothing, Accepts::Nothing};
        auto rules = inner_rules(!form.subject);
        Bound subject;
        if (form.subject) {
            subject = part(*form.subject);
            rules.case_subject = &subject;
            if (!std::holds_alternative<SlotExpression>(subject.expression->form)) {
                result.subject_slot = self.planning_.slots.add();
                result.subject =
                    std::exchange(subject.expression,
                                  make(SlotExpression{result.subject_slot}, form.subject->span));
            }
        }
        const auto take = [&](const syntax::Expression& then) {
            auto bound = part(then);
            type = either(type, bound.type);
            return bound.expression;
        };
        for (const auto& branch : form.branches) {
            std::vector<ExpressionPointer> conditions;
            for (const auto& condition : branch.when)
                conditions.push_back(self.with(rules).bind_predicate(*condition));
            const auto then = take(*branch.then);
            for (auto& condition : conditions)
                result.branches.emplace_back(std::move(condition), then);
        }
        if (form.otherwise) result.otherwise = take(*form.otherwise);
        return {make(std::move(result), span), type};
    }
    Bound operator()(const syntax::FunctionCall& form) const {
        if (is_aggregate(form)) no_aggregate_here(form.name.text, self.rules_, span);
        return bind_function(form);
    }
    Bound operator()(const syntax::CountStar&) const {
        no_aggregate_here("count", self.rules_, span);
    }
    Bound operator()(const syntax::ListComprehension& form) const {
        auto list = part(*form.list);
        need("A list comprehension", Accepts::List, list);
        const auto [variable, binder] = inside(form.variable, element_of(list.type));
        auto inner = binder;
        ComprehensionExpression result{std::move(list.expression), variable, nullptr, nullptr};
        if (form.filter) result.filter = inner.bind_predicate(*form.filter);
        auto type = list.type.is_only(Accepts::List) ? list.type : list_of(Accepts::Any);
        if (form.result) {
            inner.rules_.patterns = false;
            auto bound = inner.bind(*form.result);
            type = list_of(bound.type.accepts);
            result.result = std::move(bound.expression);
        }
        return {make(std::move(result), span), type};
    }
    Bound operator()(const syntax::Quantifier& form) const {
        auto list = part(*form.list);
        need("A quantifier", Accepts::List, list);
        const auto [variable, binder] = inside(form.variable, element_of(list.type));
        auto inner = binder;
        auto predicate = form.predicate ? inner.bind_predicate(*form.predicate)
                                        : make(SlotExpression{variable}, span);
        return {make(QuantifierExpression{kind_for(form.kind), std::move(list.expression), variable,
                                          std::move(predicate)},
                     span),
                boolean_type};
    }
    Bound operator()(const syntax::Reduce& form) const {
        auto initial = part(*form.initial);
        auto list = part(*form.list);
        need("reduce()", Accepts::List, list);
        auto [variable, binder] = inside(form.variable, element_of(list.type));
        const auto accumulator = self.planning_.slots.add(form.accumulator.text);
        auto inner = binder;
        inner.scope_.bind(form.accumulator.text, {accumulator, VariableKind::Value, {}});
        inner.rules_.patterns = false;
        auto step = inner.bind(*form.step);
        return {
            make(ReduceExpression{accumulator, std::move(initial.expression),
                                  std::move(list.expression), variable, std::move(step.expression)},
                 span),
            {}};
    }
    Bound operator()(const syntax::PatternComprehension& form) const {
        return bind_pattern_comprehension(self.planning_, self.scope_, form, span);
    }
    Bound operator()(const syntax::PatternPredicate& form) const {
        if (form.pattern->shortest != syntax::ShortestFunction::None)
            return bind_shortest_expression(self.planning_, self.scope_, *form.pattern, span);
        if (!self.rules_.patterns)
            throw Error{ErrorCode::Syntax, ErrorDetail::UnexpectedSyntax,
                        "A pattern can only stand in a predicate; use `EXISTS { ... }` or a "
                        "pattern comprehension `[... | ...]` here",
                        span};
        return bind_pattern_predicate(self.planning_, self.scope_, *form.pattern, span);
    }
    Bound operator()(const syntax::MapProjection& form) const {
        auto base = part(*form.base);
        need("A map projection", Accepts::Map | Accepts::Entity, base);
        MapProjectionExpression result{base.expression, false, {}};
        for (const auto& item : form.items) {
            switch (item.form) {
            case syntax::MapProjectionItem::Form::AllProperties:
                result.all_properties = true;
                break;
            case syntax::MapProjectionItem::Form::Property:
                result.entries.emplace_back(
                    item.key.text,
                    make(PropertyExpression{base.expression, item.key.text}, item.span));
                break;
            case syntax::MapProjectionItem::Form::Variable:
                result.entries.emplace_back(
                    item.key.text,
                    FormBinder{self, item.key.span}(syntax::Variable{item.key.text}).expression);
                break;
            case syntax::MapProjectionItem::Form::Entry:
                result.entries.emplace_back(item.key.text, part(*item.value).expression);
                break;
            }
        }
        return {make(std::move(result), span), {Accepts::Map, Accepts::Any}};
    }
    Bound operator()(const syntax::Subquery& form) const {
        return bind_subquery(self.planning_, self.scope_, form, span);
    }

private:
    struct Inside {
        Slot variable;
        ExpressionBinder binder;
    };
    // What a comprehension's own parts see: its variable too, but no aggregate.
    Inside inside(const syntax::Name& name, const StaticType& type) const {
        auto rules = inner_rules(true);
        rules.in_comprehension = true;
        auto binder = self.with(rules);
        const auto slot = self.planning_.slots.add(name.text);
        binder.scope_.bind(name.text, {slot, kind_of(type), type});
        return {slot, binder};
    }

    Bound bind_function(const syntax::FunctionCall& form) const {
        if (form.arguments.size() == 1 && is_name(form.name.text, "exists"))
            return bind_exists(*form.arguments[0]);
        const auto& function = function_for(form, span);
        FunctionExpression result{&function, {}};
        std::vector<StaticType> types;
        for (const auto& argument : form.arguments) {
            auto bound = part(*argument);
            types.push_back(bound.type);
            result.arguments.push_back(std::move(bound.expression));
        }
        if (!function.deterministic && self.rules_.in_aggregate)
            throw Error{ErrorCode::Syntax, ErrorDetail::NonConstantExpression,
                        fmt::format("Function `{}` cannot be used inside an aggregate, since it "
                                    "gives another value each time",
                                    form.name.text),
                        span};
        const auto type = check_function(form, function, types);
        return {make(std::move(result), span), type};
    }

    // exists(n.key) and exists((a)-->(b)) are functions in form only.
    Bound bind_exists(const syntax::Expression& argument) const {
        if (const auto* pattern = std::get_if<syntax::PatternPredicate>(&argument.form))
            return bind_pattern_predicate(self.planning_, self.scope_, *pattern->pattern, span);
        auto bound = part(argument);
        return {make(UnaryExpression{UnaryKind::IsNotNull, std::move(bound.expression)}, span),
                boolean_type};
    }
};

Bound ExpressionBinder::bind(const syntax::Expression& expression) {
    if (rules_.grouping != nullptr)
        if (auto grouped = bind_grouped(planning_, scope_, rules_, expression)) return *grouped;
    return std::visit(FormBinder{*this, expression.span}, expression.form);
}

ExpressionPointer ExpressionBinder::bind_predicate(const syntax::Expression& expression) {
    auto rules = rules_;
    rules.patterns = true;
    auto bound = with(rules).bind(expression);
    need("A predicate", Accepts::Boolean, bound);
    return bound.expression;
}

} // namespace lintas::query
