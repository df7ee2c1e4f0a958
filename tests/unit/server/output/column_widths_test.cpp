#include "server/output/column_widths.h"

#include <catch2/catch.hpp>

using lintas::server::fit_columns;
using Widths = std::vector<std::size_t>;

TEST_CASE("Columns that fit stay as they are", "[server][output]") {
    CHECK(fit_columns({3, 5, 10}, 18) == Widths{3, 5, 10});
    CHECK(fit_columns({3, 5, 10}, 100) == Widths{3, 5, 10});
}

TEST_CASE("The widest columns give way first", "[server][output]") {
    CHECK(fit_columns({3, 5, 100}, 18) == Widths{3, 5, 10});
    CHECK(fit_columns({50, 5, 100}, 25) == Widths{10, 5, 10});
    CHECK(fit_columns({50, 5, 100}, 26) == Widths{11, 5, 10});
}

TEST_CASE("Too many columns for the room fit not at all", "[server][output]") {
    CHECK(fit_columns({9, 9, 9}, 12) == Widths{4, 4, 4});
    CHECK(fit_columns({9, 9, 9}, 11).empty());
    CHECK(fit_columns({1, 1, 9}, 6) == Widths{1, 1, 4});
}
