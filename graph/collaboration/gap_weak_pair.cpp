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

    const std::vector<std::uint32_t>* find(CountryNumber left, CountryNumber right) const {
        const auto found = joint.find(std::minmax(left, right));
        return found == joint.end() ? nullptr : &found->second;
    }
};

void add(Together& together, std::span<const Member> members, std::uint32_t event,
         std::size_t countries) {
    together.of_country.resize(countries);
    ++together.events;
    for (std::size_t i = 0; i < members.size(); ++i) {
        ++together.of_country[members[i].unit];
        for (std::size_t j = i + 1; j < members.size(); ++j)
            together.joint[{members[i].unit, members[j].unit}].push_back(event);
    }
}

// For each theme the events about it; `themes` gives those of an event, each once.
template <typename Themes>
std::vector<Together> by_theme(const GapData& data, std::size_t count, const Themes& themes) {
    std::vector<Together> all(count);
    for (std::uint32_t event = 0; event < data.countries.events.size(); ++event) {
        if (!data.countries.is_small(event)) continue;
        const auto number = data.countries.events[event].event;
        for (const auto theme : themes(number))
            add(all[theme], data.countries.members.of(event), number, data.countries.units.size());
    }
    return all;
}

class WeakPairs {
public:
    WeakPairs(const GapData& data, const GapOptions& options)
        : data_{data}, options_{options}, log_factorials_{data.countries.events.size()} {}

    std::vector<Gap> find() {
        overlaps();
        complements();
        judge_all(found_, known_, options_.gates);
        return std::move(found_);
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

    void overlaps() {
        const auto& network = data_.network();
        const auto topics = by_theme(data_, network.topics.size(), [&](std::uint32_t event) {
            std::vector<std::uint32_t> themes;
            for (const auto& mention : network.event_topics.of(event))
                if (std::ranges::find(themes, mention.theme) == themes.end())
                    themes.push_back(mention.theme);
            return themes;
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
        const auto challenges =
            by_theme(data_, network.challenges.size(), [&](std::uint32_t event) {
                std::vector<std::uint32_t> themes;
                for (std::uint32_t challenge = 0; challenge < network.challenges.size();
                     ++challenge)
                    if (is_about(event, challenge)) themes.push_back(challenge);
                return themes;
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

    bool is_about(std::uint32_t event, std::uint32_t challenge) const {
        const auto addressed = data_.network().event_challenges.of(event);
        if (std::ranges::find(addressed, challenge) != addressed.end()) return true;
        const auto wanted = data_.network().challenge_topics.of(challenge);
        const auto mentions = data_.network().event_topics.of(event);
        return std::ranges::any_of(mentions, [&](const Mention& mention) {
            return std::ranges::find(wanted, mention.theme, &Mention::theme) != wanted.end();
        });
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
        if (static_cast<double>(observed) >= expected) return;
        Gap gap{'B',
                {{"country", data_.iso2(left)},
                 {"partner", data_.iso2(right)},
                 {kind_of_theme, theme.id}},
                fmt::format("{} and {} do little together on {}", data_.iso2(left),
                            data_.iso2(right), theme.name),
                static_cast<double>(observed)};
        gap.expected = expected;
        gap.p =
            hypergeometric_tails(observed, together.events, of_left, of_right, log_factorials_).low;
        gap.severity = expected - gap.observed;
        if (joint) gap.evidence = newest(data_.network(), *joint, options_.most_evidence);
        // Who could begin: only for what is worth looking at, since it is costly to find.
        if (expected >= options_.gates.least_expected && topic != nothing)
            for (const auto country : {left, right})
                for (auto& one : institutions_about(data_, country, topic, 1))
                    gap.suggestion.push_back(std::move(one));
        known_.push_back(data_.coverage.are_known(left, right, options_.gates.least_coverage) ? 1
                                                                                              : 0);
        found_.push_back(std::move(gap));
    }

    const GapData& data_;
    const GapOptions& options_;
    LogFactorials log_factorials_;
    std::vector<Gap> found_;
    std::vector<std::uint8_t> known_;
};

} // namespace

std::vector<Gap> weak_pairs(const GapData& data, const GapOptions& options) {
    return WeakPairs{data, options}.find();
}

} // namespace lintas::collaboration
