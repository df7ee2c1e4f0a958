// Computes the parts of partners' scores, each with its evidence.
#pragma once

#include "graph/collaboration/partners.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lintas::collaboration {

class PartnerParts {
public:
    PartnerParts(const PartnerData& data, const PartnerOptions& options);

    // Units of the projection that may be proposed, ascending.
    std::vector<std::uint32_t> candidates() const;
    // Without evidence, which explain() looks up.
    ProposedPartner proposal(std::uint32_t unit) const;
    void explain(ProposedPartner& partner) const;
    bool is_tied(std::uint32_t unit) const;

private:
    const Network& network() const { return *data_.institutions.network; }
    std::uint32_t actor(std::uint32_t unit) const {
        return network().find_actor(data_.institutions.units[unit]);
    }
    void read_events();
    void read_technologies();
    void read_refusals();
    void find_ways();
    void find_common_partners();
    bool has_topic(std::uint32_t unit, std::uint32_t topic) const;
    std::optional<double> distance(std::uint32_t unit) const; // kilometers

    // The values of the parts.
    double shared_challenge(std::uint32_t unit) const;
    double cosine(std::uint32_t unit) const;
    double complementarity(std::uint32_t unit) const;
    double trust(std::uint32_t unit) const;
    double common_partners(std::uint32_t unit) const;
    double track_record(std::uint32_t unit) const;
    double technology(std::uint32_t unit) const;
    double nearness(std::uint32_t unit) const;
    double priority(std::uint32_t unit) const;

    // Their evidence.
    List shared_topics(std::uint32_t unit) const;
    List added_topics(std::uint32_t unit) const;
    std::vector<NodeId> way_to(std::uint32_t unit) const;
    std::vector<NodeId> known_to_both(std::uint32_t unit) const;
    List offers(std::uint32_t unit) const;
    List kilometers_to(std::uint32_t unit) const;
    List country_if_any(std::uint32_t unit) const;

    struct Offer {
        double readiness = 0;
        std::string id;
    };

    const PartnerData& data_;
    const PartnerOptions& options_;
    std::uint32_t seeker_ = nothing; // a unit; `nothing` where the seeker takes part in nothing
    std::vector<double> wanted_;     // by topic: how much it is asked for
    double wanted_length_ = 0;       // of that vector
    std::vector<std::vector<std::uint32_t>> on_challenge_; // events of a unit
    std::vector<std::vector<Offer>> offers_;
    std::map<std::uint32_t, List> refusals_;
    std::vector<double> way_cost_;          // from the seeker, by unit
    std::vector<std::uint32_t> way_before_; // the unit before on that way
    std::vector<double> common_;            // resource allocation with the seeker
    double most_common_ = 0;
};

} // namespace lintas::collaboration
