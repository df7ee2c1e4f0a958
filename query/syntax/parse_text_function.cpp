// What is said about text with words of its own: trim(), normalize() and IS NORMALIZED.
#include "query/syntax/grammar.h"
#include "query/syntax/upper_case.h"

#include <algorithm>
#include <array>

namespace lintas::query::syntax {

namespace {

struct TrimSide {
    std::string_view word;
    std::string_view function;
};

constexpr auto sides = std::to_array<TrimSide>({
    {"BOTH", "btrim"},
    {"LEADING", "ltrim"},
    {"TRAILING", "rtrim"},
});

constexpr auto normal_forms = std::to_array<std::string_view>({"NFC", "NFD", "NFKC", "NFKD"});

bool is_normal_form(std::string_view word) {
    return std::ranges::find(normal_forms, word) != normal_forms.end();
}

} // namespace

// The function that the word here stands for; empty where it is no such word.
std::string_view Grammar::trim_side() {
    const auto& next = cursor_.token(1);
    if (!starts_expression(next) && next.keyword != Keyword::From) return {};
    const auto word = upper_case(cursor_.text(cursor_.token()));
    const auto* const found = std::ranges::find(sides, word, &TrimSide::word);
    if (found == sides.end()) return {};
    cursor_.advance();
    return found->function;
}

// [BOTH | LEADING | TRAILING] [characters] FROM text: then it is a call of btrim, ltrim or rtrim.
// Otherwise the first argument of a plain call is taken.
void Grammar::trim_arguments(FunctionCall& call) {
    if (cursor_.at(TokenKind::RightParenthesis)) return;
    const auto side = trim_side();
    ExpressionPointer characters;
    if (side.empty() || !cursor_.at(Keyword::From)) characters = value();
    if (cursor_.accept(Keyword::From)) {
        call.name.text = side.empty() ? "btrim" : side;
        call.arguments.push_back(value());
        if (cursor_.at(TokenKind::Comma)) cursor_.fail("`)`");
    } else if (!side.empty()) {
        cursor_.fail("`FROM` or an operator");
    }
    if (characters) call.arguments.push_back(std::move(characters));
}

// normalize(text, NFKC)
void Grammar::read_normal_form(FunctionCall& call) const {
    if (call.arguments.size() != 2) return;
    auto& form = *call.arguments[1];
    const auto* const variable = std::get_if<Variable>(&form.form);
    if (variable == nullptr) return;
    auto name = upper_case(variable->name);
    if (is_normal_form(name)) form.form = Literal{Value{std::move(name)}};
}

// How many tokens ahead [NFC] NORMALIZED ends that begins `ahead` of here; `ahead` where none does.
std::size_t Grammar::behind_normalized(std::size_t ahead) const {
    const auto word_at = [this](std::size_t place) {
        const auto& token = cursor_.token(place);
        return token.kind == TokenKind::Name ? upper_case(cursor_.text(token)) : std::string{};
    };
    if (word_at(ahead) == "NORMALIZED") return ahead + 1;
    return is_normal_form(word_at(ahead)) && word_at(ahead + 1) == "NORMALIZED" ? ahead + 2 : ahead;
}

// Takes the one or two words of [NFC] NORMALIZED.
std::string Grammar::normal_form(std::size_t words) {
    auto form = words == 1 ? std::string{"NFC"} : upper_case(cursor_.text(cursor_.token()));
    for (; words > 0; --words) cursor_.advance();
    return form;
}

} // namespace lintas::query::syntax
