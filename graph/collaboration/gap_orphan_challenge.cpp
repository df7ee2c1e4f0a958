// Kind A: challenges that fewer than two countries work on.
#include "graph/collaboration/evidence.h"
#include "graph/collaboration/gaps.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace lintas::collaboration {

namespace {

// The countries that work on each challenge, through events or technologies.
class Workers {
public:
    explicit Workers(const GapData& data)
        : data_{data}, countries_(data.network().challenges.size()),
          events_(data.network().challenges.size()) {
        add_events();
        add_technologies();
    }

    const std::set<CountryNumber>& countries(std::uint32_t challenge) const {
        return countries_[challenge];
    }
    const std::vector<std::uint32_t>& events(std::uint32_t challenge) const {
        return events_[challenge];
    }

private:
    // A project works on its challenges from its first to its last year.
    bool is_in_window(const Event& event) const {
        const auto& options = data_.countries.options;
        if (options.from_year && event.end_year < *options.from_year) return false;
        return !options.to_year || event.year <= *options.to_year;
    }

    void add_events() {
        const auto& network = data_.network();
        for (std::uint32_t event = 0; event < network.events.size(); ++event) {
            const auto challenges = network.event_challenges.of(event);
            if (challenges.empty() || !is_in_window(network.events[event])) continue;
            for (const auto challenge : challenges) {
                events_[challenge].push_back(event);
                for (const auto& part : network.participations.of(event))
                    if (part.country != no_country) countries_[challenge].insert(part.country);
            }
        }
    }

    void add_technologies() {
        const auto technologies = data_.reader.nodes("Technology");
        std::vector<std::vector<std::uint32_t>> addressed(technologies.size());
        const auto& challenges = data_.network().challenges;
        data_.reader.expand(technologies, "ADDRESSES", Direction::Outgoing,
                            [&](std::size_t row, NodeId node, RelationshipId) {
                                const auto found =
                                    std::ranges::lower_bound(challenges, node, {}, &Theme::node);
                                if (found != challenges.end() && found->node == node)
                                    addressed[row].push_back(
                                        static_cast<std::uint32_t>(found - challenges.begin()));
                            });
        data_.reader.expand(technologies, "OFFERS", Direction::Incoming,
                            [&](std::size_t row, NodeId node, RelationshipId) {
                                const auto actor = data_.network().find_actor(node);
                                if (actor == nothing) return;
                                const auto country = data_.network().actors[actor].country;
                                if (country == no_country) return;
                                for (const auto challenge : addressed[row])
                                    countries_[challenge].insert(country);
                            });
    }

    const GapData& data_;
    std::vector<std::set<CountryNumber>> countries_;
    std::vector<std::vector<std::uint32_t>> events_;
};

struct Capable {
    CountryNumber country;
    std::uint32_t topic;
    double index;
};

// The countries that are specialised in a topic of the challenge, the strongest first.
std::vector<Capable> capable(const GapData& data, std::uint32_t challenge) {
    std::vector<Capable> found;
    for (CountryNumber country = 0; country < data.countries.units.size(); ++country) {
        Capable best{country, nothing, 0};
        for (const auto& mention : data.network().challenge_topics.of(challenge)) {
            if (!data.presence.at(country, mention.theme)) continue;
            const auto index = advantage(data.topics, country, mention.theme).value_or(0);
            if (index > best.index) best = {country, mention.theme, index};
        }
        if (best.topic != nothing) found.push_back(best);
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, &Capable::index);
    return found;
}

List suggestions(const GapData& data, const std::vector<Capable>& capable) {
    constexpr std::size_t most = 4;
    List list;
    for (const auto& [country, topic, index] : capable) {
        if (list.size() == most) break;
        auto institutions = institutions_about(data, country, topic, 1);
        Map one{{"country", data.iso2(country)},
                {"topic", data.network().topics[topic].id},
                {"index", index}};
        if (!institutions.empty())
            one["institution"] = institutions.front().map().at("institution");
        list.emplace_back(std::move(one));
    }
    return list;
}

} // namespace

std::vector<Gap> orphan_challenges(const GapData& data, const GapOptions& options) {
    std::vector<Gap> found;
    const Workers workers{data};
    const auto& network = data.network();
    for (std::uint32_t challenge = 0; challenge < network.challenges.size(); ++challenge) {
        const auto& countries = workers.countries(challenge);
        if (countries.size() >= 2) continue;
        const auto able = capable(data, challenge);
        const auto touches = [&](CountryNumber country) { return is_asked_for(options, country); };
        if (options.has_country && std::ranges::none_of(countries, touches) &&
            std::ranges::none_of(able, touches, &Capable::country))
            continue;
        const auto& theme = network.challenges[challenge];
        const auto said = data.reader.value("priority", theme.node);
        Gap gap{'A', {{"challenge", theme.id}}, {}, static_cast<double>(countries.size())};
        List who;
        for (const auto country : countries) who.emplace_back(data.iso2(country));
        gap.title = countries.empty() ? fmt::format("Nobody works on {}", theme.name)
                                      : fmt::format("Only {} works on {}",
                                                    data.iso2(*countries.begin()), theme.name);
        gap.subject["countries"] = Value{std::move(who)};
        gap.severity = (said.is_number() ? said.number() : 0.5) * static_cast<double>(able.size());
        auto is_known = data.coverage.resolved_share >= options.gates.least_coverage;
        for (const auto country :
             options.has_country ? options.countries : std::vector<CountryNumber>{})
            is_known &= structural_verdict(data, options, {country}) == Verdict::Gap ||
                        std::ranges::none_of(
                            able, [&](const Capable& one) { return one.country == country; });
        gap.verdict = is_known ? Verdict::Gap : Verdict::Unknown;
        gap.evidence = newest(network, workers.events(challenge), options.most_evidence);
        gap.suggestion = suggestions(data, able);
        found.push_back(std::move(gap));
    }
    return found;
}

} // namespace lintas::collaboration
