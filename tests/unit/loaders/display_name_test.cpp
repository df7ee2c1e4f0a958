#include "loaders/display_name.h"

#include "loaders/cordis_value.h"
#include "loaders/file_date.h"
#include "loaders/shown_text.h"
#include "loaders/utf8.h"

#include <catch2/catch.hpp>

using namespace lintas;
using namespace lintas::loaders;

TEST_CASE("A display name has no invisible characters and no stray white space", "[loaders]") {
    CHECK(display_name("  Invented\xc2\xa0Institute \t of  Tests\n") ==
          "Invented Institute of Tests");
    CHECK(display_name("\xef\xbb\xbfZero\xe2\x80\x8bWidth\xe2\x80\x8f") == "ZeroWidth");
    CHECK(display_name("\xe2\x80\xaa"
                       "abc\xe2\x80\xac\xe2\x81\xa0") == "abc");
    CHECK(display_name("").empty());
    CHECK(display_name(" \xe2\x80\x8b ").empty());
    CHECK(display_name("สำนักงาน") == "สำนักงาน");
}

TEST_CASE("Zero-width joiners stay where a script needs them", "[loaders]") {
    // Persian "mi-konam" is written with a zero-width non-joiner.
    const std::string persian = "\xd9\x85\xdb\x8c\xe2\x80\x8c\xda\xa9\xd9\x86\xd9\x85";
    CHECK(display_name(persian) == persian);
    CHECK(display_name("ab\xe2\x80\x8d"
                       "c") == "abc");
    CHECK(display_name("\xe2\x80\x8c" + persian) == persian);
}

TEST_CASE("Quotes that a table was given once too often are taken off", "[loaders]") {
    CHECK(without_extra_quotes(R"("LLC ""INVENTED NAME""")") == R"(LLC "INVENTED NAME")");
    CHECK(without_extra_quotes(R"("""Invented"" fonds")") == R"("Invented" fonds)");
    CHECK(without_extra_quotes(R"("A" and "B")") == R"("A" and "B")");
    CHECK(without_extra_quotes(R"(Invented "Middle" Name)") == R"(Invented "Middle" Name)");
    CHECK(without_extra_quotes(R"(Invented Name"")") == "Invented Name");
    CHECK(without_extra_quotes(R"(")") == R"(")");
    CHECK(without_extra_quotes(R"("")").empty());
    CHECK(without_extra_quotes("").empty());
}

TEST_CASE("Decimal points and commas mean the same", "[loaders]") {
    CHECK(parse_decimal("771225.0") == 771225.0);
    CHECK(parse_decimal("771225,1") == 771225.1);
    CHECK(parse_decimal("1,234,567.5") == 1234567.5);
    CHECK(parse_decimal("1.234.567,5") == 1234567.5);
    CHECK(parse_decimal("-12") == -12);
    for (const auto* text : {"", "-", ",", "1,2,3", "1.2.3", "12,34.5", "1e3", "abc", "1 000"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_decimal(text));
    }
}

TEST_CASE("Cells are read by their kind", "[loaders]") {
    CHECK(parse_cell("7.0", CellKind::Integer)->integer() == 7);
    CHECK_FALSE(parse_cell("7.5", CellKind::Integer));
    CHECK_FALSE(parse_cell("99999999999999999999", CellKind::Integer));
    CHECK(parse_cell("True", CellKind::Boolean)->boolean());
    CHECK(parse_cell("2023-04-29 01:07:00", CellKind::DateTime)->is(ValueType::LocalDateTime));
    CHECK(parse_cell("2023-04-29 01:07:00", CellKind::Date)->is(ValueType::Date));
    CHECK_FALSE(parse_cell("2023-02-30", CellKind::Date));
    CHECK_FALSE(parse_cell("\xff", CellKind::Name));
}

TEST_CASE("A file's name may carry a date", "[loaders]") {
    CHECK(file_date("orgs_old_2026-01-15_30d6.csv") == "2026-01-15");
    CHECK(file_date("ror-all-v2-2026-06-23_schema_v2.json") == "2026-06-23");
    CHECK(file_date("x2026-13-01_2025-02-03") == "2025-02-03");
    CHECK(file_date("12025-02-03").empty());
    CHECK(file_date("2025-02-031").empty());
    CHECK(file_date("h2020.csv").empty());
}

TEST_CASE("Messages show text on one line, shortened and as UTF-8", "[loaders]") {
    CHECK(shown_text("a\nb\tc") == "a?b?c");
    CHECK(shown_text("caf\xc3\xa9") == "caf\xc3\xa9");
    CHECK(shown_text("caf\xe9") == "caf?");
    const auto shown = shown_text(std::string(79, 'x') + "\xc3\xa9" + "tail");
    CHECK(shown == std::string(79, 'x') + "...");
    CHECK(is_utf8(shown));
}

TEST_CASE("UTF-8 is told from what is not", "[loaders]") {
    for (const auto* text : {"", "plain ascii text", "\xc3\xa9", "\xe0\xa4\x85", "\xf0\x9f\x98\x80",
                             "long ascii and then \xe1\x80\x80"}) {
        CHECK(is_utf8(text));
    }
    for (const auto* text : {"\x80", "\xc3", "\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80",
                             "\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80", "abcdefgh\xe1\x80"}) {
        CHECK_FALSE(is_utf8(text));
    }
}
