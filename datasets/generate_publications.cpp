#include "datasets/generate_parts.h"
#include "datasets/themes.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace lintas::datasets {

namespace {

constexpr std::uint64_t publications_of_scale = 9000;
constexpr int first_year = 2012;
constexpr int last_year = 2025;
constexpr std::size_t hyper_authors = 45; // of the rare work that everybody signs

using Members = std::vector<std::size_t>; // positions in GeneratedWorld::people

// People by what brings them together.
struct Circles {
    explicit Circles(const GeneratedWorld& world)
        : of_institution(world.institutions.size()), of_topic(topics().size()),
          of_country_and_topic(world.countries.size() * topics().size()) {
        for (std::size_t person = 0; person < world.people.size(); ++person) {
            const auto& [institution, own_topics, weight] = world.people[person];
            of_institution[institution].push_back(person);
            for (const auto topic : own_topics) {
                of_topic[topic].push_back(person);
                at(world.institutions[institution].country, topic).push_back(person);
            }
        }
    }
    Members& at(std::size_t country, std::size_t topic) {
        return of_country_and_topic[country * topics().size() + topic];
    }

    std::vector<Members> of_institution;
    std::vector<Members> of_topic;
    std::vector<Members> of_country_and_topic;
};

class Publications {
public:
    Publications(const GeneratedWorld& world, const GenerateOptions& options, GeneratedFiles& files)
        : world_{world}, random_{options.seed, 3}, leads_{weights(world)}, circles_{world},
          of_topic_(topics().size()), nodes_{files.nodes(
                                          "Publication",
                                          "id:ID(Publication),title,doi,year:int,type")},
          authored_{files.relationships("AUTHORED", "Researcher", "Publication",
                                        "position:int,corresponding:boolean")},
          about_{files.relationships("ABOUT", "Publication", "Topic", "score:float")},
          cites_{files.relationships("CITES", "Publication", "Publication")} {}

    void write(std::uint64_t count) {
        for (std::uint64_t number = 0; number < count; ++number)
            write_one(number, year(number, count));
    }

private:
    static std::vector<std::uint64_t> weights(const GeneratedWorld& world) {
        std::vector<std::uint64_t> weights;
        for (const auto& person : world.people)
            weights.push_back(person.weight *
                              (50 + world.institutions[person.institution].weight / 10));
        return weights;
    }

    // Work grows over the years: twice as much at the end as at the beginning, in order of years.
    static int year(std::uint64_t number, std::uint64_t count) {
        constexpr std::uint64_t years = last_year - first_year + 1;
        std::uint64_t before = 0;
        constexpr auto in_all = years * (3 * years - 1) / 2;
        for (std::uint64_t at = 0; at < years; ++at) {
            before += years + at;
            if (number * in_all < before * count) return first_year + static_cast<int>(at);
        }
        return last_year;
    }

    void write_one(std::uint64_t number, int year) {
        const auto lead = leads_.draw(random_);
        const auto topic = world_.people[lead].topics[random_.chance(70) ? 0 : 1];
        const auto id = fmt::format("P-{}", number + 1);
        nodes_.add({id, fmt::format("Synthetic study {} on {}", number + 1, topics()[topic].name),
                    fmt::format("10.0000/synthetic.{}", number + 1), std::to_string(year),
                    random_.chance(80) ? "article" : "proceedings"});
        write_authors(id, team(lead, topic, year));
        about_.add({id, topics()[topic].code, "1.0"});
        if (random_.chance(35)) {
            const auto second = world_.people[lead].topics[0] == topic ? 1U : 0U;
            about_.add({id, topics()[world_.people[lead].topics[second]].code, "0.4"});
        }
        write_citations(id, of_topic_[topic]);
        of_topic_[topic].push_back(number);
    }

    Members team(std::size_t lead, std::size_t topic, int year) {
        constexpr std::size_t sizes[] = {1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 8};
        const auto wanted = random_.below(2000) == 0 ? hyper_authors : random_.one_of(sizes);
        Members members{lead};
        for (auto tries = 3 * wanted; members.size() < wanted && tries > 0; --tries) {
            const auto& circle = circle_for(lead, topic, year);
            if (circle.empty()) continue;
            // Who came first is asked more often.
            const auto drawn = std::min(random_.below(circle.size()), random_.below(circle.size()));
            const auto other = circle[static_cast<std::size_t>(drawn)];
            if (std::ranges::find(members, other) == members.end() && fits(other, members))
                members.push_back(other);
        }
        return members;
    }

    bool fits(std::size_t person, const Members& members) const {
        return std::ranges::all_of(members, [&](std::size_t member) {
            return may_team_up(world_, world_.people[person].institution,
                               world_.people[member].institution);
        });
    }

    // Mostly colleagues, then people of the same field nearby, then, and more so every year, from
    // anywhere in the field.
    const Members& circle_for(std::size_t lead, std::size_t topic, int year) {
        const auto institution = world_.people[lead].institution;
        const auto abroad = 12 + static_cast<std::uint64_t>(year - first_year);
        const auto drawn = random_.below(100);
        if (drawn < abroad) return circles_.of_topic[topic];
        if (drawn < abroad + 25)
            return circles_.at(world_.institutions[institution].country, topic);
        return circles_.of_institution[institution];
    }

    void write_authors(const std::string& id, const Members& members) {
        for (std::size_t at = 0; at < members.size(); ++at)
            authored_.add(
                {person_id(members[at]), id, std::to_string(at + 1), at == 0 ? "true" : "false"});
    }

    // Earlier work of the same topic: the recent, and what has been cited already, more than the
    // rest.
    void write_citations(const std::string& id, const std::vector<std::uint64_t>& earlier) {
        if (earlier.empty()) return;
        std::vector<std::uint64_t> cited;
        for (auto left = random_.below(7); left > 0; --left) {
            auto back = random_.below(earlier.size());
            if (random_.chance(60)) back = random_.below(back + 1);
            const auto chosen = earlier[earlier.size() - 1 - static_cast<std::size_t>(back)];
            if (std::ranges::find(cited, chosen) != cited.end()) continue;
            cited.push_back(chosen);
            cites_.add({id, fmt::format("P-{}", chosen + 1)});
        }
    }

    const GeneratedWorld& world_;
    Random random_;
    Lottery leads_;
    Circles circles_;
    std::vector<std::vector<std::uint64_t>> of_topic_; // publications so far
    CsvFile& nodes_;
    CsvFile& authored_;
    CsvFile& about_;
    CsvFile& cites_;
};

} // namespace

void generate_publications(const GeneratedWorld& world, const GenerateOptions& options,
                           GeneratedFiles& files) {
    Publications{world, options, files}.write(publications_of_scale * options.scale);
}

} // namespace lintas::datasets
