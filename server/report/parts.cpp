#include "server/report/figure.h"

namespace lintas::report {

namespace {

using enum Drawing;

constexpr Figure chair[] = {{"numbers", Intervals}, {"top-gaps"}, {"introductions"}, {"lights"}};
constexpr Figure members[] = {{"members"}};
constexpr Figure matrix[] = {{"matrix-across", HeatMap},
                             {"matrix-within", HeatMap},
                             {"flows", Drawing::Map},
                             {"arcs", Arcs}};
constexpr Figure trend[] = {{"trend", Lines}, {"lead"}};
constexpr Figure profiles[] = {{"profile", Intervals}, {"profile-trend", ShortLines},
                               {"profile-topics"},     {"profile-partners"},
                               {"profile-gaps"},       {"profile-matches"},
                               {"profile-brokers"},    {"profile-fragility"}};
constexpr Figure thrusts[] = {
    {"kpis", None, Needs::Nothing, Asked::Last}, {"areas"}, {"challenges"}};
constexpr Figure gaps[] = {{"gaps"}, {"unknown-gaps"}};
constexpr Figure matches[] = {{"matches"}};
constexpr Figure brokers[] = {{"network", Drawing::Network}, {"brokers"}, {"fragility"}};
constexpr Figure quality[] = {{"change", None, Needs::Previous},
                              {"methods"},
                              {"sources"},
                              {"unresolved"},
                              {"period"},
                              {"countries"}};

constexpr Part table[] = {
    {"chair", Repeat::Once, chair},
    {"members", Repeat::Once, members},
    {"matrix", Repeat::Once, matrix},
    {"trend", Repeat::Once, trend},
    {"profiles", Repeat::EachMember, profiles},
    {"thrusts", Repeat::Once, thrusts},
    {"gaps", Repeat::Once, gaps},
    {"matches", Repeat::Once, matches},
    {"brokers", Repeat::Once, brokers},
    {"quality", Repeat::Once, quality},
};

} // namespace

std::span<const Part> parts() { return table; }

} // namespace lintas::report
