#include "query/functions/number_text.h"

#include "graph/value.h"
#include "query/functions/rounding.h"
#include "random_seed.h"

#include <catch2/catch.hpp>

#include <bit>
#include <cmath>
#include <random>
#include <string>

using namespace lintas;
using namespace lintas::query;

TEST_CASE("A printed number reads back as itself", "[functions][conversion][random]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    for (int time = 0; time < 2000; ++time) {
        const auto integer = static_cast<std::int64_t>(random()) >> random() % 64;
        CHECK(read_integer(std::to_string(integer)) == integer);
        CHECK(read_integer(std::to_string(integer) + ".75") == integer);
        const auto number = std::bit_cast<double>(random());
        if (!std::isfinite(number)) continue;
        CHECK(read_float(to_text(number)) == number);
        CHECK(read_integer(to_text(number)) == truncate_float(number));
    }
}

TEST_CASE("Any text is a number or is not, and is never read past its end",
          "[functions][conversion][random]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    std::mt19937 random{seed};
    const std::string alphabet = "019+-.eE xNaInfity";
    for (int time = 0; time < 5000; ++time) {
        std::string text(random() % 8, ' ');
        for (auto& character : text) character = alphabet[random() % alphabet.size()];
        CAPTURE(text);
        const auto integer = read_integer(text);
        const auto number = read_float(text);
        if (integer && number) CHECK(std::fabs(static_cast<double>(*integer) - *number) < 1);
        if (integer) CHECK(number);
    }
}

TEST_CASE("A rounded number is a neighbour of the number on its grid",
          "[functions][math][random]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    std::mt19937 random{seed};
    for (int time = 0; time < 2000; ++time) {
        const auto thousandths = static_cast<int>(random() % 200'001) - 100'000;
        const auto number = thousandths / 1000.0;
        CAPTURE(number);
        const auto hundredths = [&](RoundingMode mode) {
            return std::lround(round_decimal(number, 2, mode) * 100);
        };
        const auto below = static_cast<long>(std::floor(thousandths / 10.0));
        const auto above = static_cast<long>(std::ceil(thousandths / 10.0));
        const auto rest = thousandths - below * 10;
        CHECK(hundredths(RoundingMode::Floor) == below);
        CHECK(hundredths(RoundingMode::Ceiling) == above);
        CHECK(hundredths(RoundingMode::Down) == (number < 0 ? above : below));
        CHECK(hundredths(RoundingMode::Up) == (number < 0 ? below : above));
        const bool up = rest > 5 || (rest == 5 && number > 0);
        CHECK(hundredths(RoundingMode::HalfUp) == (up ? above : below));
        const bool down = rest < 5 || (rest == 5 && number > 0);
        CHECK(hundredths(RoundingMode::HalfDown) == (down ? below : above));
        const bool even = rest < 5 || (rest == 5 && below % 2 == 0);
        CHECK(hundredths(RoundingMode::HalfEven) == (even ? below : above));
    }
}
