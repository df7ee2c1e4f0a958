#include "graph/collaboration/gaps.h"

#include "graph/collaboration/distributions.h"
#include "graph/collaboration/last_made.h"

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

constexpr std::size_t most_bases = 2;
constexpr std::size_t most_answers = 16;

struct BasisKey {
    std::shared_ptr<const Counted> countries;
    std::shared_ptr<const Counted> institutions;
    double floor = 0;

    bool operator==(const BasisKey&) const = default;
};

Lists<std::uint32_t> events_about_topics(const Projection& projection) {
    const auto& network = *projection.network;
    std::vector<std::vector<std::uint32_t>> events(network.topics.size());
    for (std::uint32_t event = 0; event < projection.events.size(); ++event)
        for (const auto& mention : network.event_topics.of(projection.events[event].event))
            events[mention.theme].push_back(event);
    Lists<std::uint32_t> lists;
    for (const auto& of_topic : events) {
        lists.items.insert(lists.items.end(), of_topic.begin(), of_topic.end());
        lists.end_list();
    }
    return lists;
}

struct AnswerKey {
    std::shared_ptr<const GapBasis> basis;
    GapOptions options;

    bool operator==(const AnswerKey&) const = default;
};

std::shared_ptr<const GapBasis> basis_of(const Reader& reader, const BasisKey& key) {
    auto basis = std::make_shared<GapBasis>();
    basis->countries = key.countries;
    basis->institutions = key.institutions;
    basis->topics = count_topics(key.countries->projection);
    basis->presence = presence(basis->topics, key.floor);
    basis->coverage = read_coverage(reader, *key.countries->projection.network);
    basis->about_topic = events_about_topics(key.institutions->projection);
    return basis;
}

std::vector<Gap> find_gaps(const GapData& data, const GapOptions& options) {
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

} // namespace

GapData gap_data(const Reader& reader, const ProjectionOptions& options, double floor,
                 const algorithms::Work& work) {
    auto of_institutions = options;
    of_institutions.unit = Unit::Institution;
    auto of_countries = options;
    of_countries.unit = Unit::Country;
    const BasisKey key{counted(reader, of_countries), counted(reader, of_institutions), floor};
    if (is_own_view(reader.snapshot())) return {reader, basis_of(reader, key), work};
    static LastMade<BasisKey, GapBasis> last{most_bases};
    const auto& network = key.countries->projection.network;
    const auto belongs = [&](const BasisKey& other) {
        return other.countries->projection.network == network;
    };
    return {reader, last.get(key, belongs, [&] { return basis_of(reader, key); }), work};
}

std::shared_ptr<const std::vector<Gap>> gaps(const GapData& data, const GapOptions& options) {
    const auto make = [&] {
        return std::make_shared<const std::vector<Gap>>(find_gaps(data, options));
    };
    if (is_own_view(data.reader.snapshot())) return make();
    static LastMade<AnswerKey, std::vector<Gap>> last{most_answers};
    const auto belongs = [&](const AnswerKey& other) {
        return other.basis->countries->projection.network == data.countries.network;
    };
    return last.get({data.basis, options}, belongs, make);
}

Verdict structural_verdict(const GapData& data, const GapOptions& options,
                           std::initializer_list<CountryNumber> countries) {
    const auto is_known = std::ranges::all_of(countries, [&](CountryNumber country) {
        return data.coverage.is_known(country, options.gates.least_coverage);
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
    for (const auto event : data.basis->about_topic.of(topic))
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
