// A projection: the events that a question is about, each with the units that took part. A unit is
// a country, an institution or a person, whatever the question counts.
//
// Invariant: units are numbered from 0, countries in the order of their codes, others of their
// nodes' ids; the units of an event are distinct and ascending.
#pragma once

#include "graph/collaboration/network.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lintas::collaboration {

enum class Unit : std::uint8_t { Country, Institution, Researcher };
enum class Universe : std::uint8_t { All, International };
enum class Counting : std::uint8_t { Full, Fractional };

struct ProjectionOptions {
    std::vector<std::string> events; // labels; empty: all four
    Unit unit = Unit::Country;
    std::optional<std::string> topic;     // code, id or name; its subtopics count too
    std::optional<std::string> challenge; // id, code or title
    std::optional<std::int32_t> from_year;
    std::optional<std::int32_t> to_year;
    Counting counting = Counting::Full;
    Universe universe = Universe::All;
    std::uint32_t max_units = 30; // events with more are left out of what is said about ties
    bool roll_up = true;          // institutions as the organisations that they are part of

    bool operator==(const ProjectionOptions&) const = default;
};

struct Member {
    std::uint32_t unit = nothing;
    bool leads = false;
    bool is_inferred = false; // no participation of it was validated
};

struct ProjectedEvent {
    std::uint32_t event = nothing; // of the network
    bool is_international = false;
};

struct Projection {
    std::shared_ptr<const Network> network; // shared with the cache and with other analyses
    ProjectionOptions options;
    std::vector<NodeId> units;
    std::vector<CountryNumber> countries; // of a unit: where it is
    std::vector<ProjectedEvent> events;
    Lists<Member> members; // of an event
    std::uint64_t unresolved_participations = 0;
    std::uint64_t participations = 0;
    std::uint64_t undated_events = 0; // left out because a window was asked for
    std::uint64_t large_events = 0;   // with more than max_units units

    std::uint32_t find_unit(NodeId node) const;
    // Does an event count in what is said about ties?
    bool is_small(std::uint32_t event) const {
        return members.of(event).size() <= options.max_units;
    }
};

// Argument error for a topic, challenge or label of events that does not exist.
Projection project(std::shared_ptr<const Network> network, const ProjectionOptions& options);

// The day on which membership is asked for: the window's last; without one there is none.
std::optional<Day> day_of_membership(const ProjectionOptions& options);

} // namespace lintas::collaboration
