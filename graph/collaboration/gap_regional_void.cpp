// Kind G: topics in which no member of a region is specialised, and several of the other are.
#include "graph/collaboration/gaps.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::collaboration {

namespace {

constexpr std::size_t least_donors = 3;

// The members of the region by how near their work is to the topic, the nearest first.
struct Near {
    CountryNumber country = no_country;
    double density = 0;
};

std::vector<CountryNumber>
specialised(const GapData& data, const std::vector<CountryNumber>& countries, std::uint32_t topic) {
    std::vector<CountryNumber> found;
    for (const auto country : countries)
        if (data.presence.at(country, topic)) found.push_back(country);
    std::ranges::stable_sort(found, std::ranges::greater{}, [&](CountryNumber country) {
        return advantage(data.topics, country, topic).value_or(0);
    });
    return found;
}

List suggestions(const GapData& data, const std::vector<CountryNumber>& donors, const Near& nearest,
                 std::uint32_t topic) {
    constexpr std::size_t most = 3;
    List list;
    for (const auto donor : donors) {
        if (list.size() == most) break;
        list.emplace_back(Map{{"donor", data.iso2(donor)},
                              {"index", advantage(data.topics, donor, topic).value_or(0)}});
    }
    if (nearest.country != no_country)
        list.emplace_back(
            Map{{"nearest", data.iso2(nearest.country)}, {"density", nearest.density}});
    return list;
}

} // namespace

std::vector<Gap> regional_voids(const GapData& data, const GapOptions& options) {
    std::vector<Gap> found;
    const auto day = day_of_membership(data.countries.options);
    const auto members = data.network().countries.members(options.region, day);
    const auto others = data.network().countries.members(options.other_region, day);
    if (options.has_country && std::ranges::none_of(members, [&](CountryNumber country) {
            return is_asked_for(options, country);
        }))
        return found;
    const Proximity proximity{data.presence};
    for (std::uint32_t topic = 0; topic < data.topics.topics; ++topic) {
        if (!specialised(data, members, topic).empty()) continue;
        const auto donors = specialised(data, others, topic);
        if (donors.size() < least_donors) continue;
        const auto near = proximity.row(topic);
        Near nearest;
        double observed = 0;
        for (const auto member : members) {
            observed += data.topics.at(member, topic);
            const auto density = collaboration::density(data.presence, near, member, topic);
            if (density && *density > nearest.density) nearest = {member, *density};
        }
        const auto& theme = data.network().topics[topic];
        Gap gap{'G',
                {{"region", options.region}, {"topic", theme.id}},
                fmt::format("No member of {} is specialised in {}; {} of {} are", options.region,
                            theme.name, donors.size(), options.other_region),
                observed};
        gap.severity = static_cast<double>(donors.size());
        auto is_known = true;
        for (const auto country : options.has_country ? options.countries : members)
            is_known &= !std::ranges::binary_search(members, country) ||
                        data.topics.of_unit[country] < options.floor ||
                        structural_verdict(data, options, {country}) == Verdict::Gap;
        gap.verdict = is_known ? Verdict::Gap : Verdict::Unknown;
        gap.suggestion = suggestions(data, donors, nearest, topic);
        found.push_back(std::move(gap));
    }
    return found;
}

} // namespace lintas::collaboration
