#include "datasets/generated_world.h"

#include "datasets/themes.h"
#include "graph/expect.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::datasets {

namespace {

constexpr std::uint64_t institutions_of_scale = 900;
constexpr std::uint64_t companies_of_scale = 700;
constexpr std::uint64_t people_of_scale = 6000;

// ASEAN, the EU, and some who work with both.
constexpr Participant participants[] = {
    {"AT", 29}, {"AU", 42}, {"BE", 33}, {"BG", 8},  {"BN", 4},  {"CH", 27}, {"CN", 60}, {"CY", 5},
    {"CZ", 22}, {"DE", 96}, {"DK", 28}, {"EE", 6},  {"ES", 62}, {"FI", 26}, {"FR", 78}, {"GB", 66},
    {"GR", 21}, {"HR", 9},  {"HU", 15}, {"ID", 54}, {"IE", 19}, {"IN", 44}, {"IT", 68}, {"JP", 50},
    {"KH", 6},  {"KR", 36}, {"LA", 4},  {"LT", 8},  {"LU", 5},  {"LV", 5},  {"MM", 6},  {"MT", 3},
    {"MY", 50}, {"NL", 55}, {"NO", 19}, {"PH", 25}, {"PL", 37}, {"PT", 27}, {"RO", 17}, {"SE", 40},
    {"SG", 46}, {"SI", 8},  {"SK", 8},  {"TH", 45}, {"TL", 3},  {"US", 64}, {"VN", 38},
};

template <std::size_t Count>
std::array<std::size_t, Count> different_topics(Random& random, const Lottery& lottery) {
    std::array<std::size_t, Count> chosen{};
    for (std::size_t at = 0; at < Count;) {
        chosen[at] = lottery.draw(random);
        if (std::find(chosen.begin(), chosen.begin() + at, chosen[at]) == chosen.begin() + at) ++at;
    }
    return chosen;
}

// A few topics are large and most are small; a country has favourites of its own, so that
// countries specialise.
Lottery topics_of_country(Random& random) {
    std::vector<std::uint64_t> weights;
    for (std::size_t topic = 0; topic < topics().size(); ++topic)
        weights.push_back(600 / (topic * 7 % topics().size() + 4) + 20);
    for (int favourite = 0; favourite < 8; ++favourite)
        weights[static_cast<std::size_t>(random.below(weights.size()))] *= 5;
    return Lottery{weights};
}

// How many of `in_all` the participant gets: its share, but not less than `least`.
std::uint64_t share(const Participant& participant, std::uint64_t in_all, std::uint64_t least) {
    std::uint64_t sum = 0;
    for (const auto& [iso2, weight] : participants) sum += weight;
    return std::max(least, in_all * participant.weight / sum);
}

void add_organisations(std::vector<Organisation>& out, std::size_t country, std::uint64_t count,
                       std::uint64_t country_weight, const Lottery& lottery, Random& random) {
    for (std::size_t number = 1; number <= count; ++number) {
        const auto size = 40'000 / (number + 1) + random.below(500);
        out.push_back({country, number, different_topics<3>(random, lottery),
                       1 + size * country_weight / count});
    }
}

void add_people(GeneratedWorld& world, std::uint64_t count, Random& random) {
    std::vector<std::uint64_t> weights;
    for (const auto& institution : world.institutions) weights.push_back(institution.weight);
    const Lottery lottery{weights};
    std::vector<std::uint64_t> seats(world.institutions.size());
    for (std::uint64_t person = 0; person < count; ++person) {
        // Each institution has its first person before size decides.
        const auto at =
            person < seats.size() ? static_cast<std::size_t>(person) : lottery.draw(random);
        const auto& topics = world.institutions[at].topics;
        const auto first = static_cast<std::size_t>(random.below(topics.size()));
        const auto second = (first + 1 + static_cast<std::size_t>(random.below(2))) % topics.size();
        world.people.push_back({at, {topics[first], topics[second]}, 20'000 / (3 + seats[at]++)});
    }
}

} // namespace

GeneratedWorld generate_world(std::uint64_t scale, std::uint64_t seed) {
    GeneratedWorld world;
    Random random{seed, 1};
    for (const auto& participant : participants) {
        const auto* country = find_country(participant.iso2);
        expect(country != nullptr, "a participant is a country");
        const auto at = world.countries.size();
        world.countries.push_back(country);
        const auto lottery = topics_of_country(random);
        add_organisations(world.institutions, at,
                          share(participant, institutions_of_scale * scale, 6), participant.weight,
                          lottery, random);
        add_organisations(world.companies, at, share(participant, companies_of_scale * scale, 1),
                          participant.weight, lottery, random);
    }
    add_people(world, people_of_scale * scale, random);
    return world;
}

bool is_secluded(const GeneratedWorld& world, std::size_t country) {
    return world.countries[country]->iso2 == "LA";
}

bool may_team_up(const GeneratedWorld& world, std::size_t left, std::size_t right) {
    const auto& one = world.institutions[left];
    const auto& other = world.institutions[right];
    if (is_secluded(world, one.country) == is_secluded(world, other.country)) return true;
    const auto& outside = is_secluded(world, one.country) ? other : one;
    return world.countries[outside.country]->iso2 == "TH" && outside.number == 1;
}

std::string institution_id(const GeneratedWorld& world, const Organisation& institution) {
    return fmt::format("{}-I-{}", world.countries[institution.country]->iso2, institution.number);
}

std::string company_id(const GeneratedWorld& world, const Organisation& company) {
    return fmt::format("{}-C-{}", world.countries[company.country]->iso2, company.number);
}

std::string person_id(std::size_t person) { return fmt::format("R-{}", person + 1); }

} // namespace lintas::datasets
