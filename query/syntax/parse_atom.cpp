// What operators join: literals, variables, calls, CASE, maps and lists.
#include "query/syntax/grammar.h"
#include "query/syntax/literal.h"
#include "query/syntax/upper_case.h"

#include <limits>

namespace lintas::query::syntax {

ExpressionPointer Grammar::atom() {
    switch (cursor_.token().kind) {
    case TokenKind::Integer:
    case TokenKind::Float:
    case TokenKind::MalformedNumber: return number(false);
    case TokenKind::String: return string();
    case TokenKind::Parameter: return parameter();
    case TokenKind::LeftParenthesis: return parenthesized();
    case TokenKind::LeftBracket: return list();
    case TokenKind::LeftBrace: return map();
    case TokenKind::Name:
    case TokenKind::QuotedName: return word();
    default: cursor_.fail("an expression");
    }
}

// A minus just before the number belongs to it: -9223372036854775808 has no positive twin.
ExpressionPointer Grammar::number(bool negative) {
    const auto& token = cursor_.token();
    const auto text = cursor_.text(token);
    if (token.kind == TokenKind::MalformedNumber) fail_number(text, token.span);
    Value value = token.kind == TokenKind::Float ? Value{read_float(text, token.span, negative)}
                                                 : Value{read_integer(text, token.span, negative)};
    const auto first = cursor_.position() - (negative ? 1 : 0);
    cursor_.advance();
    return make(Literal{std::move(value)}, first);
}

ExpressionPointer Grammar::string() {
    const auto first = cursor_.position();
    auto text = read_string(cursor_.text(cursor_.token()), cursor_.token().span);
    cursor_.advance();
    return make(Literal{Value{std::move(text)}}, first);
}

ExpressionPointer Grammar::parameter() {
    const auto first = cursor_.position();
    auto name = read_name(cursor_.text(cursor_.token()).substr(1));
    cursor_.advance();
    return make(Parameter{std::move(name)}, first);
}

ExpressionPointer Grammar::parenthesized() {
    if (is_pattern(cursor_.position())) return pattern_predicate();
    const auto first = cursor_.position();
    cursor_.advance();
    auto result = expression();
    cursor_.expect(TokenKind::RightParenthesis, "`)` or an operator");
    result->span = cursor_.span_from(first);
    return result;
}

// NOT and the words that join operands are names only where nothing follows for them to work on.
void Grammar::refuse_operator() const {
    const auto& next = cursor_.token(1);
    if (cursor_.at(Keyword::Not) && starts_expression(next)) {
        cursor_.fail("an expression; one with `NOT` needs parentheses");
    }
    const bool joins = cursor_.at(TokenKind::Name) && !starts_expression(cursor_.token());
    if (joins && next.kind == TokenKind::LeftParenthesis) cursor_.fail("an expression");
}

ExpressionPointer Grammar::word() {
    refuse_operator();
    const bool is_quoted = cursor_.at(TokenKind::QuotedName);
    const bool is_function = is_call();
    switch (is_quoted ? Keyword::Unknown : cursor_.token().keyword) {
    case Keyword::True: return constant(true);
    case Keyword::False: return constant(false);
    case Keyword::Null: return constant(Value{});
    case Keyword::Nan: return constant(std::numeric_limits<double>::quiet_NaN());
    case Keyword::Infinity: return constant(std::numeric_limits<double>::infinity());
    case Keyword::Case:
        if (at_case()) return case_expression();
        break;
    case Keyword::Reduce:
        if (is_function && cursor_.token(3).kind == TokenKind::Equal) return reduce();
        break;
    case Keyword::ShortestPath:
    case Keyword::AllShortestPaths:
        if (is_function) return pattern_predicate();
        break;
    case Keyword::Count:
        if (is_function && cursor_.token(2).kind == TokenKind::Star) return count_star();
        break;
    default: break;
    }
    if (const auto kind = quantifier_kind()) return quantified(*kind);
    if (const auto kind = subquery_kind()) return subquery(*kind);
    return is_function ? function_call() : variable();
}

ExpressionPointer Grammar::constant(Value value) {
    const auto first = cursor_.position();
    cursor_.advance();
    return make(Literal{std::move(value)}, first);
}

ExpressionPointer Grammar::variable() {
    const auto first = cursor_.position();
    auto name = cursor_.expect_name("a variable");
    auto result = make(Variable{std::move(name.text)}, first);
    if (!cursor_.at(TokenKind::LeftBrace)) return result;
    return map_projection(std::move(result), first);
}

// Expressions up to the closing bracket, which is taken.
std::vector<ExpressionPointer> Grammar::expressions_until(TokenKind close,
                                                          std::string_view expected) {
    std::vector<ExpressionPointer> result;
    if (cursor_.accept(close)) return result;
    do result.push_back(expression());
    while (cursor_.accept(TokenKind::Comma));
    cursor_.expect(close, expected);
    return result;
}

ExpressionPointer Grammar::list() {
    if (is_list_comprehension()) return list_comprehension();
    if (is_pattern_comprehension()) return pattern_comprehension();
    Height height{*this};
    const auto first = cursor_.position();
    cursor_.advance();
    const Temporarily without_patterns{patterns_allowed_, false};
    auto items = expressions_until(TokenKind::RightBracket, "`,`, `]` or an operator");
    height.grow();
    return make(ListLiteral{std::move(items)}, first);
}

MapEntry Grammar::map_entry() {
    auto key = dotted_keys_allowed_ ? dotted_name("a key") : cursor_.expect_name("a key");
    cursor_.expect(TokenKind::Colon, "`:` and a value");
    auto entry = value();
    return {std::move(key), std::move(entry)};
}

ExpressionPointer Grammar::map() {
    Height height{*this};
    const auto first = cursor_.position();
    cursor_.advance();
    MapLiteral result;
    if (!cursor_.accept(TokenKind::RightBrace)) {
        do result.entries.push_back(map_entry());
        while (cursor_.accept(TokenKind::Comma));
        cursor_.expect(TokenKind::RightBrace, "`,`, `}` or an operator");
    }
    height.grow();
    return make(std::move(result), first);
}

// variable { .key, .*, name, key: value }
ExpressionPointer Grammar::map_projection(ExpressionPointer base, std::size_t first) {
    Height height{*this};
    cursor_.advance();
    MapProjection result{std::move(base), {}};
    if (!cursor_.accept(TokenKind::RightBrace)) {
        do result.items.push_back(map_projection_item());
        while (cursor_.accept(TokenKind::Comma));
        cursor_.expect(TokenKind::RightBrace, "`,`, `}` or an operator");
    }
    height.grow(2);
    return make(std::move(result), first);
}

MapProjectionItem Grammar::map_projection_item() {
    using Form = MapProjectionItem::Form;
    const auto first = cursor_.position();
    MapProjectionItem item{Form::Variable, {}, nullptr, {}};
    if (cursor_.accept(TokenKind::Dot)) {
        item.form = cursor_.accept(TokenKind::Star) ? Form::AllProperties : Form::Property;
        if (item.form == Form::Property) item.key = cursor_.expect_name("a property key or `*`");
    } else {
        item.key = cursor_.expect_name("`.key`, `.*`, a variable or `key: value`");
        if (cursor_.accept(TokenKind::Colon)) {
            item.form = Form::Entry;
            item.value = value();
        }
    }
    item.span = cursor_.span_from(first);
    return item;
}

ExpressionPointer Grammar::function_call() {
    Height height{*this};
    const auto first = cursor_.position();
    const bool tests_pattern = cursor_.at(Keyword::Exists);
    FunctionCall call;
    call.name = dotted_name("a function");
    cursor_.expect(TokenKind::LeftParenthesis, "`(`");
    if (cursor_.at(Keyword::Distinct) && starts_expression(cursor_.token(1))) {
        cursor_.advance();
        call.distinct = true;
    }
    const Temporarily patterns{patterns_allowed_, tests_pattern};
    const auto function = upper_case(call.name.text);
    if (function == "TRIM") trim_arguments(call);
    constexpr auto expected = "`,`, `)` or an operator";
    if (call.arguments.empty()) {
        call.arguments = expressions_until(TokenKind::RightParenthesis, expected);
    } else {
        while (cursor_.accept(TokenKind::Comma)) call.arguments.push_back(expression());
        cursor_.expect(TokenKind::RightParenthesis, expected);
    }
    if (function == "NORMALIZE") read_normal_form(call);
    height.grow();
    return make(std::move(call), first);
}

ExpressionPointer Grammar::count_star() {
    const auto first = cursor_.position();
    cursor_.advance();
    cursor_.advance();
    cursor_.advance();
    cursor_.expect(TokenKind::RightParenthesis, "`)`");
    return make(CountStar{}, first);
}

// CASE is a variable where nothing follows that a case could begin with.
bool Grammar::at_case() const { return starts_expression(cursor_.token(1)); }

ExpressionPointer Grammar::case_expression() {
    Height height{*this};
    const auto first = cursor_.position();
    cursor_.advance();
    Case result;
    if (!cursor_.at(Keyword::When)) result.subject = value();
    if (!cursor_.at(Keyword::When)) cursor_.fail("`WHEN` or an operator");
    while (cursor_.accept(Keyword::When)) {
        CaseBranch branch;
        if (result.subject)
            branch.when = case_conditions();
        else
            branch.when.push_back(condition());
        if (!cursor_.accept(Keyword::Then))
            cursor_.fail(result.subject ? "`,`, `THEN` or an operator" : "`THEN` or an operator");
        branch.then = value();
        result.branches.push_back(std::move(branch));
    }
    if (cursor_.accept(Keyword::Else)) result.otherwise = value();
    if (!cursor_.accept(Keyword::End)) {
        cursor_.fail(result.otherwise ? "`END` or an operator"
                                      : "`WHEN`, `ELSE`, `END` or an operator");
    }
    height.grow();
    return make(std::move(result), first);
}

// condition, condition, ... of a simple CASE
std::vector<ExpressionPointer> Grammar::case_conditions() {
    Height height{*this};
    std::vector<ExpressionPointer> conditions;
    do {
        check_chain(conditions.size());
        conditions.push_back(case_condition());
    } while (cursor_.accept(TokenKind::Comma));
    height.grow();
    return conditions;
}

// IS, STARTS and ENDS may be variables, too.
bool Grammar::at_case_predicate() const {
    const auto& next = cursor_.token(1);
    switch (cursor_.token().keyword) {
    case Keyword::Is:
        return next.kind == TokenKind::TwoColons || next.keyword == Keyword::Not ||
               next.keyword == Keyword::Null || next.keyword == Keyword::Typed ||
               behind_normalized(1) > 1;
    case Keyword::Starts:
    case Keyword::Ends: return next.keyword == Keyword::With;
    default: return cursor_.at(TokenKind::TwoColons) || cursor_.at(TokenKind::RegexMatch);
    }
}

// value, = value, > value, STARTS WITH value, IS NULL, IS TYPED ...
ExpressionPointer Grammar::case_condition() {
    Height height{*this};
    const auto first = cursor_.position();
    const auto begin = cursor_.token().span.begin;
    auto subject = std::make_unique<Expression>(Expression{CaseSubject{}, {begin, begin}});
    height.grow();
    if (at_case_predicate() && join_predicate(subject, first, height)) return subject;
    Comparison result;
    result.operands.push_back(std::move(subject));
    const auto what = comparison_operator();
    result.operators.push_back(what.value_or(ComparisonOperator::Equal));
    result.operands.push_back(what ? predicate() : value());
    height.grow();
    return make(std::move(result), first);
}

} // namespace lintas::query::syntax
