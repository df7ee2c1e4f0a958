#include "datasets/generate_parts.h"
#include "datasets/themes.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace lintas::datasets {

namespace {

constexpr std::uint64_t projects_of_scale = 1400;

using Members = std::vector<std::size_t>; // positions in GeneratedWorld::institutions

class Projects {
public:
    Projects(const GeneratedWorld& world, const GenerateOptions& options, GeneratedFiles& files)
        : world_{world}, random_{options.seed, 5}, of_topic_(topics().size()),
          companies_of_topic_(topics().size()),
          nodes_{files.nodes("Project", "id:ID(Project),acronym,title,programme,startYear:int,"
                                        "endYear:int,cost:float,currency,costYear:int")},
          participates_{
              files.relationships("PARTICIPATES_IN", "Institution", "Project", "role,eur:float")},
          company_participates_{
              files.relationships("PARTICIPATES_IN", "Company", "Project", "role,eur:float")},
          addresses_{files.relationships("ADDRESSES", "Project", "Challenge")},
          about_{files.relationships("ABOUT", "Project", "Topic", "score:float")} {
        for (std::size_t at = 0; at < world.institutions.size(); ++at)
            for (const auto topic : world.institutions[at].topics) of_topic_[topic].push_back(at);
        for (std::size_t at = 0; at < world.companies.size(); ++at)
            companies_of_topic_[world.companies[at].topics[0]].push_back(at);
    }

    void write(std::uint64_t count) {
        const Lottery lottery{weights()};
        for (std::uint64_t number = 1; number <= count; ++number)
            write_one(number, challenges()[lottery.draw(random_)]);
    }

private:
    // What matters more gets more projects; what nobody touches gets none.
    static std::vector<std::uint64_t> weights() {
        std::vector<std::uint64_t> weights;
        for (const auto& challenge : challenges()) {
            const auto priority = static_cast<std::uint64_t>(challenge.priority);
            switch (challenge.reach) {
            case Reach::Crossing: weights.push_back(priority); break;
            case Reach::National: weights.push_back(priority / 5); break;
            case Reach::SingleCountry: weights.push_back(priority / 8); break;
            case Reach::Untouched: weights.push_back(0); break;
            }
        }
        return weights;
    }

    void write_one(std::uint64_t number, const Challenge& challenge) {
        const auto topic = topic_index(challenge.topics[random_.chance(70) ? 0 : 1]);
        const auto members = team(challenge, topic);
        const auto id = fmt::format("PJ-{}", number);
        const auto start = random_.between(2014, 2025);
        const auto cost = 100'000 * random_.between(2, 60);
        constexpr std::string_view programmes[] = {"bilateral fund", "national fund",
                                                   "regional fund"};
        nodes_.add({id, fmt::format("SYN-{}", number),
                    fmt::format("Synthetic project {}: {}", number, challenge.title),
                    random_.one_of(programmes), std::to_string(start),
                    std::to_string(start + random_.between(2, 5)), fmt::format("{}.0", cost), "EUR",
                    std::to_string(start)});
        addresses_.add({id, challenge.id});
        about_.add({id, topics()[topic].code, "1.0"});
        write_members(id, members, cost);
        if (random_.chance(40)) write_company(id, topic, members);
    }

    Members team(const Challenge& challenge, std::size_t topic) {
        auto circle = of_topic_[topic];
        if (challenge.reach == Reach::SingleCountry) keep_country(circle, home_of(challenge));
        Members members{random_.one_of(circle)};
        const auto country = world_.institutions[members[0]].country;
        if (challenge.reach != Reach::Crossing) keep_country(circle, country);
        // What is secluded reaches others through the one institute that it works with.
        else if (is_secluded(world_, country) && random_.chance(60))
            for (std::size_t at = 0; at < world_.institutions.size(); ++at)
                if (world_.institutions[at].country != country &&
                    may_team_up(world_, at, members[0])) {
                    members.push_back(at);
                    break;
                }
        const auto wanted = 2 + random_.below(6);
        for (auto tries = 4 * wanted; members.size() < wanted && tries > 0; --tries) {
            const auto other = random_.one_of(circle);
            const auto is_near = world_.institutions[other].country == country;
            if (!is_near && random_.chance(35)) continue;
            const auto fits = std::ranges::all_of(
                members, [&](auto member) { return may_team_up(world_, other, member); });
            if (fits && std::ranges::find(members, other) == members.end())
                members.push_back(other);
        }
        return members;
    }

    // The one country that works on a challenge: that with most institutions of both its topics.
    std::size_t home_of(const Challenge& challenge) const {
        std::vector<std::size_t> counts(world_.countries.size());
        for (const auto code : challenge.topics) {
            std::vector<bool> seen(counts.size());
            for (const auto at : of_topic_[topic_index(code)]) {
                const auto country = world_.institutions[at].country;
                counts[country] += seen[country] ? 1 : 1000;
                seen[country] = true;
            }
        }
        return static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin());
    }

    void keep_country(Members& members, std::size_t country) const {
        std::erase_if(members, [&](auto at) { return world_.institutions[at].country != country; });
    }

    void write_members(const std::string& id, const Members& members, std::int64_t cost) {
        const auto part = cost / static_cast<std::int64_t>(members.size() + 1);
        for (std::size_t at = 0; at < members.size(); ++at)
            participates_.add({institution_id(world_, world_.institutions[members[at]]), id,
                               at == 0 ? "coordinator" : "participant",
                               fmt::format("{}.0", at == 0 ? 2 * part : part)});
    }

    // A company of a country that is in the team already, so that reach stays as it is.
    void write_company(const std::string& id, std::size_t topic, const Members& members) {
        for (const auto at : companies_of_topic_[topic]) {
            const auto& company = world_.companies[at];
            const auto is_member = [&](auto member) {
                return world_.institutions[member].country == company.country;
            };
            if (!std::ranges::any_of(members, is_member) || !random_.chance(30)) continue;
            company_participates_.add({company_id(world_, company), id, "participant", "50000.0"});
            return;
        }
    }

    const GeneratedWorld& world_;
    Random random_;
    std::vector<Members> of_topic_;
    std::vector<std::vector<std::size_t>> companies_of_topic_;
    CsvFile& nodes_;
    CsvFile& participates_;
    CsvFile& company_participates_;
    CsvFile& addresses_;
    CsvFile& about_;
};

} // namespace

void generate_projects(const GeneratedWorld& world, const GenerateOptions& options,
                       GeneratedFiles& files) {
    Projects{world, options, files}.write(projects_of_scale * options.scale);
}

} // namespace lintas::datasets
