#include "graph/collaboration/unit_themes.h"

#include <algorithm>

namespace lintas::collaboration {

namespace {

// Where the events of each unit are, large ones too.
Lists<std::uint32_t> events_of_units(const Projection& projection) {
    Lists<std::uint32_t> lists;
    lists.begins.assign(projection.units.size() + 1, 0);
    for (const auto& member : projection.members.items) ++lists.begins[member.unit + 1];
    for (std::size_t unit = 0; unit < projection.units.size(); ++unit)
        lists.begins[unit + 1] += lists.begins[unit];
    lists.items.resize(lists.begins.back());
    auto next = lists.begins;
    for (std::uint32_t at = 0; at < projection.events.size(); ++at)
        for (const auto& member : projection.members.of(at))
            lists.items[next[member.unit]++] = projection.events[at].event;
    return lists;
}

} // namespace

std::size_t theme_count(const Network& network) {
    return network.topics.size() + network.challenges.size();
}

Lists<Mention> themes_of_units(const Projection& projection) {
    const auto& network = *projection.network;
    const auto topics = static_cast<std::uint32_t>(network.topics.size());
    const auto events = events_of_units(projection);
    std::vector<double> counts(theme_count(network));
    std::vector<std::uint32_t> touched;
    const auto add = [&](std::uint32_t theme) {
        if (counts[theme] == 0) touched.push_back(theme);
        ++counts[theme];
    };
    Lists<Mention> found;
    for (std::uint32_t unit = 0; unit < projection.units.size(); ++unit) {
        for (const auto event : events.of(unit)) {
            for (const auto& mention : network.event_topics.of(event)) add(mention.theme);
            for (const auto challenge : network.event_challenges.of(event)) add(topics + challenge);
        }
        std::ranges::sort(touched);
        for (const auto theme : touched) {
            found.items.push_back({theme, counts[theme]});
            counts[theme] = 0;
        }
        touched.clear();
        found.end_list();
    }
    return found;
}

Lists<Mention> units_of_themes(const Lists<Mention>& of_units, std::size_t units,
                               std::size_t themes) {
    Lists<Mention> found;
    found.begins.assign(themes + 1, 0);
    for (const auto& mention : of_units.items) ++found.begins[mention.theme + 1];
    for (std::size_t theme = 0; theme < themes; ++theme)
        found.begins[theme + 1] += found.begins[theme];
    found.items.resize(of_units.items.size());
    auto next = found.begins;
    for (std::uint32_t unit = 0; unit < units; ++unit)
        for (const auto& [theme, count] : of_units.of(unit))
            found.items[next[theme]++] = {unit, count};
    return found;
}

} // namespace lintas::collaboration
