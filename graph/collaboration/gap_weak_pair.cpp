// Kind B: countries that are both strong in a topic, or complete each other in a challenge, and do
// less together than expected.
#include "graph/collaboration/distributions.h"
#include "graph/collaboration/evidence.h"
#include "graph/collaboration/gaps.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace lintas::collaboration {

namespace {

// Events about one theme: in all, of each country, and of each two of them.
struct Together {
    std::uint64_t events = 0;
    std::vector<std::uint64_t> of_country;
    std::map<UnitPair, std::vector<std::uint32_t>> joint; // events of the network

    // Of a pair that is asked for; null where there are none.
    const std::vector<std::uint32_t>* find(CountryNumber left, CountryNumber right) const {
        const auto found = joint.find(std::minmax(left, right));
        return found == joint.end() ? nullptr : &found->second;
    }
};

class WeakPairs {
public:
    WeakPairs(const GapData& data, const GapOptions& options)
        : data_{data}, options_{options}, log_factorials_{data.countries.events.size()},
          is_wanted_(data.countries.units.size()) {
        for (const auto country : options.countries) is_wanted_[country] |= asked_for;
        for (const auto country : options.against) is_wanted_[country] |= other_side;
        for (std::uint32_t challenge = 0; challenge < data.network().challenges.size(); ++challenge)
            for (const auto& mention : data.network().challenge_topics.of(challenge))
                challenges_of_topic_[mention.theme].push_back(challenge);
    }

    std::vector<Gap> find() {
        overlaps();
        complements();
        return found_.judged(options_.gates);
    }

private:
    // Calls for each pair with one side asked for and the other among those it is looked for.
    template <typename Visit> void for_each_pair(const Visit& visit) const {
        for (const auto left : options_.countries)
            for (const auto right : options_.against) {
                if (left == right) continue;
                // A pair that is asked for from both sides is one pair.
                if (left > right && is_asked_for(options_, right) &&
                    std::ranges::binary_search(options_.against, left))
                    continue;
                visit(left, right);
            }
    }

    // May this pair be one that is asked for?
    bool is_wanted(CountryNumber left, CountryNumber right) const {
        return (is_wanted_[left] & asked_for && is_wanted_[right] & other_side) ||
               (is_wanted_[right] & asked_for && is_wanted_[left] & other_side);
    }

    void add(Together& together, std::span<const Member> members, std::uint32_t event) const {
        together.of_country.resize(is_wanted_.size());
        ++together.events;
        for (std::size_t i = 0; i < members.size(); ++i) {
            ++together.of_country[members[i].unit];
            for (std::size_t j = i + 1; j < members.size(); ++j)
                if (is_wanted(members[i].unit, members[j].unit))
                    together.joint[{members[i].unit, members[j].unit}].push_back(event);
        }
    }

    // For each of `count` themes the events about it; `themes(event)` gives those of an event, each
    // once.
    template <typename Themes>
    std::vector<Together> by_theme(std::size_t count, const Themes& themes) const {
        std::vector<Together> all(count);
        for (std::uint32_t event = 0; event < data_.countries.events.size(); ++event) {
            if (!data_.countries.is_small(event)) continue;
            const auto number = data_.countries.events[event].event;
            for (const auto theme : themes(number))
                add(all[theme], data_.countries.members.of(event), number);
        }
        return all;
    }

    void overlaps() {
        const auto& network = data_.network();
        std::vector<std::uint32_t> themes;
        const auto topics = by_theme(network.topics.size(), [&](std::uint32_t event) {
            themes.clear();
            for (const auto& mention : network.event_topics.of(event))
                if (std::ranges::find(themes, mention.theme) == themes.end())
                    themes.push_back(mention.theme);
            return std::span{themes};
        });
        for (std::uint32_t topic = 0; topic < topics.size(); ++topic) {
            data_.work.check();
            if (topics[topic].events == 0) continue;
            for_each_pair([&](CountryNumber left, CountryNumber right) {
                if (data_.presence.at(left, topic) && data_.presence.at(right, topic))
                    test(topics[topic], left, right, "topic", network.topics[topic], topic);
            });
        }
    }

