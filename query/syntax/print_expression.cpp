#include "query/syntax/balanced_run.h"
#include "query/syntax/print.h"
#include "query/syntax/printer.h"

#include <cmath>
#include <utility>

namespace lintas::query::syntax {

namespace {

struct OperatorText {
    Level level;
    std::string_view text;
};

OperatorText text_of(BinaryOperator what) {
    switch (what) {
    case BinaryOperator::Or: return {Level::Or, " OR "};
    case BinaryOperator::Xor: return {Level::Xor, " XOR "};
    case BinaryOperator::And: return {Level::And, " AND "};
    case BinaryOperator::Add: return {Level::Additive, " + "};
    case BinaryOperator::Subtract: return {Level::Additive, " - "};
    case BinaryOperator::Multiply: return {Level::Multiplicative, " * "};
    case BinaryOperator::Divide: return {Level::Multiplicative, " / "};
    case BinaryOperator::Modulo: return {Level::Multiplicative, " % "};
    case BinaryOperator::Power: return {Level::Power, " ^ "};
    case BinaryOperator::Concatenate: return {Level::Additive, " || "};
    case BinaryOperator::StartsWith: return {Level::Predicate, " STARTS WITH "};
    case BinaryOperator::EndsWith: return {Level::Predicate, " ENDS WITH "};
    case BinaryOperator::Contains: return {Level::Predicate, " CONTAINS "};
    case BinaryOperator::Matches: return {Level::Predicate, " =~ "};
    case BinaryOperator::In: return {Level::Predicate, " IN "};
    }
    return {Level::Bounded, ""};
}

std::string_view text_of(ComparisonOperator what) {
    switch (what) {
    case ComparisonOperator::Equal: return " = ";
    case ComparisonOperator::NotEqual: return " <> ";
    case ComparisonOperator::Less: return " < ";
    case ComparisonOperator::LessOrEqual: return " <= ";
    case ComparisonOperator::Greater: return " > ";
    case ComparisonOperator::GreaterOrEqual: return " >= ";
    }
    return "";
}

std::string_view text_of(QuantifierKind kind) {
    switch (kind) {
    case QuantifierKind::All: return "all(";
    case QuantifierKind::Any: return "any(";
    case QuantifierKind::None: return "none(";
    case QuantifierKind::Single: return "single(";
    }
    return "";
}

std::string_view text_of(SubqueryKind kind) {
    switch (kind) {
    case SubqueryKind::Exists: return "EXISTS { ";
    case SubqueryKind::Count: return "COUNT { ";
    case SubqueryKind::Collect: return "COLLECT { ";
    }
    return "";
}

bool is_number(const Expression& expression) {
    const auto* const literal = std::get_if<Literal>(&expression.form);
    return literal != nullptr && literal->value.is_number();
}

bool is_negative(const Value& value) {
    if (value.is(ValueType::Integer)) return value.integer() < 0;
    return value.is(ValueType::Float) && std::signbit(value.floating());
}

Level next(Level level) { return static_cast<Level>(static_cast<int>(level) + 1); }

struct LevelOf {
    Level operator()(const Literal& literal) const {
        return is_negative(literal.value) ? Level::Unary : Level::Atom;
    }
    Level operator()(const Variable&) const { return Level::Atom; }
    Level operator()(const Parameter&) const { return Level::Atom; }
    Level operator()(const ListLiteral&) const { return Level::Atom; }
    Level operator()(const MapLiteral&) const { return Level::Atom; }
    Level operator()(const PropertyAccess&) const { return Level::Postfix; }
    Level operator()(const LabelTest&) const { return Level::Postfix; }
    Level operator()(const Index&) const { return Level::Postfix; }
    Level operator()(const Slice&) const { return Level::Postfix; }
    Level operator()(const Unary& unary) const {
        switch (unary.what) {
        case UnaryOperator::Plus:
        case UnaryOperator::Minus: return Level::Unary;
        case UnaryOperator::Not: return Level::Not;
        case UnaryOperator::IsNull:
        case UnaryOperator::IsNotNull: return Level::Predicate;
        }
        return Level::Bounded;
    }
    Level operator()(const Binary& binary) const { return text_of(binary.what).level; }
    Level operator()(const Chain& chain) const { return text_of(chain.operators[0]).level; }
    Level operator()(const Comparison&) const { return Level::Comparison; }
    Level operator()(const NormalizedTest&) const { return Level::Predicate; }
    // A type may go on with `<` or `|`.
    Level operator()(const TypeTest&) const { return Level::Bounded; }
    Level operator()(const CaseSubject&) const { return Level::Atom; }
    Level operator()(const Case&) const { return Level::Atom; }
    Level operator()(const FunctionCall&) const { return Level::Atom; }
    Level operator()(const CountStar&) const { return Level::Atom; }
    Level operator()(const ListComprehension&) const { return Level::Atom; }
    Level operator()(const Quantifier&) const { return Level::Atom; }
    Level operator()(const Reduce&) const { return Level::Atom; }
    Level operator()(const PatternComprehension&) const { return Level::Atom; }
    Level operator()(const PatternPredicate&) const { return Level::Atom; }
    Level operator()(const MapProjection&) const { return Level::Atom; }
    Level operator()(const Subquery&) const { return Level::Atom; }
};

Level level_of(const Expression& expression) { return std::visit(LevelOf{}, expression.form); }

// Both halves of a tree that `what` joins.
auto halves_of(BinaryOperator what) {
    return [what](const Expression& tree) -> std::pair<const Expression*, const Expression*> {
        const auto* const binary = std::get_if<Binary>(&tree.form);
        if (binary == nullptr || binary->what != what) return {nullptr, nullptr};
        return {binary->left.get(), binary->right.get()};
    };
}

// What a condition is tested with where it is only a value, as in CASE x WHEN 1.
const Expression* compared_value(const Expression& condition) {
    const auto* const comparison = std::get_if<Comparison>(&condition.form);
    const bool is_plain = comparison != nullptr &&
                          comparison->operators.front() == ComparisonOperator::Equal &&
                          std::holds_alternative<CaseSubject>(comparison->operands[0]->form);
    return is_plain ? comparison->operands[1].get() : nullptr;
}

} // namespace

struct Printer::WriteExpression {
    Printer& to;
    const Expression& expression;

