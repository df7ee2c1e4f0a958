#include "graph/collaboration/gaps.h"

#include "graph/collaboration/distributions.h"

#include <algorithm>
#include <map>

namespace lintas::collaboration {

namespace {

struct Kind {
    char letter;
    std::vector<Gap> (*find)(const GapData&, const GapOptions&);
};

constexpr Kind kinds[] = {
    {'A', orphan_challenges},
    {'B', weak_pairs},
    {'C', missing_ties},
    {'D', structural_holes},

    {'E', results_without_companies},
    {'F', absent_members},
    {'G', regional_voids},
    {'H', fading_ties},
    {'I', dependences},
};

Lists<std::uint32_t> events_about_topics(const Projection& projection) {
    std::vector<std::vector<std::uint32_t>> found(projection.network->topics.size());
    for (std::uint32_t event = 0; event < projection.events.size(); ++event)
        for (const auto& mention :
             projection.network->event_topics.of(projection.events[event].event))
            found[mention.theme].push_back(event);
    Lists<std::uint32_t> lists;
    for (const auto& events : found) {
        lists.items.insert(lists.items.end(), events.begin(), events.end());
        lists.end_list();
    }
    return lists;
}

} // namespace

GapData gap_data(const Reader& reader, const ProjectionOptions& options, double floor,
                 const algorithms::Work& work) {
    auto of_institutions = options;
    of_institutions.unit = Unit::Institution;
    auto of_countries = options;
    of_countries.unit = Unit::Country;
    auto network = network_of(reader.snapshot());
    auto countries = project(network, of_countries);
    auto institutions = project(network, of_institutions);
    auto country_counts = count(countries);
    auto institution_counts = count(institutions);
    auto about_topic = events_about_topics(institutions);
    auto topics = count_topics(countries);
    auto have = presence(topics, floor);
    return {reader,
            std::move(countries),
            std::move(institutions),
            std::move(about_topic),
            std::move(country_counts),
            std::move(institution_counts),
            std::move(topics),
            std::move(have),
            read_coverage(reader, *network),
            work};
}

std::vector<Gap> gaps(const GapData& data, const GapOptions& options) {
    std::vector<Gap> found;
    for (const auto& [letter, find] : kinds) {
        if (options.kinds.find(letter) == std::string::npos) continue;
        data.work.check();
        auto of_kind = find(data, options);
        std::ranges::stable_sort(of_kind, std::ranges::greater{}, &Gap::severity);
        if (of_kind.size() > options.most_of_kind) of_kind.resize(options.most_of_kind);
        std::ranges::move(of_kind, std::back_inserter(found));
    }
    return found;
}

Verdict structural_verdict(const GapData& data, const GapOptions& options,
                           std::initializer_list<CountryNumber> countries) {
    const auto is_known = std::ranges::all_of(countries, [&](CountryNumber country) {
        return data.coverage.of(country).value_or(0) >= options.gates.least_coverage;
    });
    return is_known ? Verdict::Gap : Verdict::Unknown;
}

void TestedGaps::add(Gap gap, bool is_known) {
    gaps_.push_back(std::move(gap));
    are_known_.push_back(is_known ? 1 : 0);
}

std::vector<Gap> TestedGaps::judged(const Gates& gates) {
    std::vector<double> probabilities;
    for (const auto& gap : gaps_) probabilities.push_back(gap.p.value_or(1));
    std::ranges::copy(others_, std::back_inserter(probabilities));
    const auto rates = false_discovery_rates(probabilities);
    for (std::size_t at = 0; at < gaps_.size(); ++at) {
        auto& gap = gaps_[at];
        gap.q = rates[at];
        gap.verdict = judge({gap.observed, gap.expected.value_or(0), probabilities[at], rates[at],
                             are_known_[at] != 0},
                            gates)
                          .verdict;
    }
    return std::move(gaps_);
}

bool is_asked_for(const GapOptions& options, CountryNumber country) {
    return std::ranges::binary_search(options.countries, country);
}

List institutions_about(const GapData& data, CountryNumber country, std::uint32_t topic,
                        std::size_t most) {
    std::map<std::uint32_t, std::int64_t> events;
    const auto& projection = data.institutions;
    for (const auto event : data.about_topic.of(topic))
        for (const auto& member : projection.members.of(event))
            if (projection.countries[member.unit] == country) ++events[member.unit];
    std::vector<std::pair<std::uint32_t, std::int64_t>> order{events.begin(), events.end()};
    std::ranges::stable_sort(order, std::ranges::greater{},
                             &std::pair<std::uint32_t, std::int64_t>::second);
    if (order.size() > most) order.resize(most);
    List list;
    for (const auto& [unit, count] : order)
        list.emplace_back(Map{{"institution", known_as(data.reader, projection.units[unit])},
                              {"name", name_of(data.reader, projection.units[unit])},
                              {"country", data.iso2(country)},
                              {"events", count}});
    return list;
}

} // namespace lintas::collaboration
