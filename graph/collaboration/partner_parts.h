// Computes the parts of partners' scores, each with its evidence.
#pragma once

#include "graph/collaboration/partners.h"

#include <map>
#include <vector>

namespace lintas::collaboration {

class PartnerParts {
public:
    PartnerParts(const PartnerData& data, const PartnerOptions& options);

    // Units of the projection that may be proposed, ascending.
    std::vector<std::uint32_t> candidates() const;
    ProposedPartner proposal(std::uint32_t unit) const;
    bool is_tied(std::uint32_t unit) const;

private:
    const Network& network() const { return *data_.institutions.network; }
    // The year of the question: what came later is not known yet.
    std::int32_t present() const {
        return data_.institutions.options.to_year.value_or(network().last_year);
    }
    std::uint32_t actor(std::uint32_t unit) const {
        return network().find_actor(data_.institutions.units[unit]);
    }
    void list_events();
    void read_events();
    void count_topics();
    void read_technologies();
    void read_refusals();
    double tie_weight(std::uint32_t event) const;
    void find_ways();
    void find_common_partners();
    bool has_topic(std::uint32_t unit, std::uint32_t topic) const;
    double cosine(std::uint32_t unit) const;
    Part shared_challenge(std::uint32_t unit) const;
    Part topics(std::uint32_t unit) const;
    Part complementarity(std::uint32_t unit) const;
    Part trust(std::uint32_t unit) const;
    Part common_partners(std::uint32_t unit) const;
    Part track_record(std::uint32_t unit) const;
    Part technology(std::uint32_t unit) const;
    Part nearness(std::uint32_t unit) const;
    Part priority(std::uint32_t unit) const;
    Part refusal(std::uint32_t unit) const;

    struct Projects {
        double finished = 0;
        double across_borders = 0;
        std::vector<std::uint32_t> evidence;
    };
    struct Offer {
        double readiness = 0;
        std::string id;
    };

    const PartnerData& data_;
    const PartnerOptions& options_;
    std::uint32_t seeker_ = nothing; // a unit; `nothing` where the seeker takes part in nothing
    std::vector<double> wanted_;     // by topic: how much it is asked for
    double wanted_length_ = 0;       // of that vector
    Lists<std::uint32_t> events_;    // of a unit: places in the projection
    Lists<Mention> topics_;          // of a unit, ascending by topic
    std::vector<std::vector<std::uint32_t>> on_challenge_; // events of a unit
    std::vector<Projects> projects_;
    std::vector<std::vector<Offer>> offers_;
    std::map<std::uint32_t, List> refusals_;
    std::vector<double> way_cost_;                    // from the seeker, by unit
    std::vector<std::uint32_t> way_before_;           // the unit before on that way
    std::vector<double> common_;                      // resource allocation with the seeker
    std::vector<std::vector<std::uint32_t>> between_; // who they have in common
    double most_common_ = 0;
    std::vector<double> country_events_;
};

} // namespace lintas::collaboration
