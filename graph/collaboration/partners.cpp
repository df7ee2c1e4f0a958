#include "graph/collaboration/partners.h"

#include "graph/algorithms/random.h"
#include "graph/collaboration/partner_parts.h"

#include <algorithm>

namespace lintas::collaboration {

namespace {

constexpr std::size_t draws = 200;
constexpr double change = 0.2; // of each weight, up or down

// The order by score; who is equal comes by number.
std::vector<std::size_t> order_of(const std::vector<ProposedPartner>& partners,
                                  const Weights& weights) {
    std::vector<double> scores;
    std::vector<std::size_t> order;
    for (const auto& partner : partners) {
        order.push_back(order.size());
        scores.push_back(score_of(partner, weights));
    }
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t at) { return scores[at]; });
    return order;
}

void set_rank_ranges(std::vector<ProposedPartner>& partners, const PartnerOptions& options,
                     const algorithms::Work& work) {
    algorithms::Random random{options.seed};
    auto weights = options.weights;
    for (std::size_t draw = 0; draw <= draws; ++draw) {
        work.check();
        const auto order = order_of(partners, weights);
        for (std::uint32_t rank = 1; rank <= order.size(); ++rank) {
            auto& partner = partners[order[rank - 1]];
            partner.rank_low = draw == 0 ? rank : std::min(partner.rank_low, rank);
            partner.rank_high = std::max(partner.rank_high, rank);
        }
        for (std::size_t at = 0; at < component_count; ++at)
            weights[at] = options.weights[at] * (1 - change + 2 * change * random.fraction());
    }
}

} // namespace

double score_of(const ProposedPartner& partner, const Weights& weights) {
    double score = 0;
    for (std::size_t at = 0; at < component_count; ++at)
        score += weights[at] * partner.parts[at].value;
    return score;
}

std::string_view name(Component component) {
    switch (component) {
    case Component::SharedChallenge: return "sharedChallenge";
    case Component::Topics: return "topics";
    case Component::Complementarity: return "complementarity";
    case Component::Trust: return "trust";
    case Component::CommonPartners: return "commonPartners";
    case Component::TrackRecord: return "trackRecord";
    case Component::Technology: return "technology";
    case Component::Nearness: return "nearness";
    case Component::Priority: return "priority";
    case Component::Refusal: return "refusal";
    }
    return {};
}

std::string_view advice(Component component) {
    switch (component) {
    case Component::SharedChallenge: return "a joint project that addresses the challenge";
    case Component::Topics: return "work on more of the topics that are asked for";
    case Component::Complementarity: return "look for a partner that covers topics you do not";
    case Component::Trust: return "a small joint event, or an introduction by whoever is between";
    case Component::CommonPartners: return "work with partners of theirs";
    case Component::TrackRecord: return "finish projects with partners abroad";
    case Component::Technology:
        return "an offer of a technology in these topics, of higher readiness";
    case Component::Nearness: return "nothing: distance stays";
    case Component::Priority: return "nothing: it is a choice of the one who asks";
    case Component::Refusal: return "answer the reason that was given";
    }
    return {};
}

std::vector<ProposedPartner> partners(const PartnerData& data, const PartnerOptions& options,
                                      std::optional<std::uint32_t> only) {
    const PartnerParts parts{data, options};
    std::vector<ProposedPartner> found;
    for (const auto unit : parts.candidates()) {
        data.work.check();
        found.push_back(parts.proposal(unit));
        found.back().score = score_of(found.back(), options.weights);
    }
    if (only && std::ranges::find(found, *only, &ProposedPartner::actor) == found.end()) {
        const auto unit =
            data.institutions.find_unit(data.institutions.network->actors[*only].node);
        if (unit == nothing) return {};
        found.push_back(parts.proposal(unit));
        found.back().score = score_of(found.back(), options.weights);
    }
    set_rank_ranges(found, options, data.work);
    std::vector<ProposedPartner> ordered;
    for (const auto at : order_of(found, options.weights)) {
        if (only && found[at].actor != *only) continue;
        if (!only && ordered.size() == options.k) break;
        ordered.push_back(std::move(found[at]));
        parts.explain(ordered.back());
    }
    return ordered;
}

} // namespace lintas::collaboration
