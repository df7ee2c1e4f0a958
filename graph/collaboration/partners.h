// Who could work with a seeker on something, and why: a score out of parts that each can be looked
// up, never a bare number.
//
// S = sum of weight x value, values in [0, 1]; a refusal takes away. Organisations are ranked,
// never people.
#pragma once

#include "graph/algorithms/work.h"
#include "graph/collaboration/counted.h"
#include "graph/collaboration/coverage.h"
#include "graph/collaboration/partner_basis.h"
#include "graph/collaboration/trust.h"
#include "graph/value.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::collaboration {

enum class Component : std::uint8_t {
    SharedChallenge, // it works on the challenge already
    Topics,          // the cosine of its topics with those that are asked for
    Complementarity, // topics that both cover together more than one of them alone
    Trust,           // of the best way between the two
    CommonPartners,  // resource allocation over the largest among the candidates
    TrackRecord,     // Wilson's lower bound of the share of finished projects that crossed borders
    Technology,      // the readiness of what it offers
    Nearness,        // 1 less the distance as a share of half the way around the earth
    Priority,        // opt-in: of a member that has little so far
    Refusal,         // it, or the seeker, declined before: counts against
};
inline constexpr std::size_t component_count = 10;
std::string_view name(Component component);
// What would raise it, a sentence.
std::string_view advice(Component component);

using Weights = std::array<double, component_count>;
inline constexpr Weights default_weights{0.2, 0.2, 0.15, 0.15, 0.1, 0.1, 0.05, 0.05, 0.0, -0.3};

struct Part {
    double value = 0;
    List evidence; // ids or texts
};

struct PartnerOptions {
    std::uint32_t seeker = nothing;         // an actor
    std::optional<std::uint32_t> challenge; // of the network
    std::vector<std::uint8_t> topics;       // 1 for those asked for; empty: the seeker's own
    std::vector<CountryNumber> countries;   // where partners may be, ascending
    bool new_only = true;                   // nobody who worked with the seeker before
    bool abroad = true;                     // nobody of the seeker's country
    bool companies = true;
    std::size_t k = 10;
    Weights weights = default_weights;
    std::uint64_t seed = 42;
    double least_coverage = 0.6;
};

struct ProposedPartner {
    std::uint32_t actor = nothing;
    double score = 0;
    std::array<Part, component_count> parts;
    std::vector<NodeId> way;    // the most trusted one, from the seeker; empty where there is none
    std::uint32_t rank_low = 0; // the best and the worst rank when weights change by a fifth
    std::uint32_t rank_high = 0;
    bool is_tied = false;  // worked with the seeker before
    bool is_known = false; // does its country pass the coverage gate?
};

// The projection is of institutions, without a filter by topic.
struct PartnerData {
    const Reader& reader;
    const Projection& institutions;
    const algorithms::ProjectedGraph& ties;
    const PartnerBasis& basis;
    const Coverage& coverage;
    const algorithms::Work& work;
};

// The sum of weight x value over its parts.
double score_of(const ProposedPartner& partner, const Weights& weights);

// The best first; the k best, or with `only` just that actor with its rank among all.
std::vector<ProposedPartner> partners(const PartnerData& data, const PartnerOptions& options,
                                      std::optional<std::uint32_t> only = {});

} // namespace lintas::collaboration
