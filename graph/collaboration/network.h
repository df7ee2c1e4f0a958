// The events of a graph and who took part in them: publications, projects, patents and agreements
// with their participants, each with the country and the institution that it stood for in the year
// of the event. Everything that the analyses count comes from here.
//
// Invariant: events, actors and themes are numbered from 0 in ascending order of their nodes'
// ids; the lists of an event lie between two offsets. A network never changes after read().
#pragma once

#include "graph/collaboration/countries.h"
#include "graph/collaboration/node_index.h"
#include "graph/collaboration/reader.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::collaboration {

inline constexpr std::uint32_t nothing = ~std::uint32_t{0};
inline constexpr std::int32_t no_year = std::numeric_limits<std::int32_t>::min();

// In the order of event_labels.
enum class EventKind : std::uint8_t { Publication, Project, Patent, Agreement };
inline constexpr std::string_view event_labels[] = {"Publication", "Project", "Patent",
                                                    "Agreement"};

struct Event {
    NodeId node{};
    std::int32_t year = no_year;     // of the publication, or the first of a project
    std::int32_t end_year = no_year; // the last of a project, otherwise as `year`
    EventKind kind = EventKind::Publication;
};

enum class ActorKind : std::uint8_t { Institution, Company, Researcher, Country, Other };

// Whoever takes part: a person, an organisation, or a country where the data says no more.
struct Actor {
    NodeId node{};
    ActorKind kind = ActorKind::Other;
    CountryNumber country = no_country; // where it is, or where the person is today
    std::uint32_t parent = nothing;     // the actor that the organisation is part of
    bool shareable = true;              // may a person be named?
    bool is_withdrawn = false;
};

struct Affiliation {
    std::uint32_t institution = nothing; // an actor
    Period period;
    RelationshipId relationship{};
};

// One actor in one event; a person with several affiliations in that year has one for each.
struct Participation {
    std::uint32_t actor = nothing;
    std::uint32_t institution = nothing; // an actor: itself, or the person's affiliation that year
    CountryNumber country = no_country;
    RelationshipId relationship{};
    bool leads = false;
    bool is_inferred = false;
};

struct Mention {
    std::uint32_t theme = nothing;
    double score = 1;
};

// A topic or a challenge.
struct Theme {
    NodeId node{};
    std::string id;       // of a topic its code, where it has one; of a challenge its id
    std::string other_id; // the other of the two, or empty
    std::string name;
    std::vector<std::uint32_t> parents; // of the same kind
};

// Lists, one after another, with where each begins.
template <typename Item> struct Lists {
    std::vector<Item> items;
    std::vector<std::uint32_t> begins{0};

    void end_list() { begins.push_back(static_cast<std::uint32_t>(items.size())); }
    std::span<const Item> of(std::uint32_t number) const {
        return std::span{items}.subspan(begins[number], begins[number + 1] - begins[number]);
    }
};

struct Network {
    Countries countries;
    std::vector<Event> events;
    std::vector<Actor> actors;
    NodeIndex actor_places;
    std::vector<Theme> topics;
    std::vector<Theme> challenges;
    Lists<Participation> participations;     // of an event
    Lists<Mention> event_topics;             // of an event
    Lists<std::uint32_t> event_challenges;   // of an event
    Lists<Affiliation> affiliations;         // of an actor
    Lists<Mention> challenge_topics;         // of a challenge
    std::vector<std::uint64_t> held;         // of a country: events that it takes part in
    std::vector<std::uint64_t> hidden;       // of a country: events that its tier hides
    std::uint64_t hidden_participations = 0; // in all
    std::uint64_t resolved = 0;              // participations whose country is known
    std::int32_t first_year = no_year;       // of the events that have a year
    std::int32_t last_year = no_year;

    static std::shared_ptr<const Network> read(const Reader& reader);

    // `nothing` where there is none.
    std::uint32_t find_actor(NodeId node) const;
    // The organisation that has no parent any more.
    std::uint32_t root(std::uint32_t actor) const;
};

// The network that a reader may see, read once and kept while nobody asks for another one: one of
// all that there is, and one of a tier. A transaction's own view is read anew each time.
std::shared_ptr<const Network> network_of(const Reader& reader);

// Is it a transaction's own view, which may change?
bool is_own_view(const Snapshot& snapshot);

} // namespace lintas::collaboration
