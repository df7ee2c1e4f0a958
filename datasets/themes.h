// What the demo data is about: topics of research, thrusts of regional programmes, and challenges
// that people in South-East Asia and Europe share. The themes are real; teams and results that the
// generator puts to them are invented.
//
// Invariant: codes and ids are unique; each topic a challenge names, and its thrust, exists.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace lintas::datasets {

struct Topic {
    std::string_view code; // "field.name"
    std::string_view name;
};

struct Thrust {
    std::string_view id;
    std::string_view name;
};

// How far the demo's projects reach; what is not Crossing is a gap that analyses should find.
enum class Reach {
    Crossing,      // teams of several countries
    National,      // in several countries, but no team crosses a border
    SingleCountry, // in one country only
    Untouched,     // by nobody
};

struct Challenge {
    std::string_view id;
    std::string_view title;
    std::string_view thrust; // Thrust::id
    std::array<std::string_view, 2> topics;
    int sdg;      // the Sustainable Development Goal it serves most
    int priority; // 0 to 100
    Reach reach;
};

std::span<const Topic> topics();
std::span<const Thrust> thrusts();
std::span<const Challenge> challenges();

// The position in topics(). REQUIRES: there is such a topic.
std::size_t topic_index(std::string_view code);

} // namespace lintas::datasets
