#include "query/syntax/lexer.h"

#include "query/syntax/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace lintas::query::syntax {

namespace {

constexpr std::size_t text_limit = std::size_t{1} << 20U; // bytes

struct Symbol {
    std::string_view text;
    TokenKind kind;
};

// The longer ones first: the first that fits is taken.
constexpr auto symbols = std::to_array<Symbol>({
    {"..", TokenKind::TwoDots},
    {"::", TokenKind::TwoColons},
    {"||", TokenKind::TwoBars},
    {"+=", TokenKind::PlusEqual},
    {"=~", TokenKind::RegexMatch},
    {"<>", TokenKind::NotEqual},
    {"<=", TokenKind::LessOrEqual},
    {">=", TokenKind::GreaterOrEqual},
    {"(", TokenKind::LeftParenthesis},
    {")", TokenKind::RightParenthesis},
    {"[", TokenKind::LeftBracket},
    {"]", TokenKind::RightBracket},
    {"{", TokenKind::LeftBrace},
    {"}", TokenKind::RightBrace},
    {",", TokenKind::Comma},
    {".", TokenKind::Dot},
    {":", TokenKind::Colon},
    {";", TokenKind::Semicolon},
    {"|", TokenKind::Bar},
    {"&", TokenKind::Ampersand},
    {"!", TokenKind::Exclamation},
    {"%", TokenKind::Percent},
    {"+", TokenKind::Plus},
    {"-", TokenKind::Minus},
    {"*", TokenKind::Star},
    {"/", TokenKind::Slash},
    {"^", TokenKind::Caret},
    {"=", TokenKind::Equal},
    {"<", TokenKind::Less},
    {">", TokenKind::Greater},
});

bool is_digit(char character) { return character >= '0' && character <= '9'; }

bool is_exponent_sign(char character) { return character == '+' || character == '-'; }

[[noreturn]] void fail(ErrorDetail detail, const std::string& message, Span span) {
    throw Error{ErrorCode::Syntax, detail, message, span};
}

class Lexer {
public:
    Lexer(std::string_view text, bool may_end_anywhere)
        : text_{text}, may_end_anywhere_{may_end_anywhere}, open_{text.size()} {}

    std::vector<Token> run();
    // Where that begins which is not closed, or the size of the text.
    std::size_t open() const { return open_; }

private:
    void check_text() const;
    bool skip_blank();
    void skip_line_comment();
    void skip_block_comment();
    void leave_open(std::string_view what, std::string_view closing, Span opening);
    void read_token();
    void read_number();
    void read_quoted(char quote, TokenKind kind, std::string_view what);
    void read_parameter();
    void read_symbol();
    void read_name();
    void skip_digits();
    void skip_exponent();
    bool skip_name_parts();

