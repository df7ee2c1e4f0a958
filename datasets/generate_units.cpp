#include "datasets/generate_parts.h"
#include "datasets/themes.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <string>

namespace lintas::datasets {

namespace {

struct Kind {
    std::string_view name;
    std::string_view type;
};

constexpr Kind kinds[] = {{"University", "education"},
                          {"Institute", "facility"},
                          {"Ministry Laboratory", "government"},
                          {"Hospital", "healthcare"}};

const Kind& kind_of(const Organisation& institution) {
    constexpr std::size_t pattern[] = {0, 1, 0, 1, 2, 0, 1, 3};
    return kinds[pattern[(institution.number - 1) % std::size(pattern)]];
}

std::string lower(std::string text) {
    for (auto& letter : text)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return text;
}

// Up to one degree around the country's seat, in hundredths of a degree.
std::string around(double degrees, Random& random) {
    const auto hundredths = std::llround(degrees * 100) + random.between(-100, 100);
    return fmt::format("{}{}.{:02}", hundredths < 0 ? "-" : "", std::abs(hundredths) / 100,
                       std::abs(hundredths) % 100);
}

void write_institutions(const GeneratedWorld& world, Random& random, GeneratedFiles& files) {
    auto& nodes = files.nodes("Institution",
                              "id:ID(Institution),name,nationalId,type,domain,lat:float,lon:float");
    auto& located_in = files.relationships("LOCATED_IN", "Institution", "Country");
    auto& part_of = files.relationships("PART_OF", "Institution", "Institution");
    for (const auto& institution : world.institutions) {
        const auto& country = *world.countries[institution.country];
        const auto id = institution_id(world, institution);
        const auto& [kind, type] = kind_of(institution);
        const auto& topic = topics()[institution.topics[0]].name;
        nodes.add({id,
                   fmt::format("Synthetic {} of {} {} ({})", kind, topic, institution.number,
                               country.iso2),
                   fmt::format("{}-{:05}", country.iso3, institution.number), type,
                   lower(id) + ".example", around(country.latitude, random),
                   around(country.longitude, random)});
        located_in.add({id, country.iso2});
        // Some of the smaller ones belong to one of their country's two largest.
        if (institution.number > 4 && random.chance(12))
            part_of.add({id, fmt::format("{}-I-{}", country.iso2, 1 + random.below(2))});
    }
}

void write_companies(const GeneratedWorld& world, Random& random, GeneratedFiles& files) {
    constexpr std::string_view sizes[] = {"micro", "small", "small", "medium", "large"};
    constexpr std::string_view activities[] = {"C10", "C20", "C26", "C27",
                                               "D35", "E38", "J62", "M72"};
    auto& nodes =
        files.nodes("Company", "id:ID(Company),name,nationalId,nace,sizeClass,lat:float,lon:float");
    auto& located_in = files.relationships("LOCATED_IN", "Company", "Country");
    for (const auto& company : world.companies) {
        const auto& country = *world.countries[company.country];
        const auto id = company_id(world, company);
        const auto& topic = topics()[company.topics[0]].name;
        nodes.add({id,
                   fmt::format("Synthetic {} Works {} ({})", topic, company.number, country.iso2),
                   fmt::format("{}-C{:05}", country.iso3, company.number),
                   random.one_of(activities), random.one_of(sizes),
                   around(country.latitude, random), around(country.longitude, random)});
        located_in.add({id, country.iso2});
    }
}

void write_people(const GeneratedWorld& world, Random& random, GeneratedFiles& files) {
    auto& nodes = files.nodes(
        "Researcher", "id:ID(Researcher),orcid,displayName,consent:boolean,shareable:boolean");
    auto& affiliated = files.relationships("AFFILIATED_WITH", "Researcher", "Institution",
                                           "from:date,to:date,role");
    for (std::size_t at = 0; at < world.people.size(); ++at) {
        const auto id = person_id(at);
        const auto shareable = random.chance(85);
        nodes.add({id, fmt::format("synthetic-{}", at + 1),
                   fmt::format("Synthetic Researcher {}", at + 1), "true",
                   shareable ? "true" : "false"});
        const auto home = world.people[at].institution;
        const auto since = random.between(1995, 2011);
        auto here_since = fmt::format("{}-09-01", since);
        // Some came from elsewhere while the data runs: their earlier work counts there.
        if (random.chance(9)) {
            const auto before = static_cast<std::size_t>(random.below(world.institutions.size()));
            const auto moved = random.between(2013, 2023);
            if (before != home && may_team_up(world, before, home)) {
                affiliated.add({id, institution_id(world, world.institutions[before]),
                                fmt::format("{}-09-01", since), fmt::format("{}-12-31", moved),
                                "researcher"});
                here_since = fmt::format("{}-01-01", moved + 1);
            }
        }
        affiliated.add({id, institution_id(world, world.institutions[home]), here_since, "",
                        random.chance(15) ? "head" : "researcher"});
    }
}

} // namespace

void generate_units(const GeneratedWorld& world, const GenerateOptions& options,
                    GeneratedFiles& files) {
    Random random{options.seed, 2};
    write_institutions(world, random, files);
    write_companies(world, random, files);
    write_people(world, random, files);
}

} // namespace lintas::datasets
