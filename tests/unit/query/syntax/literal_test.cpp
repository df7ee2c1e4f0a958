#include "query/syntax/literal.h"

#include <catch2/catch.hpp>

#include <limits>

using namespace lintas;
using namespace lintas::query::syntax;

namespace {

ErrorDetail integer_error(std::string_view text, bool negative = false) {
    try {
        read_integer(text, {0, text.size()}, negative);
    } catch (const Error& error) {
        return error.detail();
    }
    return ErrorDetail::None;
}

std::int64_t integer(std::string_view text, bool negative = false) {
    return read_integer(text, {0, text.size()}, negative);
}

double floating(std::string_view text) { return read_float(text, {0, text.size()}, false); }

std::string string(std::string_view text) { return read_string(text, {0, text.size()}); }

Error string_error(std::string_view text) {
    try {
        string(text);
    } catch (const Error& error) {
        return error;
    }
    return Error{ErrorCode::Internal, "no error"};
}

} // namespace

TEST_CASE("Integers are decimal, hexadecimal or octal", "[syntax][literal]") {
    CHECK(integer("0") == 0);
    CHECK(integer("1234567890") == 1234567890);
    CHECK(integer("0xfF") == 255);
    CHECK(integer("0X10") == 16);
    CHECK(integer("0o17") == 15);
    CHECK(integer("0O7", true) == -7);
}

TEST_CASE("The smallest integer has no positive twin", "[syntax][literal]") {
    const auto smallest = std::numeric_limits<std::int64_t>::min();
    CHECK(integer("9223372036854775808", true) == smallest);
    CHECK(integer("0x8000000000000000", true) == smallest);
    CHECK(integer("0o1000000000000000000000", true) == smallest);
    CHECK(integer("9223372036854775807") == std::numeric_limits<std::int64_t>::max());
    CHECK(integer_error("9223372036854775808") == ErrorDetail::IntegerOverflow);
    CHECK(integer_error("9223372036854775809", true) == ErrorDetail::IntegerOverflow);
    CHECK(integer_error("99999999999999999999999") == ErrorDetail::IntegerOverflow);
    CHECK(integer_error("0xFFFFFFFFFFFFFFFFF") == ErrorDetail::IntegerOverflow);
}

TEST_CASE("Malformed integers are refused", "[syntax][literal]") {
    for (const auto* const bad : {"0x", "0xG", "0o8", "0o", "017", "00", "1_000"})
        CHECK(integer_error(bad) == ErrorDetail::InvalidNumberLiteral);
}

TEST_CASE("Floats are read exactly", "[syntax][literal]") {
    CHECK(floating("1.5") == 1.5);
    CHECK(floating(".5") == 0.5);
    CHECK(floating("1e3") == 1000.0);
    CHECK(floating("2E-01") == 0.2);
    CHECK(floating("1.7976931348623157e308") == std::numeric_limits<double>::max());
    CHECK(floating("1e-400") == 0.0);
    CHECK(floating("4.9e-324") == std::numeric_limits<double>::denorm_min());
}

TEST_CASE("A float that is too large is refused", "[syntax][literal]") {
    CHECK_THROWS_WITH(floating("1.34E999"), "The number `1.34E999` is too large for a float");
}

TEST_CASE("Escapes of strings are replaced", "[syntax][literal]") {
    CHECK(string("''").empty());
    CHECK(string(R"('it\'s')") == "it's");
    CHECK(string(R"("say \"x\"")") == "say \"x\"");
    CHECK(string(R"('\\ \b\f\n\r\t \` \/')") == "\\ \b\f\n\r\t ` /");
    CHECK(string(R"('\u00e9\U0001F600')") == "é😀");
    CHECK(string(R"('\uD83D\uDE00')") == "😀");
    CHECK(string("'two\nlines'") == "two\nlines");
}

TEST_CASE("A broken escape is refused where it stands", "[syntax][literal]") {
    CHECK(string_error(R"('\uH')").detail() == ErrorDetail::InvalidUnicodeLiteral);
    CHECK(string_error(R"('\u12')").detail() == ErrorDetail::InvalidUnicodeLiteral);
    CHECK(string_error(R"('\U00110000')").detail() == ErrorDetail::InvalidUnicodeLiteral);
    CHECK(string_error(R"('ab\uD800')").span() == Span{3, 9});
    CHECK(string_error(R"('\uD800\u0041')").detail() == ErrorDetail::InvalidUnicodeLiteral);
    CHECK(string_error(R"('\u00é')").detail() == ErrorDetail::InvalidUnicodeLiteral);
    CHECK(string_error(R"('ab\qc')").span() == Span{3, 5});
    CHECK(string_error(R"('\é')").span() == Span{1, 4});
}

TEST_CASE("Back-quotes of names are taken off and doubled ones halved", "[syntax][literal]") {
    CHECK(read_name("plain") == "plain");
    CHECK(read_name("`a b`") == "a b");
    CHECK(read_name("`a``b`") == "a`b");
    CHECK(read_name("````") == "`");
    CHECK(read_name("``").empty());
}
