// The invented institutions, companies and researchers of the demo data, before anything is
// written: where they are, what they work on, how much of the work they do.
//
// Invariant: depends on scale and seed alone. Every country has at least six institutions and a
// company; sizes are heavy-tailed within a country; people work on topics of their institution.
#pragma once

#include "datasets/countries.h"
#include "datasets/random.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lintas::datasets {

// A country that takes part, and its share of the research.
struct Participant {
    std::string_view iso2;
    std::uint64_t weight;
};

struct Organisation {
    std::size_t country;               // position in GeneratedWorld::countries
    std::size_t number;                // from 1 within its country
    std::array<std::size_t, 3> topics; // positions in topics(), the first is the main one
    std::uint64_t weight;
};

struct Person {
    std::size_t institution; // position in GeneratedWorld::institutions
    std::array<std::size_t, 2> topics;
    std::uint64_t weight;
};

struct GeneratedWorld {
    std::vector<const Country*> countries;
    std::vector<Organisation> institutions;
    std::vector<Organisation> companies;
    std::vector<Person> people;
};

// `scale` 1 gives about 900 institutions, 700 companies and 6,000 people.
GeneratedWorld generate_world(std::uint64_t scale, std::uint64_t seed);

// May two institutions (positions in GeneratedWorld::institutions) be in one team? Those of Lao PDR
// work abroad with one institute in Thailand only: a fragility that analyses should find.
bool may_team_up(const GeneratedWorld& world, std::size_t left, std::size_t right);
// Is it in Lao PDR?
bool is_secluded(const GeneratedWorld& world, std::size_t country);

// Ids and names, which say that their bearer is invented.
std::string institution_id(const GeneratedWorld& world, const Organisation& institution);
std::string company_id(const GeneratedWorld& world, const Organisation& company);
std::string person_id(std::size_t person);

} // namespace lintas::datasets
