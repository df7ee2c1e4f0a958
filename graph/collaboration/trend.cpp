#include "graph/collaboration/trend.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace lintas::collaboration {

namespace {

// In the order of the answer. Events may count in several but Domestic.
enum Series : std::size_t { Domestic, Within, Across, Elsewhere };
constexpr std::size_t series_count = 4;

struct Window {
    std::int32_t from = 0;
    std::int32_t to = 0;
};

// What one event adds to each series.
struct Contribution {
    bool takes_part = false;
    bool leads = false;
    std::array<double, series_count> fraction{};
};

class TrendCounter {
public:
    TrendCounter(const Projection& projection, const TrendOptions& options)
        : projection_{projection}, countries_{projection.network->countries}, options_{options} {}

    std::vector<TrendPoint> run() {
        make_windows();
        points_.resize(series_count * windows_.size());
        for (std::size_t series = 0; series < series_count; ++series)
            for (std::size_t window = 0; window < windows_.size(); ++window) {
                auto& point = at(series, window);
                point.series = name(series);
                point.from_year = windows_[window].from;
                point.to_year = windows_[window].to;
            }
        for (std::uint32_t event = 0; event < projection_.events.size(); ++event) add(event);
        for (std::size_t series = 0; series < series_count; ++series)
            for (std::size_t window = 0; window < windows_.size(); ++window) finish(series, window);
        return std::move(points_);
    }

private:
    TrendPoint& at(std::size_t series, std::size_t window) {
        return points_[series * windows_.size() + window];
    }
    std::int32_t year(std::uint32_t event) const {
        return projection_.network->events[projection_.events[event].event].year;
    }

    std::string name(std::size_t series) const {
        const auto own = options_.home ? countries_[*options_.home].iso2 : options_.region;
        switch (series) {
        case Domestic: return "domestic";
        case Within: return options_.home ? own + "-" + options_.region : "intra " + own;
        case Across: return own + "-" + options_.against;
        default: return own + "-other";
        }
    }

    void make_windows() {
        auto first = std::numeric_limits<std::int32_t>::max();
        auto last = no_year;
        for (std::uint32_t event = 0; event < projection_.events.size(); ++event) {
            if (year(event) == no_year) continue;
            first = std::min(first, year(event));
            last = std::max(last, year(event));
        }
        if (last == no_year) return;
        first = projection_.options.from_year.value_or(first);
        last = projection_.options.to_year.value_or(last);
        for (auto to = last; to >= first; to -= options_.window)
            windows_.push_back({std::max(first, to - options_.window + 1), to});
        std::ranges::reverse(windows_);
        // A first window of fewer years could not be compared with the others.
        const auto is_short = windows_.front().to - windows_.front().from + 1 < options_.window;
        if (windows_.size() > 1 && is_short) windows_.erase(windows_.begin());
    }

    bool is_own(CountryNumber country, Day day) const {
        return options_.home ? country == *options_.home
                             : countries_.is_member(country, options_.region, day);
    }

    // The series of a pair in which the region takes part.
    Series series_of(CountryNumber left, CountryNumber right, Day day) const {
        const auto other = is_own(left, day) ? right : left;
        if (countries_.is_member(other, options_.region, day)) return Within;
        return countries_.is_member(other, options_.against, day) ? Across : Elsewhere;
    }

    Contribution contribution(std::uint32_t event, Day day) const {
        Contribution found;
        const auto members = projection_.members.of(event);
        for (const auto& member : members) {
            if (!is_own(member.unit, day)) continue;
            found.takes_part = true;
            found.leads |= member.leads;
        }
        if (!found.takes_part) return found;
        const auto units = static_cast<double>(members.size());
        if (members.size() == 1) found.fraction[Domestic] = 1;
        for (std::size_t i = 0; i < members.size(); ++i)
            for (std::size_t j = i + 1; j < members.size(); ++j)
                if (is_own(members[i].unit, day) || is_own(members[j].unit, day))
                    found.fraction[series_of(members[i].unit, members[j].unit, day)] +=
                        2 / (units * (units - 1));
        return found;
    }

    void add(std::uint32_t event) {
        if (year(event) == no_year || !projection_.is_small(event)) return;
        const auto window = std::ranges::find_if(windows_, [&](const Window& one) {
            return one.from <= year(event) && year(event) <= one.to;
        });
        if (window == windows_.end()) return;
        const auto found = contribution(event, last_day_of_year(year(event)));
        if (!found.takes_part) return;
        for (std::size_t series = 0; series < series_count; ++series) {
            auto& point = at(series, static_cast<std::size_t>(window - windows_.begin()));
            ++point.total;
            if (found.fraction[series] <= 0) continue;
            ++point.observed;
            point.fractional += found.fraction[series];
            point.leading += found.leads ? 1U : 0U;
        }
    }

    void finish(std::size_t series, std::size_t window) {
        auto& point = at(series, window);
        const auto observed = static_cast<double>(point.observed);
        point.share = wilson_interval(observed, static_cast<double>(point.total));
        if (window == 0) return;
        const auto before = static_cast<double>(at(series, window - 1).observed);
        point.growth_interval = ratio_interval(observed, before);
        if (before > 0) point.growth = observed / before;
        const auto& first = at(series, 0);
        const auto years = point.to_year - first.to_year;
        if (first.observed > 0 && years > 0)
            point.yearly_growth =
                std::pow(observed / static_cast<double>(first.observed), 1.0 / years) - 1;
    }

    const Projection& projection_;
    const Countries& countries_;
    const TrendOptions& options_;
    std::vector<Window> windows_;
    std::vector<TrendPoint> points_;
};

} // namespace

std::vector<TrendPoint> trend(const Projection& projection, const TrendOptions& options) {
    return TrendCounter{projection, options}.run();
}

} // namespace lintas::collaboration
