// Names, in back-quotes where they could be read as something else.
#include "query/syntax/keyword.h"
#include "query/syntax/print.h"
#include "query/syntax/printer.h"
#include "query/syntax/unicode.h"

#include <algorithm>
#include <array>

namespace lintas::query::syntax {

namespace {

bool is_ascii_name_part(char character) {
    const auto code = static_cast<unsigned char>(character);
    return code < 0x80 && is_name_part(code);
}

bool has_name_parts(std::string_view name) {
    return !name.empty() && std::ranges::all_of(name, is_ascii_name_part);
}

bool is_plain(std::string_view name) {
    return has_name_parts(name) && is_name_start(static_cast<unsigned char>(name.front()));
}

// As variables these could be read as themselves: as constants, operators, or the beginning of
// what they begin elsewhere.
bool is_special_variable(Keyword keyword) {
    constexpr auto keywords = std::to_array<Keyword>({
        Keyword::And,      Keyword::As,     Keyword::Case,         Keyword::Collect,
        Keyword::Contains, Keyword::Count,  Keyword::Concurrent,   Keyword::Distinct,
        Keyword::Ends,     Keyword::Exists, Keyword::False,        Keyword::For,
        Keyword::If,       Keyword::In,     Keyword::Infinity,     Keyword::Is,
        Keyword::Nan,      Keyword::Not,    Keyword::Null,         Keyword::Or,
        Keyword::Starts,   Keyword::True,   Keyword::Transactions, Keyword::When,
        Keyword::Where,    Keyword::Xor,
    });
    return std::ranges::find(keywords, keyword) != keywords.end();
}

// Followed by a parenthesis these are no functions.
bool is_special_call(Keyword keyword) {
    constexpr auto keywords = std::to_array<Keyword>({
        Keyword::All,      Keyword::AllShortestPaths,
        Keyword::And,      Keyword::Any,
        Keyword::As,       Keyword::Case,
        Keyword::Ends,     Keyword::False,
        Keyword::Contains, Keyword::Distinct,
        Keyword::In,       Keyword::Infinity,
        Keyword::Is,       Keyword::Nan,
        Keyword::None,     Keyword::Not,
        Keyword::Null,     Keyword::Or,
        Keyword::Reduce,   Keyword::ShortestPath,
        Keyword::Single,   Keyword::Starts,
        Keyword::True,     Keyword::When,
        Keyword::Xor,
    });
    return std::ranges::find(keywords, keyword) != keywords.end();
}

} // namespace

void Printer::quoted(std::string_view name) {
    add("`");
    for (const char character : name) text_.append(character == '`' ? 2 : 1, character);
    add("`");
}

void Printer::variable(std::string_view name) {
    if (is_plain(name) && !is_special_variable(find_keyword(name)))
        add(name);
    else
        quoted(name);
}

void Printer::key(std::string_view name) {
    if (is_plain(name))
        add(name);
    else
        quoted(name);
}

void Printer::dotted(std::string_view name) {
    while (true) {
        const auto dot = name.find('.');
        key(name.substr(0, dot));
        if (dot == std::string_view::npos) return;
        add(".");
        name.remove_prefix(dot + 1);
    }
}

void Printer::function_name(std::string_view name) {
    if (is_special_call(find_keyword(name)))
        quoted(name);
    else
        dotted(name);
}

void Printer::parameter(std::string_view name) {
    add("$");
    if (has_name_parts(name))
        add(name);
    else
        quoted(name);
}

std::string print_name(std::string_view name) {
    Printer printer;
    printer.key(name);
    return printer.take();
}

} // namespace lintas::query::syntax
