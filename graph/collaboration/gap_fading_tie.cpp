// Kind H: ties between countries that fade, or have fallen silent.
#include "graph/collaboration/distributions.h"
#include "graph/collaboration/evidence.h"
#include "graph/collaboration/gaps.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace lintas::collaboration {

namespace {

struct Tie {
    std::uint64_t before = 0; // joint events of the earlier window
    std::uint64_t after = 0;  // and of the later one
    std::int32_t last = no_year;
    std::vector<std::uint32_t> events;
};

// Two windows of equal length, the later one ending with the last year.
struct Windows {
    std::int32_t last = no_year;
    std::int32_t length = 0;

    bool is_after(std::int32_t year) const { return year > last - length && year <= last; }
    bool is_before(std::int32_t year) const {
        return year > last - 2 * length && year <= last - length;
    }
};

bool is_wanted(const GapOptions& options, CountryNumber left, CountryNumber right) {
    const auto is_other = [&](CountryNumber country) {
        return std::ranges::binary_search(options.against, country);
    };
    return (is_asked_for(options, left) && is_other(right)) ||
           (is_asked_for(options, right) && is_other(left));
}

std::map<UnitPair, Tie> ties(const GapData& data, const GapOptions& options,
                             const Windows& windows) {
    std::map<UnitPair, Tie> found;
    const auto& projection = data.countries;
    for (std::uint32_t event = 0; event < projection.events.size(); ++event) {
        const auto number = projection.events[event].event;
        const auto year = data.network().events[number].year;
        if (!projection.is_small(event) || year == no_year || year > windows.last) continue;
        const auto members = projection.members.of(event);
        for (std::size_t i = 0; i < members.size(); ++i)
            for (std::size_t j = i + 1; j < members.size(); ++j) {
                if (!is_wanted(options, members[i].unit, members[j].unit)) continue;
                auto& tie = found[{members[i].unit, members[j].unit}];
                tie.before += windows.is_before(year) ? 1 : 0;
                tie.after += windows.is_after(year) ? 1 : 0;
                tie.last = std::max(tie.last, year);
                tie.events.push_back(number);
            }
    }
    return found;
}

} // namespace

std::vector<Gap> fading_ties(const GapData& data, const GapOptions& options) {
    TestedGaps found;
    const Windows windows{data.countries.options.to_year.value_or(data.network().last_year),
                          options.window};
    for (auto& [pair, tie] : ties(data, options, windows)) {
        const auto [left, right] = pair;
        const auto joint = tie.before + tie.after;
        if (joint == 0) continue;
        const auto p = binomial_tails(tie.after, joint, 0.5).low;
        if (tie.after >= tie.before) {
            found.add_other(p);
            continue;
        }
        const auto silent = windows.last - tie.last;
        Gap gap{
            'H',
            {{"country", data.iso2(left)},
             {"partner", data.iso2(right)},
             {"lastYear", std::int64_t{tie.last}}},
            fmt::format("{} and {} have {} joint events in the last {} years, {} in the {} before",
                        data.iso2(left), data.iso2(right), tie.after, windows.length, tie.before,
                        windows.length),
            static_cast<double>(tie.after)};
        gap.expected = static_cast<double>(joint) / 2;
        gap.p = p;
        gap.severity = static_cast<double>(tie.before - tie.after);
        gap.evidence = newest(data.network(), std::move(tie.events), options.most_evidence);
        gap.suggestion = {Value{Map{{"silentYears", std::int64_t{silent}},
                                    {"reviveFrom", "the events of the evidence"}}}};
        found.add(std::move(gap),
                  data.coverage.are_known(left, right, options.gates.least_coverage));
    }
    return found.judged(options.gates);
}

} // namespace lintas::collaboration
