// Kind E: results that no company takes up, in topics where elsewhere some do.
#include "graph/collaboration/distributions.h"
#include "graph/collaboration/evidence.h"
#include "graph/collaboration/gaps.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::collaboration {

namespace {

constexpr std::int32_t years_until_use = 5;

// 1 for each event of the network that a company took part in, or was licensed to within 5 years.
std::vector<std::uint8_t> with_company(const GapData& data) {
    const auto& network = data.network();
    std::vector<std::uint8_t> linked(network.events.size());
    Nodes nodes;
    for (std::uint32_t event = 0; event < network.events.size(); ++event) {
        nodes.push_back(network.events[event].node);
        linked[event] =
            std::ranges::any_of(network.participations.of(event), [&](const Participation& part) {
                const auto is_company = [&](std::uint32_t actor) {
                    return actor != nothing && network.actors[actor].kind == ActorKind::Company;
                };
                return is_company(part.actor) || is_company(part.institution);
            });
    }
    for (const auto* type : {"LICENSED_TO", "ASSIGNED_TO"})
        data.reader.expand(
            nodes, type, Direction::Outgoing, [&](std::size_t row, NodeId, RelationshipId licence) {
                const auto date = data.reader.values("date", std::span{&licence, 1}).value(0);
                const auto year = year_of(date);
                const auto done = network.events[row].year;
                if (!year || done == no_year || *year - done <= years_until_use) linked[row] = 1;
            });
    return linked;
}

// Outputs about a topic: of each country, and those with a company.
struct Outputs {
    std::vector<std::uint64_t> all;
    std::vector<std::uint64_t> linked;
    std::uint64_t of_all = 0; // each event once
    std::uint64_t of_linked = 0;
};

std::vector<Outputs> outputs_by_topic(const GapData& data) {
    const auto linked = with_company(data);
    std::vector<Outputs> found(data.network().topics.size());
    for (auto& outputs : found) {
        outputs.all.resize(data.countries.units.size());
        outputs.linked.resize(data.countries.units.size());
    }
    for (std::uint32_t event = 0; event < data.countries.events.size(); ++event) {
        const auto number = data.countries.events[event].event;
        for (const auto& mention : data.network().event_topics.of(number)) {
            auto& outputs = found[mention.theme];
            ++outputs.of_all;
            outputs.of_linked += linked[number];
            for (const auto& member : data.countries.members.of(event)) {
                ++outputs.all[member.unit];
                outputs.linked[member.unit] += linked[number];
            }
        }
    }
    return found;
}

// The country whose outputs in the topic have companies most often, of those with enough.
List example(const GapData& data, const Outputs& outputs, const GapOptions& options,
             CountryNumber other_than) {
    auto best = no_country;
    double best_share = 0;
    for (CountryNumber country = 0; country < outputs.all.size(); ++country) {
        if (country == other_than ||
            static_cast<double>(outputs.all[country]) < options.least_outputs)
            continue;
        const auto share = static_cast<double>(outputs.linked[country]) /
                           static_cast<double>(outputs.all[country]);
        if (share > best_share) {
            best = country;
            best_share = share;
        }
    }
    if (best == no_country) return {};
    return {Value{Map{{"learnFrom", data.iso2(best)}, {"share", best_share}}}};
}

} // namespace

std::vector<Gap> results_without_companies(const GapData& data, const GapOptions& options) {
    TestedGaps found;
    const auto topics = outputs_by_topic(data);
    for (std::uint32_t topic = 0; topic < topics.size(); ++topic) {
        const auto& outputs = topics[topic];
        if (outputs.of_linked == 0) continue;
        const auto share =
            static_cast<double>(outputs.of_linked) / static_cast<double>(outputs.of_all);
        for (const auto country : options.countries) {
            const auto all = outputs.all[country];
            const auto expected = static_cast<double>(all) * share;
            if (all == 0) continue;
            const auto p = binomial_tails(outputs.linked[country], all, share).low;
            if (static_cast<double>(outputs.linked[country]) >= expected) {
                found.add_other(p);
                continue;
            }
            const auto& theme = data.network().topics[topic];
            Gap gap{'E',
                    {{"country", data.iso2(country)}, {"topic", theme.id}},
                    fmt::format("Companies take up little of what {} finds on {}",
                                data.iso2(country), theme.name),
                    static_cast<double>(outputs.linked[country])};
            gap.expected = expected;
            gap.p = p;
            gap.severity = expected - gap.observed;
            gap.suggestion = example(data, outputs, options, country);
            const auto is_enough = static_cast<double>(all) >= options.least_outputs;
            found.add(std::move(gap),
                      is_enough && data.coverage.is_known(country, options.gates.least_coverage));
        }
    }
    return found.judged(options.gates);
}

} // namespace lintas::collaboration
