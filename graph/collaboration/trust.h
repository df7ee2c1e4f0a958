// How far people and organisations may be trusted to introduce each other: ties out of shared
// events and affiliations, the stronger the more, the smaller and the more recent these are.
//
// strength w = sum over events of weight x 1/(k-1) x 2^(-age/half-life) x (0.7 if not validated),
// trust = 1 - exp(-w); cost = -ln trust, so that the trust of a way is the product of its ties'.
//
// Invariant: ties are sorted by their ends, the smaller actor first; what links two is sorted by
// what it contributes, the most first.
#pragma once

#include "graph/collaboration/projection.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lintas::collaboration {

struct TrustOptions {
    std::vector<std::string> events; // labels; empty: all
    std::optional<std::int32_t> from_year;
    std::optional<std::int32_t> to_year;
    std::array<double, std::size(event_labels)> weights{1, 1, 1, 1}; // by kind of event
    double affiliation_weight = 3; // of an affiliation, as of an event of two
    double half_life = 4;          // years
    double inferred = 0.7;         // what a tie that nobody validated counts
    std::uint32_t max_units = 30;  // larger events make no ties
};

// One thing that links two actors.
struct Link {
    std::uint32_t event = nothing; // of the network; `nothing`: an affiliation
    EventKind kind{};
    RelationshipId left{};  // of the smaller actor with the event, or the affiliation
    RelationshipId right{}; // of the larger one
    std::int32_t year = no_year;
    CountryNumber left_country = no_country; // where they were in that year
    CountryNumber right_country = no_country;
    double contribution = 0;

    bool is_affiliation() const { return event == nothing; }
};

struct TrustTie {
    std::uint32_t left = nothing; // actors, left < right
    std::uint32_t right = nothing;
    double strength = 0;
    std::int32_t last_year = no_year;
    std::vector<Link> links; // the best of each kind, and the newest

    double trust() const;
    double cost() const; // -ln trust
    // Where the two were when they last did something together.
    const Link& newest() const;
    bool crosses() const;
};

class TrustGraph {
public:
    TrustGraph(const Network& network, const TrustOptions& options);

    const Network& network() const { return network_; }
    std::size_t actors() const { return rows_.size(); }
    const std::vector<TrustTie>& ties() const { return ties_; }
    // Numbers of the ties of an actor, in the order of the other ends.
    std::span<const std::uint32_t> ties_of(std::uint32_t actor) const { return rows_[actor]; }
    std::uint32_t other_end(std::uint32_t tie, std::uint32_t actor) const {
        return ties_[tie].left == actor ? ties_[tie].right : ties_[tie].left;
    }
    // The year that ages are counted from: the window's last, or the data's.
    std::int32_t present() const { return present_; }

private:
    void add_event(std::uint32_t event, const TrustOptions& options);
    void add_affiliations(const TrustOptions& options);
    void add(std::uint32_t left, std::uint32_t right, const Link& link);
    double decay(std::int32_t year, const TrustOptions& options) const;
    void join();

    const Network& network_;
    std::int32_t present_;
    std::vector<TrustTie> ties_;
    std::vector<std::vector<std::uint32_t>> rows_;
};

} // namespace lintas::collaboration
