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
    std::int32_t first = no_year;
    std::int32_t last = no_year;
    std::vector<std::uint32_t> events;
};

constexpr std::int32_t least_silence = 3; // years

// Two windows of equal length, the later one ending with the last year.
struct Windows {
    std::int32_t last = no_year;
    std::int32_t length = 0;

    std::int32_t first() const { return last - 2 * length + 1; }
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
                if (tie.first == no_year || year < tie.first) tie.first = year;
                tie.last = std::max(tie.last, year);
                tie.events.push_back(number);
            }
    }
    return found;
}

class FadingTies {
public:
    FadingTies(const GapData& data, const GapOptions& options, const Windows& windows)
        : data_{data}, options_{options}, windows_{windows} {}

    void add(const UnitPair& pair, Tie tie) {
        const auto is_in_windows = tie.before + tie.after > 0;
        const auto is_silent = windows_.last - tie.last >= least_silence && tie.after == 0 &&
                               tie.first < windows_.first() && tie.events.size() > 1;
        if (is_in_windows && is_silent) {
            // Of two tests the smaller p comes by chance twice as often as it says.
            const auto fall = fall_p(tie);
            const auto silence = silence_p(tie);
            if (silence < fall)
                add_silence(pair, std::move(tie), std::min(1.0, 2 * silence));
            else
                add_fall(pair, std::move(tie), std::min(1.0, 2 * fall));
        } else if (is_in_windows) {
            const auto p = fall_p(tie);
            add_fall(pair, std::move(tie), p);
        } else if (is_silent) {
            const auto p = silence_p(tie);
            add_silence(pair, std::move(tie), p);
        }
    }

    std::vector<Gap> judged() { return found_.judged(options_.gates); }

private:
    // Between the windows: by chance, each joint event falls into either as likely.
    static double fall_p(const Tie& tie) {
        return binomial_tails(tie.after, tie.before + tie.after, 0.5).low;
    }

    // How much of the time since the first joint event has passed since the last one.
    double silent_share(const Tie& tie) const {
        return static_cast<double>(windows_.last - tie.last) / (windows_.last - tie.first + 1);
    }

    // By chance, each joint event after the first falls into any year since, and none into the
    // last ones.
    double silence_p(const Tie& tie) const {
        return binomial_tails(0, tie.events.size() - 1, silent_share(tie)).low;
    }

    void add_fall(const UnitPair& pair, Tie tie, double p) {
        if (tie.after >= tie.before) {
            found_.add_other(p);
            return;
        }
        auto title =
            fmt::format("{} and {} have {} joint events in the last {} years, {} in the {} before",
                        data_.iso2(pair.first), data_.iso2(pair.second), tie.after, windows_.length,
                        tie.before, windows_.length);
        const auto expected = static_cast<double>(tie.before + tie.after) / 2;
        const auto severity = static_cast<double>(tie.before - tie.after);
        add(pair, std::move(tie), std::move(title), {expected, p, severity});
    }

    void add_silence(const UnitPair& pair, Tie tie, double p) {
        auto title = fmt::format("{} and {} have no joint event since {}, and {} from {} to then",
                                 data_.iso2(pair.first), data_.iso2(pair.second), tie.last,
                                 tie.events.size(), tie.first);
        const auto expected = static_cast<double>(tie.events.size() - 1) * silent_share(tie);
        add(pair, std::move(tie), std::move(title), {expected, p, expected});
    }

    struct Judged {
        double expected;
        double p;
        double severity;
    };

    void add(const UnitPair& pair, Tie tie, std::string title, const Judged& judged) {
        const auto [left, right] = pair;
        Gap gap{'H',
                {{"country", data_.iso2(left)},
                 {"partner", data_.iso2(right)},
                 {"lastYear", std::int64_t{tie.last}}},
                std::move(title),
                static_cast<double>(tie.after)};
        gap.expected = judged.expected;
        gap.p = judged.p;
        gap.severity = judged.severity;
        gap.evidence = newest(data_.network(), std::move(tie.events), options_.most_evidence);
        gap.suggestion = {Value{Map{{"silentYears", std::int64_t{windows_.last - tie.last}},
                                    {"reviveFrom", "the events of the evidence"}}}};
        found_.add(std::move(gap),
                   data_.coverage.are_known(left, right, options_.gates.least_coverage));
    }

    const GapData& data_;
    const GapOptions& options_;
    Windows windows_;
    TestedGaps found_;
};

} // namespace

std::vector<Gap> fading_ties(const GapData& data, const GapOptions& options) {
    const Windows windows{data.countries.options.to_year.value_or(data.network().last_year),
                          options.window};
    FadingTies found{data, options, windows};
    for (auto& [pair, tie] : ties(data, options, windows)) found.add(pair, std::move(tie));
    return found.judged();
}

} // namespace lintas::collaboration
