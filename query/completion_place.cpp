#include "query/completion_place.h"

#include "query/syntax/lexer.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace lintas::query {

namespace {

using syntax::Keyword;
using syntax::Token;
using syntax::TokenKind;

bool opens(TokenKind kind) {
    return kind == TokenKind::LeftParenthesis || kind == TokenKind::LeftBracket ||
           kind == TokenKind::LeftBrace;
}

bool closes(TokenKind kind) {
    return kind == TokenKind::RightParenthesis || kind == TokenKind::RightBracket ||
           kind == TokenKind::RightBrace;
}

bool is_name(const Token& token) {
    return token.kind == TokenKind::Name || token.kind == TokenKind::QuotedName;
}

// The tokens before the word, and the word. A position that does not exist is nullopt.
class TypedText {
public:
    explicit TypedText(std::string_view text) : text_{text} {
        auto beginning = syntax::tokenize_beginning(text);
        open_ = beginning.open < text.size();
        tokens_ = std::move(beginning.tokens);
        tokens_.pop_back();
        find_word();
    }

    CompletionPlace place() const;

private:
    using Position = std::optional<std::size_t>;

    void find_word();
    const Token& at(std::size_t position) const { return tokens_[position]; }
    bool is(Position position, TokenKind kind) const {
        return position && at(*position).kind == kind;
    }
    bool is(Position position, Keyword keyword) const {
        return position && at(*position).keyword == keyword;
    }
    static Position before(Position position) {
        return position && *position > 0 ? Position{*position - 1} : std::nullopt;
    }
    bool touches(std::size_t left) const {
        const auto next = left + 1 < tokens_.size() ? at(left + 1).span.begin : text_.size();
        return at(left).span.end == next;
    }
    std::string words(std::size_t begin, std::size_t end) const;
    Position opening_of(Position last) const;
    bool is_map(Position brace) const;
    Expected of_labels() const;
    std::string procedure_yielding() const;
    Expected expected() const;
    std::vector<std::string> variables() const;
    std::vector<std::string> kinds_before(Position last) const;
    std::vector<std::string> kinds_of(std::string_view variable) const;
    std::vector<std::string> kinds(Expected expected) const;

