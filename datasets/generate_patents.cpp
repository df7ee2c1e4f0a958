#include "datasets/generate_parts.h"
#include "datasets/themes.h"

#include <fmt/format.h>

#include <set>
#include <string>
#include <vector>

namespace lintas::datasets {

namespace {

constexpr std::uint64_t patents_of_scale = 1200;

class Patents {
public:
    Patents(const GeneratedWorld& world, const GenerateOptions& options, GeneratedFiles& files)
        : world_{world}, random_{options.seed, 4}, applicants_{weights(world.companies)},
          inventors_(topics().size()),
          nodes_{files.nodes("Patent", "id:ID(Patent),title,number,familyId,year:int,filed:date,"
                                       "ipc:string[],status")},
          applicant_of_{files.relationships("APPLICANT_OF", "Company", "Patent")},
          institution_of_{files.relationships("APPLICANT_OF", "Institution", "Patent")},
          invented_{files.relationships("INVENTED", "Researcher", "Patent")},
          about_{files.relationships("ABOUT", "Patent", "Topic", "score:float")},
          licensed_to_{files.relationships("LICENSED_TO", "Patent", "Company", "date:date")} {
        for (std::size_t person = 0; person < world.people.size(); ++person)
            for (const auto topic : world.people[person].topics)
                inventors_[topic].push_back(person);
    }

    void write(std::uint64_t count) {
        for (std::uint64_t number = 1; number <= count; ++number) write_one(number);
    }

private:
    static std::vector<std::uint64_t> weights(const std::vector<Organisation>& organisations) {
        std::vector<std::uint64_t> weights;
        for (const auto& organisation : organisations) weights.push_back(organisation.weight);
        return weights;
    }

    void write_one(std::uint64_t number) {
        const auto& company = world_.companies[applicants_.draw(random_)];
        const auto topic = random_.one_of(company.topics);
        const auto id = fmt::format("PT-{}", number);
        const auto year = random_.between(2010, 2025);
        const auto month = random_.between(1, 12);
        const auto day = random_.between(1, 28);
        constexpr std::string_view status[] = {"pending", "granted", "granted", "lapsed"};
        // XX is the office code of WIPO ST.3 for offices unknown: no such publication exists.
        nodes_.add({id, fmt::format("Synthetic process {} for {}", number, topics()[topic].name),
                    fmt::format("XX{}{:06}A1", year, number),
                    fmt::format("F-{}", 1 + number * 2 / 3), std::to_string(year),
                    fmt::format("{}-{:02}-{:02}", year, month, day),
                    fmt::format("A{:02}B;C{:02}D", 1 + topic % 60, 1 + topic % 14),
                    random_.one_of(status)});
        about_.add({id, topics()[topic].code, "1.0"});
        applicant_of_.add({company_id(world_, company), id});
        const auto inventors = write_inventors(id, company, topic);
        if (!inventors.empty() && random_.chance(30)) {
            const auto& home = world_.institutions[world_.people[*inventors.begin()].institution];
            institution_of_.add({institution_id(world_, home), id});
        }
        if (random_.chance(12))
            licensed_to_.add({id, company_id(world_, world_.companies[applicants_.draw(random_)]),
                              fmt::format("{}-06-30", year + 1)});
    }

    // People of the company's country before others.
    std::set<std::size_t> write_inventors(const std::string& id, const Organisation& company,
                                          std::size_t topic) {
        std::set<std::size_t> chosen;
        const auto& circle = inventors_[topic];
        if (circle.empty()) return chosen;
        const auto wanted = 1 + random_.below(3);
        for (int tries = 0; tries < 40 && chosen.size() < wanted; ++tries) {
            const auto person = random_.one_of(circle);
            const auto& home = world_.institutions[world_.people[person].institution];
            if (home.country != company.country &&
                (is_secluded(world_, home.country) || is_secluded(world_, company.country)))
                continue;
            if (home.country == company.country || tries > 25 || random_.chance(4))
                chosen.insert(person);
        }
        for (const auto person : chosen) invented_.add({person_id(person), id});
        return chosen;
    }

    const GeneratedWorld& world_;
    Random random_;
    Lottery applicants_;
    std::vector<std::vector<std::size_t>> inventors_; // people by topic
    CsvFile& nodes_;
    CsvFile& applicant_of_;
    CsvFile& institution_of_;
    CsvFile& invented_;
    CsvFile& about_;
    CsvFile& licensed_to_;
};

} // namespace

void generate_patents(const GeneratedWorld& world, const GenerateOptions& options,
                      GeneratedFiles& files) {
    Patents{world, options, files}.write(patents_of_scale * options.scale);
}

} // namespace lintas::datasets
