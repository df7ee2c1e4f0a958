// Kind I: countries that depend on one partner or few.
#include "graph/collaboration/evidence.h"
#include "graph/collaboration/gaps.h"
#include "graph/collaboration/profile.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::collaboration {

namespace {

// Partners that the country could turn to: the largest that it has least with.
List alternatives(const GapData& data, const Profile& profile) {
    struct Choice {
        CountryNumber country;
        double missing; // joint events expected and not there
    };
    std::vector<Choice> choices;
    const auto own = static_cast<double>(profile.size.events);
    for (CountryNumber other = 0; other < data.countries.units.size(); ++other) {
        if (other == profile.unit) continue;
        const auto expected =
            own * static_cast<double>(data.country_counts.unit_events[other]) /
            static_cast<double>(std::max<std::uint64_t>(1, data.country_counts.events));
        choices.push_back({other, expected - data.country_counts.pair(profile.unit, other).joint});
    }
    std::ranges::stable_sort(choices, std::ranges::greater{}, &Choice::missing);
    List list;
    for (const auto& [country, missing] : choices) {
        if (list.size() == 3 || missing <= 0) break;
        list.emplace_back(Map{{"partner", data.iso2(country)}, {"missing", missing}});
    }
    return list;
}

// Of its international events, those in which the partner takes part.
double share_of_partner(const Profile& profile, const PartnerTie& partner) {
    return profile.size.international == 0 ? 0
                                           : static_cast<double>(partner.joint) /
                                                 static_cast<double>(profile.size.international);
}

} // namespace

std::vector<Gap> dependences(const GapData& data, const GapOptions& options) {
    std::vector<Gap> found;
    const auto groups = groups_of(data.countries);
    for (const auto country : options.countries) {
        const auto own = profile(data.countries, data.country_counts, groups, country);
        if (own.partners.empty()) continue;
        const auto& top = own.partners.front();
        const auto share = share_of_partner(own, top);
        if (own.dependence.value_or(0) < options.most_dependence && share < options.most_share)
            continue;
        Gap gap{'I',
                {{"country", data.iso2(country)}, {"partner", data.iso2(top.unit)}},
                fmt::format("{} depends on {}: {} of its {} international works",
                            data.iso2(country), data.iso2(top.unit), top.joint,
                            own.size.international),
                own.dependence.value_or(0)};
        gap.expected = options.most_dependence;
        gap.severity = own.dependence.value_or(0) * static_cast<double>(own.size.international);
        gap.verdict = structural_verdict(data, options, {country});
        gap.subject["share"] = share;
        const UnitPair pair = std::minmax(country, top.unit);
        gap.evidence =
            events_of_pairs(data.countries, std::span{&pair, 1}, options.most_evidence).front();
        gap.suggestion = alternatives(data, own);
        found.push_back(std::move(gap));
    }
    return found;
}

} // namespace lintas::collaboration
