#include "server/report/figure.h"

namespace lintas::report {

namespace {

using enum Drawing;

constexpr Figure chair[] = {{"numbers", Intervals}, {"open-challenges"}, {"lights"}};
constexpr Figure members[] = {{"members"}};
constexpr Figure matrix[] = {{"matrix-across", HeatMap},
                             {"matrix-within", HeatMap},
                             {"flows", Drawing::Map},
                             {"arcs", Arcs}};
constexpr Figure trend[] = {{"trend", Lines}};
constexpr Figure thrusts[] = {{"areas"}};
constexpr Figure quality[] = {{"sources"}, {"period"}};

constexpr Part table[] = {
    {"chair", Repeat::Once, chair},     {"members", Repeat::Once, members},
    {"matrix", Repeat::Once, matrix},   {"trend", Repeat::Once, trend},
    {"thrusts", Repeat::Once, thrusts}, {"quality", Repeat::Once, quality},
};

} // namespace

std::span<const Part> parts() { return table; }

} // namespace lintas::report