    std::string_view text_;
    bool open_ = false;
    std::vector<Token> tokens_;
    std::size_t word_ = 0; // position of the word's first token; tokens_.size() where none is begun
    bool dotted_ = false;  // is the word one with dots
    Position previous_;    // the token before the word
};

void TypedText::find_word() {
    word_ = tokens_.size();
    const auto is_begun = [&](std::size_t position) {
        const auto kind = at(position).kind;
        return kind == TokenKind::Name || kind == TokenKind::Parameter ||
               kind == TokenKind::Unknown;
    };
    if (word_ > 0 && touches(word_ - 1) && is_begun(word_ - 1)) --word_;
    while (word_ > 1 && at(word_ - 1).kind == TokenKind::Dot && touches(word_ - 1) &&
           is_name(at(word_ - 2)) && touches(word_ - 2)) {
        word_ -= 2;
        dotted_ = true;
    }
    if (word_ > 0) previous_ = word_ - 1;
}

std::string TypedText::words(std::size_t begin, std::size_t end) const {
    std::string joined;
    for (auto position = begin; position < end; ++position)
        joined +=
            text_.substr(at(position).span.begin, at(position).span.end - at(position).span.begin);
    return joined;
}

// The innermost bracket that is still open behind `last`.
TypedText::Position TypedText::opening_of(Position last) const {
    std::vector<std::size_t> open;
    for (std::size_t position = 0; last && position <= *last; ++position) {
        if (opens(at(position).kind)) open.push_back(position);
        if (closes(at(position).kind) && !open.empty()) open.pop_back();
    }
    return open.empty() ? std::nullopt : Position{open.back()};
}

// A brace opens a subquery behind `CALL`, `COUNT`, `)` of a scope clause and the like.
bool TypedText::is_map(Position brace) const {
    if (!is(brace, TokenKind::LeftBrace)) return false;
    auto head = before(brace);
    if (is(head, TokenKind::RightParenthesis)) head = before(at(*head).partner);
    constexpr Keyword heads[] = {Keyword::Call, Keyword::Exists, Keyword::Count, Keyword::Collect,
                                 Keyword::Then, Keyword::Else,   Keyword::Next};
    return !head || std::ranges::find(heads, at(*head).keyword) == std::end(heads);
}

// Walks back over `A|B&!` to the colon before it.
Expected TypedText::of_labels() const {
    constexpr TokenKind operators[] = {
        TokenKind::Bar,     TokenKind::Ampersand,       TokenKind::Exclamation,
        TokenKind::Percent, TokenKind::LeftParenthesis, TokenKind::RightParenthesis};
    bool name_is_next = false;
    auto position = previous_;
    while (position && !is(position, TokenKind::Colon) && !is(position, Keyword::Is)) {
        const auto is_operator =
            std::ranges::find(operators, at(*position).kind) != std::end(operators);
        if (!is_operator && !(name_is_next && is_name(at(*position)))) return Expected::Nothing;
        name_is_next = is_operator;
        position = before(position);
    }
    if (!position) return Expected::Nothing;
    const auto opening = opening_of(position);
    if (is_map(opening)) return Expected::Nothing;
    if (is(opening, TokenKind::LeftParenthesis)) return Expected::Label;
    const bool is_relationship =
        is(before(opening), TokenKind::Minus) || is(before(opening), TokenKind::UnicodeDash);
    return is(opening, TokenKind::LeftBracket) && is_relationship ? Expected::RelationshipType
                                                                  : Expected::LabelOrType;
}

// The procedure before the YIELD in whose list the text ends; empty if it does not end in one.
std::string TypedText::procedure_yielding() const {
    auto position = previous_;
    while (is(position, TokenKind::Comma) ||
           (position && is_name(at(*position)) && !is(position, Keyword::Yield))) {
        // A name is due behind AS, and a column only behind YIELD and commas.
        if (position == previous_ && !is(position, TokenKind::Comma)) return {};
        position = before(position);
    }
    if (!is(position, Keyword::Yield)) return {};
    auto last = before(position);
    if (is(last, TokenKind::RightParenthesis)) last = before(at(*last).partner);
    auto first = last;
    while (before(first) && is(before(first), TokenKind::Dot)) first = before(before(first));
    return first && is(before(first), Keyword::Call) ? words(*first, *last + 1) : std::string{};
}

Expected TypedText::expected() const {
    if (open_) return Expected::Nothing;
    const bool is_new = word_ == tokens_.size();
    if (!is_new && !dotted_ && at(word_).kind != TokenKind::Name)
        return text_[at(word_).span.begin] == '$' ? Expected::Parameter : Expected::Nothing;
    if (is(previous_, Keyword::Call)) return Expected::Procedure;
    if (dotted_ || is(previous_, TokenKind::Dot)) {
        const auto opening = before(previous_);
        const bool is_projection =
            opening && (is(opening, TokenKind::LeftBrace) || is(opening, TokenKind::Comma));
        return is_projection ? Expected::PropertyKey : Expected::Member;
    }
    if (is_new && previous_ && touches(*previous_) &&
        (at(*previous_).kind == TokenKind::Integer || at(*previous_).kind == TokenKind::Float))
        return Expected::Nothing;
    if (is(previous_, Keyword::As)) return Expected::Nothing;
    if (!procedure_yielding().empty()) return Expected::ProcedureColumn;
    if (const auto labels = of_labels(); labels != Expected::Nothing) return labels;
    const bool begins_entry =
        is(previous_, TokenKind::LeftBrace) || is(previous_, TokenKind::Comma);
    return begins_entry && is_map(opening_of(previous_)) ? Expected::PropertyKey
                                                         : Expected::Anything;
}

// Names that are no labels, types, keys, functions or words of the grammar.
std::vector<std::string> TypedText::variables() const {
    std::vector<std::string> names;
    for (std::size_t position = 0; position < word_; ++position) {
        const auto& token = at(position);
        if (token.kind != TokenKind::Name || token.keyword != Keyword::Unknown) continue;
        const auto left = before(position);
        const auto right = position + 1 < tokens_.size() ? Position{position + 1} : std::nullopt;
        const bool is_key = is(right, TokenKind::Colon) && is_map(opening_of(left));
        const bool is_other = is(left, TokenKind::Colon) || is(left, TokenKind::Dot) ||
                              is(left, TokenKind::Bar) || is(left, TokenKind::Ampersand) ||
                              is(left, TokenKind::Exclamation) || is(left, Keyword::Call) ||
                              is(right, TokenKind::LeftParenthesis);
        auto name = words(position, position + 1);
        if (!is_key && !is_other && std::ranges::find(names, name) == names.end())
            names.push_back(std::move(name));
    }
    return names;
}

// The names of the label expression that ends with `last`; those of `n:A|B` behind a variable.
std::vector<std::string> TypedText::kinds_before(Position last) const {
    std::vector<std::string> names;
    auto position = last;
    while (position && (is_name(at(*position)) || is(position, TokenKind::Bar) ||
                        is(position, TokenKind::Ampersand))) {
        if (is_name(at(*position))) names.push_back(words(*position, *position + 1));
        position = before(position);
    }
    if (!is(position, TokenKind::Colon)) names.clear();
    return names;
}

std::vector<std::string> TypedText::kinds_of(std::string_view variable) const {
    for (std::size_t position = 0; position + 2 < word_; ++position) {
        if (!is(position + 1, TokenKind::Colon) || is_map(opening_of(position)) ||
            words(position, position + 1) != variable)
            continue;
        auto last = position + 1;
        while (last + 1 < word_ && (is_name(at(last + 1)) || is(last + 1, TokenKind::Bar) ||
                                    is(last + 1, TokenKind::Ampersand)))
            ++last;
        return kinds_before(last);
    }
    return {};
}

std::vector<std::string> TypedText::kinds(Expected expected) const {
    if (expected == Expected::Member && dotted_) return kinds_of(words(word_, word_ + 1));
    if (expected == Expected::Member && is(previous_, TokenKind::Dot) && before(previous_))
        return kinds_of(words(*before(previous_), *previous_));
    if (expected != Expected::PropertyKey) return {};
    const auto head = before(opening_of(previous_));
    if (!is(previous_, TokenKind::Dot)) return kinds_before(head);
    return head ? kinds_of(words(*head, *head + 1)) : std::vector<std::string>{};
}

CompletionPlace TypedText::place() const {
    CompletionPlace place;
    place.expected = expected();
    place.begin = word_ < tokens_.size() ? at(word_).span.begin : text_.size();
    if (place.expected == Expected::ProcedureColumn) place.procedure = procedure_yielding();
    place.variables = variables();
    place.kinds = kinds(place.expected);
    return place;
}

} // namespace

CompletionPlace completion_place(std::string_view text) {
    std::size_t statement = 0; // where the one begins that the text ends in
    for (const auto& token : syntax::tokenize_beginning(text).tokens)
        if (token.kind == TokenKind::Semicolon) statement = token.span.end;
    auto place = TypedText{text.substr(statement)}.place();
    place.begin += statement;
    return place;
}

} // namespace lintas::query
