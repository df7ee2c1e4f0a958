#include "graph/collaboration/profile.h"

#include "graph/collaboration/indicators.h"

#include <algorithm>
#include <map>

namespace lintas::collaboration {

namespace {

bool counts_on(const Membership& membership, std::optional<Day> day) {
    return day ? membership.period.contains(*day) : !membership.period.to;
}

void count_kinds(const Projection& projection, Profile& profile) {
    for (std::uint32_t event = 0; event < projection.events.size(); ++event) {
        const auto members = projection.members.of(event);
        if (!std::ranges::binary_search(members, profile.unit, {}, &Member::unit)) continue;
        const auto kind = projection.network->events[projection.events[event].event].kind;
        ++profile.by_kind[static_cast<std::size_t>(kind)];
    }
}

void add_partners(const Counts& counts, Profile& profile) {
    const auto strength = counts.strengths[profile.unit];
    for (const auto& pair : counts.pairs) {
        if (pair.left != profile.unit && pair.right != profile.unit) continue;
        const auto other = pair.left == profile.unit ? pair.right : pair.left;
        const auto joint = static_cast<double>(pair.joint);
        const TieCounts tie{joint, static_cast<double>(counts.unit_events[profile.unit]),
                            static_cast<double>(counts.unit_events[other]),
                            static_cast<double>(counts.events)};
        const auto association = association_strength(tie);
        profile.partners.push_back(
            {other, pair.joint, joint / strength,
             association ? std::optional{*association * tie.all} : std::nullopt});
    }
    std::ranges::stable_sort(profile.partners, std::ranges::greater{}, &PartnerTie::joint);
}

} // namespace

std::vector<std::uint32_t> groups_of(const Projection& projection) {
    std::vector<std::uint32_t> groups;
    if (projection.options.unit != Unit::Country) {
        groups.assign(projection.countries.begin(), projection.countries.end());
        return groups;
    }
    const auto day = day_of_membership(projection.options);
    const auto& countries = projection.network->countries;
    std::map<std::string, std::uint32_t> numbers;
    for (const auto country : projection.countries) {
        const auto& memberships = countries[country].memberships;
        const auto own = std::ranges::find_if(
            memberships, [&](const auto& membership) { return counts_on(membership, day); });
        const auto name = own == memberships.end() ? countries[country].iso2 : own->region;
        groups.push_back(
            numbers.try_emplace(name, static_cast<std::uint32_t>(numbers.size())).first->second);
    }
    return groups;
}

Profile profile(const Projection& projection, const Counts& counts,
                const std::vector<std::uint32_t>& groups, std::uint32_t unit) {
    Profile found;
    found.unit = unit;
    found.size = counts.sizes[unit];
    found.international = wilson_interval(static_cast<double>(found.size.international),
                                          static_cast<double>(found.size.events));
    count_kinds(projection, found);
    add_partners(counts, found);
    std::map<std::uint32_t, double> by_group;
    std::vector<double> by_partner;
    double internal = 0;
    for (const auto& partner : found.partners) {
        by_partner.push_back(partner.joint);
        by_group[groups[partner.unit]] += partner.joint;
        if (groups[partner.unit] == groups[unit]) internal += partner.joint;
    }
    std::vector<double> of_groups;
    for (const auto& [group, strength] : by_group) of_groups.push_back(strength);
    found.external_internal = external_internal_index(counts.strengths[unit] - internal, internal);
    found.participation = participation_coefficient(of_groups);
    found.dependence = concentration(by_partner);
    return found;
}

ExternalInternal external_internal(const Counts& counts, const std::vector<std::uint32_t>& groups) {
    ExternalInternal found;
    for (const auto& pair : counts.pairs)
        (groups[pair.left] == groups[pair.right] ? found.internal : found.external) += pair.joint;
    return found;
}

} // namespace lintas::collaboration
