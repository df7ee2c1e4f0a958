// Which ties may be taken at which place of a way.
#pragma once

#include "graph/collaboration/ways.h"

#include <optional>
#include <vector>

namespace lintas::collaboration {

// One tie as the pattern wants it: through an event of a kind, or an affiliation.
struct PatternStep {
    std::optional<EventKind> kind; // absent: an affiliation
    ActorKind from{};
    ActorKind to{};
};

class WayRules {
public:
    WayRules(const TrustGraph& graph, std::uint32_t source, std::uint32_t target,
             const WayLimits& limits);

    // The number of ties that a way may have.
    std::uint32_t most_ties() const { return most_ties_; }
    bool is_fixed_length() const { return !steps_.empty(); }
    // May the tie be the `number`th of a way, counted from 0, walked from `from` to `to`?
    bool allows(std::uint32_t tie, std::uint32_t number, std::uint32_t from,
                std::uint32_t to) const;
    // The link by which a tie is shown at that place.
    Link link(std::uint32_t tie, std::uint32_t number) const;
    // Takes an actor or a tie out for the ways that follow.
    void close_actor(std::uint32_t actor) { closed_actors_[actor] = 1; }
    void close_tie(std::uint32_t tie) { closed_ties_[tie] = 1; }

private:
    const Link* fitting(std::uint32_t tie, std::uint32_t number) const;

    const TrustGraph& graph_;
    std::uint32_t source_;
    std::uint32_t target_;
    bool is_warm_;
    std::uint32_t most_ties_;
    std::vector<PatternStep> steps_;
    std::vector<std::uint8_t> closed_actors_;
    std::vector<std::uint8_t> closed_ties_;
};

} // namespace lintas::collaboration
