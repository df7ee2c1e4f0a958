#include "query/syntax/lexer.h"

#include <catch2/catch.hpp>

using namespace lintas;
using namespace lintas::query::syntax;

namespace {

std::vector<TokenKind> kinds(std::string_view text) {
    std::vector<TokenKind> result;
    for (const auto& token : tokenize(text)) result.push_back(token.kind);
    result.pop_back();
    return result;
}

std::vector<std::string> texts(std::string_view text) {
    std::vector<std::string> result;
    for (const auto& [kind, keyword, span, partner] : tokenize(text))
        result.emplace_back(text.substr(span.begin, span.end - span.begin));
    result.pop_back();
    return result;
}

using Texts = std::vector<std::string>;
using Kinds = std::vector<TokenKind>;

} // namespace

TEST_CASE("Blanks and comments separate tokens", "[syntax][lexer]") {
    CHECK(texts("a b/* c */d // e\nf") == Texts{"a", "b", "d", "f"});
    CHECK(texts("// only a comment").empty());
    CHECK(texts("a\u00A0b\u3000c") == Texts{"a", "b", "c"});
    CHECK(texts("/**/a/***/") == Texts{"a"});
}

TEST_CASE("The longest symbol is taken", "[syntax][lexer]") {
    CHECK(texts("a<>b<=c>=d=~e+=f||g::h..i") == Texts{"a", "<>", "b", "<=", "c", ">=", "d", "=~",
                                                      "e", "+=", "f", "||", "g", "::", "h", "..",
                                                      "i"});
    CHECK(texts("<-[]->") == Texts{"<", "-", "[", "]", "-", ">"});
}

TEST_CASE("A range is no float", "[syntax][lexer]") {
    CHECK(texts("*1..3") == Texts{"*", "1", "..", "3"});
    CHECK(texts("[1..]") == Texts{"[", "1", "..", "]"});
    CHECK(texts("1.5..2.5") == Texts{"1.5", "..", "2.5"});
    CHECK(texts("[..5]") == Texts{"[", "..", "5", "]"});
}

TEST_CASE("Numbers are cut whole", "[syntax][lexer]") {
    CHECK(kinds("1 0x1F 0o17") == Kinds(3, TokenKind::Integer));
    CHECK(kinds("1.5 .5 1e3 1E-3 1.e") ==
          Kinds{TokenKind::Float, TokenKind::Float, TokenKind::Float, TokenKind::Float,
                TokenKind::Integer, TokenKind::Dot, TokenKind::Name});
    CHECK(kinds("12ab 1e 3é") == Kinds(3, TokenKind::MalformedNumber));
}

TEST_CASE("Quotes hold everything up to their end", "[syntax][lexer]") {
    CHECK(texts(R"('a\'b' "c'd" `e``f`)") == Texts{R"('a\'b')", R"("c'd")", "`e``f`"});
    CHECK(texts("'// no comment'") == Texts{"'// no comment'"});
}

TEST_CASE("Parameters have names or numbers", "[syntax][lexer]") {
    CHECK(kinds("$a $0 $`b c` $1x") == Kinds(4, TokenKind::Parameter));
    CHECK(kinds("$") == Kinds{TokenKind::Unknown});
}

TEST_CASE("Arrows of other scripts are told apart from subtraction", "[syntax][lexer]") {
    CHECK(kinds("〈—〉") ==
          Kinds{TokenKind::UnicodeLess, TokenKind::UnicodeDash, TokenKind::UnicodeGreater});
}

TEST_CASE("Brackets know their partners", "[syntax][lexer]") {
    const auto tokens = tokenize("([a]{})");
    CHECK(tokens[0].partner == 6);
    CHECK(tokens[1].partner == 3);
    CHECK(tokens[4].partner == 5);
    CHECK(tokens[6].partner == 0);
    CHECK(tokenize("(]")[0].partner == 0);
    CHECK(tokenize(")(")[1].partner == 0);
}

TEST_CASE("Text that is no text of a query is refused", "[syntax][lexer]") {
    CHECK_THROWS_WITH(tokenize("RETURN 'abc"), "The string that begins here has no closing `'`");
    CHECK_THROWS_WITH(tokenize("RETURN 'abc\\'"), "The string that begins here has no closing `'`");
    CHECK_THROWS_WITH(tokenize("`a"), "The quoted name that begins here has no closing ```");
    CHECK_THROWS_WITH(tokenize("/* a"), "The comment that begins here has no closing `*/`");
    CHECK_THROWS_WITH(tokenize("a \xFF"), "The byte 0xFF is not UTF-8 here");
    CHECK_THROWS_WITH(tokenize(std::string(2'000'000, ' ')),
                      "The query is 2000000 bytes long; at most 1048576 are allowed");
}
