#include "query/syntax/unicode.h"

#include <catch2/catch.hpp>

using namespace lintas::query::syntax;

TEST_CASE("Characters of one to four bytes are decoded", "[syntax][unicode]") {
    CHECK(decode("a", 0)->code == U'a');
    CHECK(decode("xé", 1)->code == U'é');
    CHECK(decode("ก", 0)->code == U'ก');
    CHECK(decode("😀", 0)->code == U'😀');
    CHECK(decode("😀", 0)->size == 4);
}

TEST_CASE("Bytes that are not UTF-8 are refused", "[syntax][unicode]") {
    const auto* const bad = GENERATE("\x80",             // a continuation without a beginning
                                     "\xC3",             // cut short
                                     "\xE0\x80\x80",     // overlong
                                     "\xC0\xAF",         // overlong
                                     "\xED\xA0\x80",     // a surrogate
                                     "\xF4\x90\x80\x80", // above U+10FFFF
                                     "\xFF", "\xF0\x9F\x98");
    CHECK_FALSE(decode(bad, 0));
}

TEST_CASE("What append_utf8 writes is what decode reads", "[syntax][unicode]") {
    const auto code = GENERATE(U'a', U'\u007F', U'\u0080', U'\u07FF', U'\u0800', U'\uFFFF',
                               U'\U00010000', U'\U0010FFFF');
    std::string text;
    append_utf8(text, code);
    CHECK(decode(text, 0)->code == code);
    CHECK(decode(text, 0)->size == text.size());
}

TEST_CASE("Names have letters of every script", "[syntax][unicode]") {
    for (const auto letter : {U'a', U'Z', U'_', U'é', U'ß', U'ก', U'ខ', U'မ', U'日', U'ư'})
        CHECK(is_name_start(letter));
    for (const auto part : {U'0', U'9', U'\u0301', U'\u0E31'}) CHECK(is_name_part(part));
    for (const auto none : {U'-', U' ', U'$', U'#', U'\u2014', U'→', U'«', U'😀', U'\u0080'})
        CHECK_FALSE(is_name_part(none));
    CHECK_FALSE(is_name_start(U'1'));
}

TEST_CASE("Spaces are those of openCypher", "[syntax][unicode]") {
    for (const auto space : {U' ', U'\t', U'\n', U'\r', U'\u00A0', U'\u2003', U'\u3000', U'\uFEFF'})
        CHECK(is_space(space));
    CHECK_FALSE(is_space(U'\u200B'));
}

TEST_CASE("Wide characters take two columns and marks none", "[syntax][unicode]") {
    CHECK(column_width(U'a') == 1);
    CHECK(column_width(U'é') == 1);
    CHECK(column_width(U'日') == 2);
    CHECK(column_width(U'한') == 2);
    CHECK(column_width(U'😀') == 2);
    CHECK(column_width(U'\u0301') == 0);
    CHECK(column_width(U'\u0E34') == 0);
}
