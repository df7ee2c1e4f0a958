#include "graph/collaboration/tie_prediction.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace lintas::collaboration {

namespace {

std::vector<double>& of(Scores& scores, Measure measure) {
    return scores[static_cast<std::size_t>(measure)];
}

// How often each unit takes part in an event about each topic or challenge; challenges are numbered
// after the topics.
Lists<Mention> count_unit_themes(const Projection& projection) {
    const auto& network = *projection.network;
    const auto topics = static_cast<std::uint32_t>(network.topics.size());
    std::vector<std::map<std::uint32_t, double>> counts(projection.units.size());
    for (std::uint32_t at = 0; at < projection.events.size(); ++at) {
        const auto event = projection.events[at].event;
        for (const auto& member : projection.members.of(at)) {
            auto& own = counts[member.unit];
            for (const auto& mention : network.event_topics.of(event)) ++own[mention.theme];
            for (const auto challenge : network.event_challenges.of(event))
                ++own[topics + challenge];
        }
    }
    Lists<Mention> found;
    for (const auto& own : counts) {
        for (const auto& [topic, count] : own) found.items.push_back({topic, count});
        found.end_list();
    }
    return found;
}

Lists<Mention> turned(const Lists<Mention>& of_unit, std::size_t units, std::size_t topics) {
    std::vector<std::vector<Mention>> lists(topics);
    for (std::uint32_t unit = 0; unit < units; ++unit)
        for (const auto& [topic, count] : of_unit.of(unit)) lists[topic].push_back({unit, count});
    Lists<Mention> found;
    for (const auto& list : lists) {
        found.items.insert(found.items.end(), list.begin(), list.end());
        found.end_list();
    }
    return found;
}

} // namespace

std::string_view name(Measure measure) {
    switch (measure) {
    case Measure::CommonNeighbours: return "commonNeighbours";
    case Measure::ResourceAllocation: return "resourceAllocation";
    case Measure::AdamicAdar: return "adamicAdar";
    case Measure::Katz: return "katz";
    case Measure::PageRank: return "pageRank";
    case Measure::PathSimilarity: return "pathSim";
    case Measure::PreferentialAttachment: return "preferentialAttachment";
    }
    return {};
}

bool is_ranked(Measure measure) {
    return measure != Measure::CommonNeighbours && measure != Measure::PreferentialAttachment;
}

TiePredictor::TiePredictor(const Projection& projection, const Counts& counts,
                           const algorithms::Work& work)
    : neighbours_(projection.units.size()), topics_{count_unit_themes(projection)},
      units_of_topic_{
          turned(topics_, projection.units.size(),
                 projection.network->topics.size() + projection.network->challenges.size())},
      work_{work} {
    for (const auto& pair : counts.pairs) {
        neighbours_[pair.left].push_back(pair.right);
        neighbours_[pair.right].push_back(pair.left);
    }
    for (auto& row : neighbours_) std::ranges::sort(row);
    for (std::uint32_t unit = 0; unit < neighbours_.size(); ++unit) {
        double paths = 0;
        for (const auto& mention : topics_.of(unit)) paths += mention.score * mention.score;
        own_paths_.push_back(paths);
    }
    const auto eigenvalue = largest_eigenvalue();
    attenuation_ = eigenvalue > 0 ? 0.5 / eigenvalue : 0;
}

bool TiePredictor::are_tied(std::uint32_t left, std::uint32_t right) const {
    return std::ranges::binary_search(neighbours_[left], right);
}

void TiePredictor::score_nearby(std::uint32_t unit, Scores& scores) const {
    for (auto& of_measure : scores) of_measure.assign(units(), 0);
    const auto own = static_cast<double>(neighbours_[unit].size());
    for (const auto between : neighbours_[unit]) {
        const auto degree = static_cast<double>(neighbours_[between].size());
        for (const auto other : neighbours_[between]) {
            if (other == unit) continue;
            ++of(scores, Measure::CommonNeighbours)[other];
            of(scores, Measure::ResourceAllocation)[other] += 1 / degree;
            of(scores, Measure::AdamicAdar)[other] += 1 / std::log(degree);
        }
    }
    for (std::uint32_t other = 0; other < units(); ++other)
        of(scores, Measure::PreferentialAttachment)[other] =
            own * static_cast<double>(neighbours_[other].size());
}

void TiePredictor::score(std::uint32_t unit, Scores& scores) const {
    score_nearby(unit, scores);
    work_.check();
    add_katz(unit, of(scores, Measure::Katz));
    add_page_rank(unit, of(scores, Measure::PageRank));
    add_path_similarity(unit, of(scores, Measure::PathSimilarity));
}

double TiePredictor::largest_eigenvalue() const {
    constexpr auto steps = 50;
    std::vector<double> vector(units(), 1);
    std::vector<double> next(units());
    double size = 0;
    for (auto step = 0; step < steps; ++step) {
        work_.check();
        spread(vector, next);
        double squares = 0;
        for (const auto value : next) squares += value * value;
        size = std::sqrt(squares);
        if (size == 0) return 0;
        for (std::size_t at = 0; at < next.size(); ++at) vector[at] = next[at] / size;
    }
    return size;
}

void TiePredictor::spread(const std::vector<double>& from, std::vector<double>& to) const {
    std::ranges::fill(to, 0);
    for (std::uint32_t unit = 0; unit < units(); ++unit)
        if (from[unit] != 0)
            for (const auto other : neighbours_[unit]) to[other] += from[unit];
}

void TiePredictor::add_katz(std::uint32_t unit, std::vector<double>& scores) const {
    constexpr auto steps = 12; // what follows adds less than 1/4000 of it
    std::vector<double> walks(units());
    std::vector<double> next(units());
    walks[unit] = 1;
    for (auto step = 0; step < steps; ++step) {
        spread(walks, next);
        for (std::size_t at = 0; at < next.size(); ++at) {
            next[at] *= attenuation_;
            scores[at] += next[at];
        }
        walks.swap(next);
    }
}

void TiePredictor::add_page_rank(std::uint32_t unit, std::vector<double>& scores) const {
    constexpr auto damping = 0.85;
    constexpr auto steps = 30;
    std::vector<double> next(units());
    scores[unit] = 1;
    for (auto step = 0; step < steps; ++step) {
        std::ranges::fill(next, 0);
        double stuck = 0;
        for (std::uint32_t from = 0; from < units(); ++from) {
            if (scores[from] == 0) continue;
            const auto& row = neighbours_[from];
            if (row.empty()) stuck += scores[from];
            for (const auto to : row)
                next[to] += damping * scores[from] / static_cast<double>(row.size());
        }
        next[unit] += 1 - damping + damping * stuck;
        scores.swap(next);
    }
}

void TiePredictor::add_path_similarity(std::uint32_t unit, std::vector<double>& scores) const {
    for (const auto& [topic, own] : topics_.of(unit))
        for (const auto& [other, count] : units_of_topic_.of(topic)) scores[other] += own * count;
    for (std::uint32_t other = 0; other < units(); ++other) {
        const auto both = own_paths_[unit] + own_paths_[other];
        scores[other] = both > 0 ? 2 * scores[other] / both : 0;
    }
}

std::vector<double> ranks(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t at) { return values[at]; });
    std::vector<double> found(values.size());
    for (std::size_t begin = 0; begin < order.size();) {
        auto end = begin + 1;
        while (end < order.size() && values[order[end]] == values[order[begin]]) ++end;
        const auto shared = static_cast<double>(begin + end + 1) / 2;
        for (; begin < end; ++begin) found[order[begin]] = shared;
    }
    return found;
}

} // namespace lintas::collaboration
