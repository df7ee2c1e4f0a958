// Kind F: countries that are not there where they should be expected, or are there and never lead.
#include "graph/collaboration/distributions.h"
#include "graph/collaboration/gaps.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::collaboration {

namespace {

struct Presences {
    std::uint64_t events = 0;
    std::vector<std::uint64_t> of_country;
    std::vector<std::uint64_t> leading;
    std::uint64_t members = 0; // of all events, how many countries took part
    std::uint64_t leads = 0;
};

std::vector<Presences> presences_by_topic(const GapData& data) {
    std::vector<Presences> found(data.network().topics.size());
    for (auto& one : found) {
        one.of_country.resize(data.countries.units.size());
        one.leading.resize(data.countries.units.size());
    }
    for (std::uint32_t event = 0; event < data.countries.events.size(); ++event)
        for (const auto& mention :
             data.network().event_topics.of(data.countries.events[event].event)) {
            auto& one = found[mention.theme];
            ++one.events;
            for (const auto& member : data.countries.members.of(event)) {
                ++one.of_country[member.unit];
                one.leading[member.unit] += member.leads ? 1U : 0U;
                ++one.members;
                one.leads += member.leads ? 1U : 0U;
            }
        }
    return found;
}

class AbsentMembers {
public:
    AbsentMembers(const GapData& data, const GapOptions& options)
        : data_{data}, options_{options}, log_factorials_{data.countries.events.size()} {}

    std::vector<Gap> find() {
        const auto topics = presences_by_topic(data_);
        for (std::uint32_t topic = 0; topic < topics.size(); ++topic)
            for (const auto country : options_.countries) {
                test_absence(topics[topic], country, topic);
                if (topics[topic].of_country[country] > 0) test_lead(topics[topic], country, topic);
            }
        return found_.judged(options_.gates);
    }

private:
    void test_absence(const Presences& presences, CountryNumber country, std::uint32_t topic) {
        const auto all = data_.countries.events.size();
        const auto own = data_.country_counts.sizes[country].events;
        if (own == 0 || presences.events == 0) return;
        const auto expected = static_cast<double>(own) * static_cast<double>(presences.events) /
                              static_cast<double>(all);
        const auto present = presences.of_country[country];
        const auto tails =
            hypergeometric_tails(present, all, presences.events, own, log_factorials_);
        if (present > 0) return add_other(expected, tails.low);
        add(country, topic, expected, tails.low,
            fmt::format("No work of {} on {} is known", data_.iso2(country),
                        data_.network().topics[topic].name),
            "takes part");
    }

    void test_lead(const Presences& presences, CountryNumber country, std::uint32_t topic) {
        const auto share =
            static_cast<double>(presences.leads) / static_cast<double>(presences.members);
        const auto own = presences.of_country[country];
        const auto expected = static_cast<double>(own) * share;
        const auto leading = presences.leading[country];
        const auto p = binomial_tails(leading, own, share).low;
        if (leading > 0) return add_other(expected, p);
        add(country, topic, expected, p,
            fmt::format("{} takes part in {} works on {} and leads none", data_.iso2(country), own,
                        data_.network().topics[topic].name),
            "leads");
    }

    // What is hardly expected is left out, whatever was found: it could not be told from chance.
    void add_other(double expected, double p) {
        if (expected >= 1) found_.add_other(p);
    }
    void add(CountryNumber country, std::uint32_t topic, double expected, double p,
             std::string title, const char* what) {
        if (expected < 1) return;
        Gap gap{'F',
                {{"country", data_.iso2(country)},
                 {"topic", data_.network().topics[topic].id},
                 {"what", what}},
                std::move(title)};
        gap.expected = expected;
        gap.p = p;
        gap.severity = expected;
        if (expected >= options_.gates.least_expected) gap.suggestion = hosts(country, topic);
        found_.add(std::move(gap), data_.coverage.is_known(country, options_.gates.least_coverage));
    }

    // The strongest partner country in the topic: its largest institutions could bring the member
    // in.
    List hosts(CountryNumber country, std::uint32_t topic) const {
        auto best = no_country;
        std::uint32_t most = 0;
        for (CountryNumber other = 0; other < data_.countries.units.size(); ++other) {
            if (other == country || !data_.presence.at(other, topic)) continue;
            const auto joint = data_.country_counts.pair(country, other).joint;
            if (best != no_country && joint <= most) continue;
            best = other;
            most = joint;
        }
        return best == no_country ? List{} : institutions_about(data_, best, topic, 2);
    }

    const GapData& data_;
    const GapOptions& options_;
    LogFactorials log_factorials_;
    TestedGaps found_;
};

} // namespace

std::vector<Gap> absent_members(const GapData& data, const GapOptions& options) {
    return AbsentMembers{data, options}.find();
}

} // namespace lintas::collaboration
