#include "graph/collaboration/evaluation.h"
#include "graph/collaboration/new_ties.h"
#include "graph/collaboration/partner_basis.h"
#include "graph/collaboration/partner_parts.h"
#include "graph/collaboration/ranking_quality.h"
#include "graph/collaboration/tie_prediction.h"

#include <algorithm>
#include <iterator>

namespace lintas::collaboration {

namespace {

// Which are found by common neighbours alone. The score of partners comes before them.
constexpr Measure compared_measures[] = {Measure::AdamicAdar, Measure::CommonNeighbours,
                                         Measure::ResourceAllocation,
                                         Measure::PreferentialAttachment};

// By unit the challenge that most of its events address, the first of several; `nothing` for none.
std::vector<std::uint32_t> main_challenges(const Projection& projection) {
    const auto& network = *projection.network;
    const auto challenges = network.challenges.size();
    std::vector<std::uint32_t> events(projection.units.size() * challenges);
    for (std::uint32_t event = 0; event < projection.events.size(); ++event)
        for (const auto challenge : network.event_challenges.of(projection.events[event].event))
            for (const auto& member : projection.members.of(event))
                ++events[member.unit * challenges + challenge];
    std::vector<std::uint32_t> found(projection.units.size(), nothing);
    for (std::size_t unit = 0; unit < found.size(); ++unit) {
        const auto own = std::span{events}.subspan(unit * challenges, challenges);
        const auto most = std::ranges::max_element(own);
        if (most != own.end() && *most > 0)
            found[unit] = static_cast<std::uint32_t>(most - own.begin());
    }
    return found;
}

PartnerOptions partner_question(const NewTies& ties, std::uint32_t unit, std::uint32_t challenge,
                                const EvaluationOptions& options) {
    PartnerOptions asked;
    asked.seeker = ties.train().network->find_actor(ties.train().units[unit]);
    asked.challenge = challenge;
    for (CountryNumber country = 0; country < ties.train().network->countries.size(); ++country)
        asked.countries.push_back(country);
    asked.abroad = options.across_countries;
    return asked;
}

} // namespace

Evaluation evaluate_partners(const Reader& reader, const EvaluationOptions& options,
                             const Weights& weights, const algorithms::Work& work) {
    const NewTies ties{reader, options};
    const auto challenges = main_challenges(ties.train());
    const auto sampled =
        ties.sample(options, [&](std::uint32_t unit) { return challenges[unit] != nothing; });
    const auto coverage = read_coverage(reader, *ties.train().network);
    const auto basis = partner_basis(reader.snapshot(), ties.counted());
    const auto predictor = tie_predictor(reader.snapshot(), ties.counted());
    const PartnerData data{reader, ties.train(), ties.counted()->ties, *basis, coverage, work};

    Evaluation found;
    RankingQuality quality{1 + std::size(compared_measures), options.k};
    Scores nearby;
    for (const auto unit : sampled) {
        work.check();
        const auto asked = partner_question(ties, unit, challenges[unit], options);
        const PartnerParts parts{data, asked};
        predictor->score_nearby(unit, nearby);
        std::vector<std::uint8_t> is_new;
        std::vector<std::vector<double>> scores(1 + std::size(compared_measures));
        for (const auto other : parts.candidates()) {
            if (!ties.is_open(unit, other)) continue;
            is_new.push_back(ties.of_units()[unit].contains(other) ? 1 : 0);
            found.new_ties += is_new.back();
            scores[0].push_back(score_of(parts.proposal(other), weights));
            for (std::size_t at = 0; at < std::size(compared_measures); ++at)
                scores[at + 1].push_back(
                    nearby[static_cast<std::size_t>(compared_measures[at])][other]);
        }
        quality.add(is_new, scores);
        ++found.units;
    }
    found.pairs = quality.pairs();
    found.measures.push_back({"partnerScore", quality.area(0), quality.precision(0)});
    for (std::size_t at = 0; at < std::size(compared_measures); ++at)
        found.measures.push_back({std::string{name(compared_measures[at])}, quality.area(at + 1),
                                  quality.precision(at + 1)});
    return found;
}

} // namespace lintas::collaboration