    void operator()(const Literal& literal) const { to.add(to_text(literal.value)); }
    void operator()(const Variable& variable) const { to.variable(variable.name); }
    void operator()(const Parameter& parameter) const { to.parameter(parameter.name); }
    void operator()(const ListLiteral& list) const {
        to.add("[");
        // [x IN list] would be a comprehension.
        to.list(list.items, [&](const auto& item) {
            to.write(*item, &item == &list.items.front() ? Level::Additive : Level::Or);
        });
        to.add("]");
    }
    void operator()(const MapLiteral& map) const {
        to.add("{");
        to.list(map.entries, [this](const MapEntry& entry) {
            to.key(entry.key.text);
            to.add(": ");
            to.write(*entry.value);
        });
        to.add("}");
    }
    void operator()(const PropertyAccess& access) const {
        to.base(*access.base);
        to.add(".");
        to.key(access.key.text);
    }
    void operator()(const LabelTest& test) const {
        to.base(*test.base);
        to.add(":");
        to.label_operand(*test.labels);
    }
    void operator()(const Index& index) const {
        to.base(*index.base);
        to.add("[");
        to.write(*index.index);
        to.add("]");
    }
    void operator()(const Slice& slice) const {
        to.base(*slice.base);
        to.add("[");
        if (slice.from) to.write(*slice.from);
        to.add("..");
        if (slice.to) to.write(*slice.to);
        to.add("]");
    }
    void operator()(const Unary& unary) const;
    void operator()(const Binary& binary) const;
    void operator()(const Chain& chain) const;
    void operator()(const Comparison& comparison) const;
    void operator()(const TypeTest& test) const {
        to.write(*test.operand, Level::Predicate);
        to.add(test.negated ? " IS NOT :: " : " IS :: ");
        to.add(test.type);
    }
    void operator()(const NormalizedTest& test) const {
        to.write(*test.operand, Level::Predicate);
        to.add(test.negated ? " IS NOT " : " IS ");
        to.add(test.form);
        to.add(" NORMALIZED");
    }
    void operator()(const CaseSubject&) const {}
    void case_condition(const Expression& condition, bool has_subject) const;
    void operator()(const Case& choice) const;
    void operator()(const FunctionCall& call) const {
        to.function_name(call.name.text);
        to.add(call.distinct ? "(DISTINCT " : "(");
        to.expressions(call.arguments);
        to.add(")");
    }
    void operator()(const CountStar&) const { to.add("count(*)"); }
    void operator()(const ListComprehension& comprehension) const;
    void operator()(const Quantifier& quantifier) const;
    void operator()(const Reduce& reduce) const;
    void operator()(const PatternComprehension& comprehension) const;
    void operator()(const PatternPredicate& predicate) const { to.write(*predicate.pattern); }
    void operator()(const MapProjection& projection) const {
        to.write(*projection.base, Level::Atom);
        to.add(" {");
        to.list(projection.items, [this](const auto& item) { to.map_projection_item(item); });
        to.add("}");
    }
    void operator()(const Subquery& subquery) const {
        to.add(text_of(subquery.kind));
        to.write(*subquery.query);
        to.add(" }");
    }
};

void Printer::WriteExpression::operator()(const Unary& unary) const {
    switch (unary.what) {
    case UnaryOperator::Plus:
    case UnaryOperator::Minus:
        to.add(unary.what == UnaryOperator::Plus ? "+" : "-");
        // -5 is one literal, -(5) an operator on one.
        to.write(*unary.operand, is_number(*unary.operand) ? Level::Bounded : Level::Unary);
        break;
    case UnaryOperator::Not:
        to.add("NOT ");
        to.write(*unary.operand, Level::Not);
        break;
    case UnaryOperator::IsNull:
        to.write(*unary.operand, Level::Predicate);
        to.add(" IS NULL");
        break;
    case UnaryOperator::IsNotNull:
        to.write(*unary.operand, Level::Predicate);
        to.add(" IS NOT NULL");
        break;
    }
}

void Printer::WriteExpression::operator()(const Binary& binary) const {
    const auto [level, text] = text_of(binary.what);
    if (level <= Level::And) return to.logical(expression, binary);
    if (level == Level::Predicate)
        to.write(*binary.left, level);
    else
        to.operand(*binary.left, level);
    to.add(text);
    to.operand(*binary.right, level);
}

void Printer::WriteExpression::operator()(const Chain& chain) const {
    const auto level = text_of(chain.operators[0]).level;
    to.operand(*chain.operands[0], level);
    for (std::size_t i = 0; i < chain.operators.size(); ++i) {
        to.add(text_of(chain.operators[i]).text);
        to.operand(*chain.operands[i + 1], level);
    }
}

void Printer::WriteExpression::operator()(const Comparison& comparison) const {
    to.operand(*comparison.operands[0], Level::Comparison);
    for (std::size_t i = 0; i < comparison.operators.size(); ++i) {
        to.add(text_of(comparison.operators[i]));
        to.operand(*comparison.operands[i + 1], Level::Comparison);
    }
}

// A condition on the subject begins with its operator, which no bracket may hide.
void Printer::WriteExpression::case_condition(const Expression& condition, bool has_subject) const {
    const auto* const value = has_subject ? compared_value(condition) : &condition;
    if (value == nullptr) return std::visit(WriteExpression{to, condition}, condition.form);
    to.add(" ");
    to.write(*value);
}

void Printer::WriteExpression::operator()(const Case& choice) const {
    to.add("CASE");
    if (choice.subject) {
        to.add(" ");
        to.write(*choice.subject);
    }
    for (const auto& [when, then] : choice.branches) {
        to.add(" WHEN");
        std::string_view separator;
        for (const auto& condition : when) {
            to.add(separator);
            separator = ",";
            case_condition(*condition, choice.subject != nullptr);
        }
        to.add(" THEN ");
        to.write(*then);
    }
    to.optional_part(" ELSE ", choice.otherwise);
    to.add(" END");
}

void Printer::WriteExpression::operator()(const ListComprehension& comprehension) const {
    to.add("[");
    to.variable(comprehension.variable.text);
    to.add(" IN ");
    to.write(*comprehension.list);
    to.where(comprehension.filter);
    to.optional_part(" | ", comprehension.result);
    to.add("]");
}

void Printer::WriteExpression::operator()(const Quantifier& quantifier) const {
    to.add(text_of(quantifier.kind));
    to.variable(quantifier.variable.text);
    to.add(" IN ");
    to.write(*quantifier.list);
    to.where(quantifier.predicate);
    to.add(")");
}

void Printer::WriteExpression::operator()(const Reduce& reduce) const {
    to.add("reduce(");
    to.variable(reduce.accumulator.text);
    to.add(" = ");
    to.write(*reduce.initial);
    to.add(", ");
    to.variable(reduce.variable.text);
    to.add(" IN ");
    to.write(*reduce.list);
    to.add(" | ");
    to.write(*reduce.step);
    to.add(")");
}

void Printer::WriteExpression::operator()(const PatternComprehension& comprehension) const {
    to.add("[");
    to.write(*comprehension.pattern);
    to.where(comprehension.filter);
    to.add(" | ");
    to.write(*comprehension.result);
    to.add("]");
}

void Printer::write(const Expression& expression, Level level) {
    const bool is_bounded = level == Level::Bounded || level_of(expression) < level;
    if (is_bounded) add("(");
    std::visit(WriteExpression{*this, expression}, expression.form);
    if (is_bounded) add(")");
}

void Printer::expressions(const std::vector<ExpressionPointer>& items) {
    list(items, [this](const auto& item) { write(*item); });
}

void Printer::logical(const Expression& expression, const Binary& binary) {
    const auto [level, text] = text_of(binary.what);
    std::string_view separator;
    for (const auto* const part : operands_of(expression, halves_of(binary.what))) {
        add(separator);
        write(*part, next(level));
        separator = text;
    }
}

// An operand of a level whose own kind needs parentheses. Signs too: `(a) --(b)` draws a pattern.
void Printer::operand(const Expression& expression, Level level) {
    const bool has_sign = level_of(expression) == Level::Unary && !is_number(expression);
    write(expression, has_sign ? Level::Bounded : next(level));
}

void Printer::base(const Expression& expression) {
    const bool has_labels = std::holds_alternative<LabelTest>(expression.form);
    write(expression, has_labels ? Level::Bounded : Level::Postfix);
}

void Printer::map_projection_item(const MapProjectionItem& item) {
    switch (item.form) {
    case MapProjectionItem::Form::Property:
        add(".");
        key(item.key.text);
        break;
    case MapProjectionItem::Form::AllProperties: add(".*"); break;
    case MapProjectionItem::Form::Variable: key(item.key.text); break;
    case MapProjectionItem::Form::Entry:
        key(item.key.text);
        add(": ");
        write(*item.value);
        break;
    }
}

std::string print(const Expression& expression) {
    Printer printer;
    printer.write(expression);
    return printer.take();
}

} // namespace lintas::query::syntax
