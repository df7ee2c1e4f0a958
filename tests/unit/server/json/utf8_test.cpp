#include "server/json/utf8.h"

#include <catch2/catch.hpp>

using namespace lintas::server;

TEST_CASE("UTF-8 is told from other bytes", "[server][json]") {
    CHECK(is_utf8(""));
    CHECK(is_utf8("a\xC3\xA9\xE1\x9E\x80\xF0\x9F\x98\x80\xF4\x8F\xBF\xBF"));
    for (const char* text :
         {"\x80", "\xC0\xAF", "\xC3", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE1\x9E", "\xE1\x9Ex", "\xFF"})
        CHECK_FALSE(is_utf8(text));
}

TEST_CASE("Broken bytes are mended, the text around them is kept", "[server][json]") {
    CHECK(mended_utf8("a\xFFz") == "a\xEF\xBF\xBDz");
    CHECK(mended_utf8("\xE1\x9E") == "\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(mended_utf8("caf\xC3\xA9") == "caf\xC3\xA9");
}
