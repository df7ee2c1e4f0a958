#include "graph/collaboration/counts.h"

#include <algorithm>

namespace lintas::collaboration {

namespace {

void count_sizes(const Projection& projection, Counts& counts) {
    for (std::uint32_t event = 0; event < projection.events.size(); ++event) {
        const auto members = projection.members.of(event);
        const auto is_international = projection.events[event].is_international;
        for (const auto& member : members) {
            auto& size = counts.sizes[member.unit];
            ++size.events;
            size.fractional += 1 / static_cast<double>(members.size());
            size.international += is_international ? 1U : 0U;
            size.leading += member.leads ? 1U : 0U;
            size.leading_international += member.leads && is_international ? 1U : 0U;
        }
        if (!projection.is_small(event)) continue;
        ++counts.events;
        for (const auto& member : members) ++counts.unit_events[member.unit];
    }
}

// Units few enough that each two have a place of their own.
constexpr std::size_t few = 600;

struct PlaceOfPair {
    explicit PlaceOfPair(std::size_t units) : units_{units} {}
    std::size_t operator()(std::uint32_t left, std::uint32_t right) const {
        return left * units_ + right;
    }
    std::size_t units_;
};

template <typename Visit> void for_each_pair(const Projection& projection, const Visit& visit) {
    for (std::uint32_t event = 0; event < projection.events.size(); ++event) {
        if (!projection.is_small(event)) continue;
        const auto members = projection.members.of(event);
        for (std::size_t i = 0; i < members.size(); ++i)
            for (std::size_t j = i + 1; j < members.size(); ++j)
                visit(members[i].unit, members[j].unit, static_cast<double>(members.size()));
    }
}

void add_to(Pair& pair, double units) {
    ++pair.joint;
    pair.by_partner += 1 / (units - 1);
    pair.by_event += 2 / (units * (units - 1));
}

void count_few(const Projection& projection, Counts& counts) {
    const PlaceOfPair place{projection.units.size()};
    std::vector<Pair> all(projection.units.size() * projection.units.size());
    for_each_pair(projection, [&](std::uint32_t left, std::uint32_t right, double units) {
        auto& pair = all[place(left, right)];
        pair.left = left;
        pair.right = right;
        add_to(pair, units);
    });
    for (const auto& pair : all)
        if (pair.joint > 0) counts.pairs.push_back(pair);
}

// Where the small events of each unit are.
Lists<std::uint32_t> events_by_unit(const Projection& projection) {
    Lists<std::uint32_t> lists;
    lists.begins.assign(projection.units.size() + 1, 0);
    for (std::uint32_t event = 0; event < projection.events.size(); ++event)
        if (projection.is_small(event))
            for (const auto& member : projection.members.of(event)) ++lists.begins[member.unit + 1];
    for (std::size_t unit = 0; unit < projection.units.size(); ++unit)
        lists.begins[unit + 1] += lists.begins[unit];
    lists.items.resize(lists.begins.back());
    auto next = lists.begins;
    for (std::uint32_t event = 0; event < projection.events.size(); ++event)
        if (projection.is_small(event))
            for (const auto& member : projection.members.of(event))
                lists.items[next[member.unit]++] = event;
    return lists;
}

void count_many(const Projection& projection, Counts& counts) {
    const auto events = events_by_unit(projection);
    std::vector<Pair> with(projection.units.size()); // the unit, by the other
    std::vector<std::uint32_t> others;
    for (std::uint32_t unit = 0; unit < projection.units.size(); ++unit) {
        for (const auto event : events.of(unit)) {
            const auto members = projection.members.of(event);
            const auto size = static_cast<double>(members.size());
            for (auto at = members.size(); at > 0 && members[at - 1].unit > unit; --at) {
                auto& pair = with[members[at - 1].unit];
                if (pair.joint == 0) others.push_back(members[at - 1].unit);
                add_to(pair, size);
            }
        }
        std::ranges::sort(others);
        for (const auto other : others) {
            auto& pair = with[other];
            counts.pairs.push_back({unit, other, pair.joint, pair.by_partner, pair.by_event});
            pair = {};
        }
        others.clear();
    }
}

void sum_strengths(Counts& counts) {
    for (const auto& pair : counts.pairs)
        for (const auto unit : {pair.left, pair.right}) {
            counts.strengths[unit] += pair.joint;
            counts.fractional_strengths[unit] += pair.by_partner;
            counts.total += pair.joint;
            counts.fractional_total += pair.by_partner;
        }
}

} // namespace

Pair Counts::pair(std::uint32_t left, std::uint32_t right) const {
    if (left > right) std::swap(left, right);
    const auto found =
        std::ranges::lower_bound(pairs, std::pair{left, right}, {}, [](const Pair& pair) {
            return std::pair{pair.left, pair.right};
        });
    if (found == pairs.end() || found->left != left || found->right != right) return {left, right};
    return *found;
}

Counts count(const Projection& projection) {
    Counts counts;
    counts.unit_events.resize(projection.units.size());
    counts.sizes.resize(projection.units.size());
    counts.strengths.resize(projection.units.size());
    counts.fractional_strengths.resize(projection.units.size());
    count_sizes(projection, counts);
    if (projection.units.size() <= few)
        count_few(projection, counts);
    else
        count_many(projection, counts);
    sum_strengths(counts);
    return counts;
}

} // namespace lintas::collaboration
