#include "datasets/countries.h"

namespace lintas::datasets {

namespace {

constexpr Region region_table[] = {
    {"ASEAN", "Association of Southeast Asian Nations"},
    {"EU", "European Union"},
};

// The EU's first members count from the day its first treaty, that of Rome, came into force.
constexpr Membership membership_table[] = {
    {"BN", "ASEAN", "1984-01-07", ""},        {"ID", "ASEAN", "1967-08-08", ""},
    {"KH", "ASEAN", "1999-04-30", ""},        {"LA", "ASEAN", "1997-07-23", ""},
    {"MM", "ASEAN", "1997-07-23", ""},        {"MY", "ASEAN", "1967-08-08", ""},
    {"PH", "ASEAN", "1967-08-08", ""},        {"SG", "ASEAN", "1967-08-08", ""},
    {"TH", "ASEAN", "1967-08-08", ""},        {"TL", "ASEAN", "2025-10-26", ""},
    {"VN", "ASEAN", "1995-07-28", ""},        {"AT", "EU", "1995-01-01", ""},
    {"BE", "EU", "1958-01-01", ""},           {"BG", "EU", "2007-01-01", ""},
    {"CY", "EU", "2004-05-01", ""},           {"CZ", "EU", "2004-05-01", ""},
    {"DE", "EU", "1958-01-01", ""},           {"DK", "EU", "1973-01-01", ""},
    {"EE", "EU", "2004-05-01", ""},           {"ES", "EU", "1986-01-01", ""},
    {"FI", "EU", "1995-01-01", ""},           {"FR", "EU", "1958-01-01", ""},
    {"GB", "EU", "1973-01-01", "2020-01-31"}, {"GR", "EU", "1981-01-01", ""},
    {"HR", "EU", "2013-07-01", ""},           {"HU", "EU", "2004-05-01", ""},
    {"IE", "EU", "1973-01-01", ""},           {"IT", "EU", "1958-01-01", ""},
    {"LT", "EU", "2004-05-01", ""},           {"LU", "EU", "1958-01-01", ""},
    {"LV", "EU", "2004-05-01", ""},           {"MT", "EU", "2004-05-01", ""},
    {"NL", "EU", "1958-01-01", ""},           {"PL", "EU", "2004-05-01", ""},
    {"PT", "EU", "1986-01-01", ""},           {"RO", "EU", "2007-01-01", ""},
    {"SE", "EU", "1995-01-01", ""},           {"SI", "EU", "2004-05-01", ""},
    {"SK", "EU", "2004-05-01", ""},
};

} // namespace

std::span<const Region> regions() { return region_table; }
std::span<const Membership> memberships() { return membership_table; }

} // namespace lintas::datasets
