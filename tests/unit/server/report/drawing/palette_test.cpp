#include "server/report/drawing/palette.h"

#include <catch2/catch.hpp>

using namespace lintas::report;

TEST_CASE("The contrast of two colors is that of WCAG", "[palette]") {
    CHECK(contrast("#000000", "#ffffff") == Approx(21));
    CHECK(contrast("#ffffff", "#000000") == Approx(21));
    CHECK(contrast("#777777", "#ffffff") == Approx(4.478).margin(0.01));
    CHECK(contrast("#123456", "#123456") == Approx(1));
}

TEST_CASE("Text has a contrast of 4.5 to 1 on every color of the palette", "[palette]") {
    for (std::size_t step = 0; step < ramp_steps; ++step)
        CHECK(contrast(ramp(step), ink_on(ramp(step))) >= 4.5);
    for (std::size_t series = 0; series < 8; ++series)
        CHECK(contrast(series_style(series).color, "#ffffff") >= 4.5);
    CHECK(contrast(faint_ink, "#ffffff") >= 4.5);
}

TEST_CASE("A darker step of the ramp stays darker in greyscale", "[palette]") {
    for (std::size_t step = 1; step < ramp_steps; ++step)
        CHECK(contrast(ramp(step), "#ffffff") > 1.15 * contrast(ramp(step - 1), "#ffffff"));
}