    bool starts_with(std::string_view what) const { return text_.substr(at_).starts_with(what); }
    char byte(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    // REQUIRES: the text is UTF-8 and does not end here.
    Character character() const { return *decode(text_, at_); }
    void add(TokenKind kind) { tokens_.push_back({kind, Keyword::Unknown, {begin_, at_}}); }

    std::string_view text_;
    bool may_end_anywhere_;
    std::size_t open_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0; // of the token being read
    std::vector<Token> tokens_;
};

std::vector<Token> Lexer::run() {
    check_text();
    while (at_ < text_.size()) {
        if (skip_blank()) continue;
        begin_ = at_;
        read_token();
    }
    // Blanks and comments at the end are no place to point at.
    const auto end = tokens_.empty() ? 0 : tokens_.back().span.end;
    tokens_.push_back({TokenKind::End, Keyword::Unknown, {end, end}});
    return std::move(tokens_);
}

void Lexer::check_text() const {
    if (text_.size() > text_limit) {
        fail(ErrorDetail::UnexpectedSyntax,
             fmt::format("The query is {} bytes long; at most {} are allowed", text_.size(),
                         text_limit),
             {text_limit, text_limit});
    }
    for (std::size_t offset = 0; offset < text_.size();) {
        const auto next = decode(text_, offset);
        if (!next) {
            fail(ErrorDetail::InvalidUnicodeCharacter,
                 fmt::format("The byte 0x{:02X} is not UTF-8 here",
                             static_cast<unsigned char>(text_[offset])),
                 {offset, offset + 1});
        }
        if (next->code == 0) {
            fail(ErrorDetail::InvalidUnicodeCharacter,
                 "A query cannot hold the character U+0000; write `\\u0000` in a string",
                 {offset, offset + 1});
        }
        offset += next->size;
    }
}

bool Lexer::skip_blank() {
    if (starts_with("//")) {
        skip_line_comment();
        return true;
    }
    if (starts_with("/*")) {
        skip_block_comment();
        return true;
    }
    const auto next = character();
    if (!is_space(next.code)) return false;
    at_ += next.size;
    return true;
}

void Lexer::skip_line_comment() {
    const auto end = text_.find_first_of("\n\r", at_);
    if (end == std::string_view::npos) open_ = at_;
    at_ = std::min(end, text_.size());
}

void Lexer::skip_block_comment() {
    const auto end = text_.find("*/", at_ + 2);
    if (end == std::string_view::npos) return leave_open("comment", "*/", {at_, at_ + 2});
    at_ = end + 2;
}

void Lexer::leave_open(std::string_view what, std::string_view closing, Span opening) {
    if (!may_end_anywhere_) {
        fail(ErrorDetail::UnexpectedSyntax,
             fmt::format("The {} that begins here has no closing `{}`", what, closing), opening);
    }
    open_ = opening.begin;
    at_ = text_.size();
}

void Lexer::read_token() {
    const char first = byte();
    if (is_digit(first) || (first == '.' && is_digit(byte(1)))) return read_number();
    if (first == '\'' || first == '"') return read_quoted(first, TokenKind::String, "string");
    if (first == '`') return read_quoted(first, TokenKind::QuotedName, "quoted name");
    if (first == '$') return read_parameter();
    if (is_name_start(character().code)) return read_name();
    read_symbol();
}

void Lexer::skip_digits() {
    while (is_digit(byte())) ++at_;
}

void Lexer::skip_exponent() {
    if (byte() != 'e' && byte() != 'E') return;
    const std::size_t sign = is_exponent_sign(byte(1)) ? 1 : 0;
    if (!is_digit(byte(1 + sign))) return;
    at_ += 1 + sign;
    skip_digits();
}

// Were there any?
bool Lexer::skip_name_parts() {
    const auto before = at_;
    while (at_ < text_.size() && is_name_part(character().code)) at_ += character().size;
    return at_ > before;
}

void Lexer::read_number() {
    const bool is_prefixed =
        byte() == '0' && std::string_view{"xXoO"}.find(byte(1)) != std::string_view::npos;
    if (is_prefixed) {
        skip_name_parts();
        return add(TokenKind::Integer);
    }
    skip_digits();
    const auto integer_end = at_;
    if (byte() == '.' && is_digit(byte(1))) {
        ++at_;
        skip_digits();
    }
    skip_exponent();
    const bool is_float = at_ > integer_end;
    if (skip_name_parts()) return add(TokenKind::MalformedNumber);
    add(is_float ? TokenKind::Float : TokenKind::Integer);
}

// A backslash escapes the next character of a string; a back-quote is doubled in a name.
void Lexer::read_quoted(char quote, TokenKind kind, std::string_view what) {
    for (++at_; at_ < text_.size(); ++at_) {
        const bool is_pair = quote == '`' ? byte() == quote && byte(1) == quote : byte() == '\\';
        if (is_pair) {
            ++at_;
        } else if (byte() == quote) {
            ++at_;
            return add(kind);
        }
    }
    leave_open(what, {&quote, 1}, {begin_, begin_ + 1});
}

void Lexer::read_parameter() {
    ++at_;
    if (byte() == '`') {
        read_quoted('`', TokenKind::Parameter, "quoted name");
    } else {
        add(skip_name_parts() ? TokenKind::Parameter : TokenKind::Unknown);
    }
}

void Lexer::read_name() {
    skip_name_parts();
    const auto word = text_.substr(begin_, at_ - begin_);
    tokens_.push_back({TokenKind::Name, find_keyword(word), {begin_, at_}});
}

void Lexer::read_symbol() {
    const auto* const found = std::ranges::find_if(
        symbols, [this](const Symbol& symbol) { return starts_with(symbol.text); });
    if (found != symbols.end()) {
        at_ += found->text.size();
        return add(found->kind);
    }
    const auto [code, size] = character();
    at_ += size;
    if (is_dash(code)) return add(TokenKind::UnicodeDash);
    if (is_left_arrow_head(code)) return add(TokenKind::UnicodeLess);
    if (is_right_arrow_head(code)) return add(TokenKind::UnicodeGreater);
    add(TokenKind::Unknown);
}

// The closing kind follows the opening one in TokenKind.
TokenKind closing_of(TokenKind opening) {
    return static_cast<TokenKind>(static_cast<std::uint8_t>(opening) + 1);
}

bool is_closing(TokenKind kind) {
    return kind == TokenKind::RightParenthesis || kind == TokenKind::RightBracket ||
           kind == TokenKind::RightBrace;
}

// Pairs brackets; one that is crossed by another kind, or not closed, stays alone.
void pair_brackets(std::vector<Token>& tokens) {
    std::vector<std::uint32_t> open;
    for (std::uint32_t position = 0; position < tokens.size(); ++position) {
        const auto kind = tokens[position].kind;
        if (is_opening(kind)) open.push_back(position);
        if (!is_closing(kind) || open.empty()) continue;
        const auto partner = open.back();
        if (closing_of(tokens[partner].kind) != kind) continue;
        open.pop_back();
        tokens[position].partner = partner;
        tokens[partner].partner = position;
    }
}

} // namespace

std::vector<Token> tokenize(std::string_view text) {
    auto tokens = Lexer{text, false}.run();
    pair_brackets(tokens);
    return tokens;
}

Beginning tokenize_beginning(std::string_view text) {
    Lexer lexer{text, true};
    Beginning beginning{lexer.run(), lexer.open()};
    pair_brackets(beginning.tokens);
    return beginning;
}

} // namespace lintas::query::syntax