    void complements() {
        const auto& network = data_.network();
        std::vector<std::uint32_t> themes;
        const auto challenges = by_theme(network.challenges.size(), [&](std::uint32_t event) {
            find_challenges(event, themes);
            return std::span{themes};
        });
        for (std::uint32_t challenge = 0; challenge < challenges.size(); ++challenge) {
            data_.work.check();
            if (challenges[challenge].events == 0) continue;
            for_each_pair([&](CountryNumber left, CountryNumber right) {
                if (gain(challenge, left, right) >= options_.least_gain)
                    test(challenges[challenge], left, right, "challenge",
                         network.challenges[challenge], nothing);
            });
        }
    }

    // Those that the event addresses, and those about one of its topics.
    void find_challenges(std::uint32_t event, std::vector<std::uint32_t>& found) const {
        const auto addressed = data_.network().event_challenges.of(event);
        found.assign(addressed.begin(), addressed.end());
        for (const auto& mention : data_.network().event_topics.of(event))
            if (const auto about = challenges_of_topic_.find(mention.theme);
                about != challenges_of_topic_.end())
                found.insert(found.end(), about->second.begin(), about->second.end());
        std::ranges::sort(found);
        found.erase(std::ranges::unique(found).begin(), found.end());
    }

    // The topics of the challenge that both cover, less the better of the two alone, as a share.
    double gain(std::uint32_t challenge, CountryNumber left, CountryNumber right) const {
        const auto topics = data_.network().challenge_topics.of(challenge);
        double of_left = 0;
        double of_right = 0;
        double of_both = 0;
        for (const auto& mention : topics) {
            const auto has_left = data_.presence.at(left, mention.theme);
            const auto has_right = data_.presence.at(right, mention.theme);
            of_left += has_left ? 1 : 0;
            of_right += has_right ? 1 : 0;
            of_both += has_left || has_right ? 1 : 0;
        }
        return topics.empty()
                   ? 0
                   : (of_both - std::max(of_left, of_right)) / static_cast<double>(topics.size());
    }

    void test(const Together& together, CountryNumber left, CountryNumber right,
              const char* kind_of_theme, const Theme& theme, std::uint32_t topic) {
        const auto* joint = together.find(left, right);
        const auto observed = joint ? joint->size() : 0;
        const auto of_left = together.of_country[left];
        const auto of_right = together.of_country[right];
        const auto expected = static_cast<double>(of_left) * static_cast<double>(of_right) /
                              static_cast<double>(together.events);
        const auto p =
            hypergeometric_tails(observed, together.events, of_left, of_right, log_factorials_).low;
        if (static_cast<double>(observed) >= expected) return found_.add_other(p);
        Gap gap{'B',
                {{"country", data_.iso2(left)},
                 {"partner", data_.iso2(right)},
                 {kind_of_theme, theme.id}},
                fmt::format("{} and {} do little together on {}", data_.iso2(left),
                            data_.iso2(right), theme.name),
                static_cast<double>(observed)};
        gap.expected = expected;
        gap.p = p;
        gap.severity = expected - gap.observed;
        if (joint) gap.evidence = newest(data_.network(), *joint, options_.most_evidence);
        // Who could begin: only for what is worth looking at, since it is costly to find.
        if (expected >= options_.gates.least_expected && topic != nothing)
            for (const auto country : {left, right})
                for (auto& one : institutions_about(data_, country, topic, 1))
                    gap.suggestion.push_back(std::move(one));
        found_.add(std::move(gap),
                   data_.coverage.are_known(left, right, options_.gates.least_coverage));
    }

    static constexpr std::uint8_t asked_for = 1;
    static constexpr std::uint8_t other_side = 2;

    const GapData& data_;
    const GapOptions& options_;
    LogFactorials log_factorials_;
    std::vector<std::uint8_t> is_wanted_; // by country
    std::map<std::uint32_t, std::vector<std::uint32_t>> challenges_of_topic_;
    TestedGaps found_;
};

} // namespace

std::vector<Gap> weak_pairs(const GapData& data, const GapOptions& options) {
    return WeakPairs{data, options}.find();
}

} // namespace lintas::collaboration
