// Kind D: countries that nothing joins, or one broker alone.
#include "graph/collaboration/evidence.h"
#include "graph/collaboration/gaps.h"
#include "graph/collaboration/junction.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace lintas::collaboration {

namespace {

constexpr double largest_share = 0.5;   // of the events of two countries that one broker may carry
constexpr std::size_t least_events = 4; // below, every participant carries half of them

struct Broker {
    std::uint32_t unit = nothing;
    std::size_t events = 0;
};

class StructuralHoles {
public:
    StructuralHoles(const GapData& data, const GapOptions& options)
        : data_{data}, options_{options}, graph_{data.basis->institutions->ties},
          events_(data.countries.units.size() * data.countries.units.size()),
          carries_(data.institutions.units.size()) {
        for (std::uint32_t unit = 0; unit < data.institutions.units.size(); ++unit)
            of_country_[data.institutions.countries[unit]].push_back(unit);
        for (std::uint32_t event = 0; event < data.institutions.events.size(); ++event)
            if (data.institutions.is_small(event)) carry(event);
    }

    std::vector<Gap> find() {
        for (const auto left : options_.countries)
            for (const auto right : options_.against) {
                const auto is_twice = left > right && is_asked_for(options_, right) &&
                                      std::ranges::binary_search(options_.against, left);
                if (left == right || is_twice || !of_country_.contains(left) ||
                    !of_country_.contains(right))
                    continue;
                look_between(left, right);
            }
        return std::move(found_);
    }

private:
    void carry(std::uint32_t event) {
        std::vector<CountryNumber> countries;
        const auto members = data_.institutions.members.of(event);
        for (const auto& member : members)
            if (const auto country = data_.institutions.countries[member.unit];
                country != no_country)
                countries.push_back(country);
        std::ranges::sort(countries);
        countries.erase(std::ranges::unique(countries).begin(), countries.end());
        for (std::size_t i = 0; i < countries.size(); ++i)
            for (std::size_t j = i + 1; j < countries.size(); ++j) {
                const auto is_wanted =
                    is_asked_for(options_, countries[i]) || is_asked_for(options_, countries[j]);
                if (!is_wanted) continue;
                events_of(countries[i], countries[j]).push_back(event);
            }
    }

    // The events of two countries, as places in the projection.
    std::vector<std::uint32_t>& events_of(CountryNumber left, CountryNumber right) {
        return events_[left * data_.countries.units.size() + right];
    }

    // Counts who takes part in how many of these events; the first of those with most is the
    // broker.
    Broker broker_of(const std::vector<std::uint32_t>& events) {
        std::ranges::fill(carries_, 0);
        for (const auto event : events)
            for (const auto& member : data_.institutions.members.of(event)) ++carries_[member.unit];
        const auto most = std::ranges::max_element(carries_);
        if (most == carries_.end() || *most == 0) return {};
        return {static_cast<std::uint32_t>(most - carries_.begin()), *most};
    }

    void look_between(CountryNumber left, CountryNumber right) {
        data_.work.check();
        const auto found = junction(graph_, of_country_[left], of_country_[right]);
        const auto& events = events_of(std::min(left, right), std::max(left, right));
        const auto broker = broker_of(events);
        const auto is_carried_by_one =
            events.size() >= least_events && static_cast<double>(broker.events) >=
                                                 largest_share * static_cast<double>(events.size());
        if (found.ways <= 1)
            add(left, right, found.ways, events, found.vertex.value_or(nothing));
        else if (is_carried_by_one)
            add(left, right, found.ways, events, broker.unit);
    }

    void add(CountryNumber left, CountryNumber right, double ways,
             const std::vector<std::uint32_t>& events, std::uint32_t broker) {
        Gap gap{'D', {{"country", data_.iso2(left)}, {"partner", data_.iso2(right)}}, {}, ways};
        gap.expected = 2;
        const auto& counts = data_.country_counts;
        gap.severity = counts.events == 0 ? 0
                                          : static_cast<double>(counts.unit_events[left]) *
                                                static_cast<double>(counts.unit_events[right]) /
                                                static_cast<double>(counts.events);
        const auto& one = data_.iso2(left);
        const auto& other = data_.iso2(right);
        if (ways == 0)
            gap.title = fmt::format("Nothing joins {} and {}", one, other);
        else if (ways == 1)
            gap.title = fmt::format("{} and {} hang on one institution", one, other);
        else
            gap.title = fmt::format("One institution carries most of what {} and {} do together",
                                    one, other);
        if (broker != nothing) {
            const auto node = data_.institutions.units[broker];
            gap.subject["broker"] = known_as(data_.reader, node);
            if (carries_[broker] > 0)
                gap.subject["share"] =
                    static_cast<double>(carries_[broker]) / static_cast<double>(events.size());
            gap.suggestion.emplace_back(Map{{"askBroker", known_as(data_.reader, node)},
                                            {"name", name_of(data_.reader, node)}});
        }
        gap.verdict = structural_verdict(data_, options_, {left, right});
        std::vector<std::uint32_t> numbers;
        for (const auto event : events) numbers.push_back(data_.institutions.events[event].event);
        gap.evidence = newest(data_.network(), std::move(numbers), options_.most_evidence);
        found_.push_back(std::move(gap));
    }

    const GapData& data_;
    const GapOptions& options_;
    const algorithms::ProjectedGraph& graph_;
    std::map<CountryNumber, std::vector<std::uint32_t>> of_country_;
    std::vector<std::vector<std::uint32_t>> events_; // by two countries, the smaller first
    std::vector<std::size_t> carries_;               // of the pair at hand, by institution
    std::vector<Gap> found_;
};

} // namespace

std::vector<Gap> structural_holes(const GapData& data, const GapOptions& options) {
    return StructuralHoles{data, options}.find();
}

} // namespace lintas::collaboration
