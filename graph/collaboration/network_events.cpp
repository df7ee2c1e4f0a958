#include "graph/collaboration/network_events.h"

#include "graph/collaboration/themes.h"

#include <algorithm>

namespace lintas::collaboration {

namespace {

// How an actor takes part: actor -[:TYPE]-> event. In all of them the lead is said by properties,
// except that every applicant leads.
struct WayToTakePart {
    std::string_view type;
    bool always_leads;
};

constexpr WayToTakePart ways[] = {
    {"AUTHORED", false},        {"INVENTED", false}, {"APPLICANT_OF", true},  {"APPLIED_FOR", true},
    {"PARTICIPATES_IN", false}, {"SIGNED", false},   {"FROM_COUNTRY", false},
};

// As said in the data, before it is known what the actor stood for.
struct EventPart {
    std::uint32_t event = nothing;
    std::uint32_t actor = nothing;
    RelationshipId relationship{};
    bool always_leads = false;
};

Nodes nodes_of(const std::vector<Event>& events) {
    Nodes nodes;
    nodes.reserve(events.size());
    for (const auto& event : events) nodes.push_back(event.node);
    return nodes;
}

// The first of these columns that tells a year.
std::int32_t year_in(std::initializer_list<const Column*> columns, std::size_t row) {
    for (const auto* column : columns)
        if (!column->is_null(row))
            if (const auto year = year_of(column->value(row))) return *year;
    return no_year;
}

void add_events(const Reader& reader, Network& network) {
    for (std::size_t kind = 0; kind < std::size(event_labels); ++kind)
        for (const auto node : reader.nodes(event_labels[kind]))
            network.events.push_back({node, no_year, no_year, static_cast<EventKind>(kind)});
    std::ranges::stable_sort(network.events, {}, &Event::node);
    const auto repeated = std::ranges::unique(network.events, {}, &Event::node);
    network.events.erase(repeated.begin(), repeated.end());
}

void date_events(const Reader& reader, const Nodes& nodes, Network& network) {
    const auto year = reader.values("year", nodes);
    const auto start_year = reader.values("startYear", nodes);
    const auto end_year = reader.values("endYear", nodes);
    const auto start = reader.values("startDate", nodes);
    const auto end = reader.values("endDate", nodes);
    const auto filed = reader.values("filed", nodes);
    const auto date = reader.values("date", nodes);
    for (std::size_t row = 0; row < nodes.size(); ++row) {
        auto& event = network.events[row];
        event.year = year_in({&year, &start_year, &start, &filed, &date}, row);
        event.end_year = year_in({&end_year, &end}, row);
        if (event.end_year == no_year) event.end_year = event.year;
        if (event.year == no_year) continue;
        if (network.first_year == no_year || event.year < network.first_year)
            network.first_year = event.year;
        network.last_year = std::max(network.last_year, event.year);
    }
}

std::vector<EventPart> parts_of(const Reader& reader, const Nodes& nodes, const Network& network) {
    std::vector<EventPart> parts;
    for (const auto& [type, always_leads] : ways) {
        const auto add = [&](std::size_t row, NodeId other, RelationshipId relationship) {
            const auto actor = network.find_actor(other);
            if (actor != nothing)
                parts.push_back(
                    {static_cast<std::uint32_t>(row), actor, relationship, always_leads});
        };
        // A work points at its country; everybody else points at the work.
        const auto direction = type == "FROM_COUNTRY" ? Direction::Outgoing : Direction::Incoming;
        reader.expand(nodes, type, direction, add);
    }
    std::ranges::stable_sort(parts, {}, &EventPart::event);
    return parts;
}

// What the relationships say about the part that was taken.
struct Said {
    Said(const Reader& reader, const Relationships& relationships)
        : role{reader.values("role", relationships)}, corresponding{reader.values("corresponding",
                                                                                  relationships)},
          position{reader.values("position", relationships)}, country{reader.values("country",
                                                                                    relationships)},
          validated{reader.values("validated", relationships)} {}

    template <typename Type>
    static bool is(const Column& column, std::size_t row, const Type& wanted) {
        if (column.is_null(row)) return false;
        const auto value = column.value(row);
        const auto* said = std::get_if<Type>(&value.storage());
        return said && *said == wanted;
    }
    bool leads(std::size_t row) const {
        return is(role, row, std::string{"coordinator"}) || is(role, row, std::string{"lead"}) ||
               is(corresponding, row, true);
    }
    bool is_first(std::size_t row) const { return is(position, row, std::int64_t{1}); }
    bool is_inferred(std::size_t row) const { return is(validated, row, false); }
    // The country that the row itself names, for registries that say it a participation.
    CountryNumber named_country(std::size_t row, const Countries& countries) const {
        if (country.is_null(row)) return no_country;
        const auto value = country.value(row);
        return value.is(ValueType::String) ? countries.find(value.string()) : no_country;
    }

    Column role;
    Column corresponding;
    Column position;
    Column country;
    Column validated;
};

// The affiliations in force in the middle of a year, or else those in force some time of it.
void find_institutions(const Network& network, std::uint32_t person, std::int32_t year,
                       std::vector<std::uint32_t>& found) {
    found.clear();
    const auto all = network.affiliations.of(person);
    if (year == no_year) {
        for (const auto& affiliation : all) found.push_back(affiliation.institution);
        return;
    }
    const auto first = first_day_of_year(year);
    const auto last = last_day_of_year(year);
    const auto middle = first + 181;
    for (const auto& affiliation : all)
        if (affiliation.period.contains(middle)) found.push_back(affiliation.institution);
    if (found.empty())
        for (const auto& affiliation : all)
            if (affiliation.period.overlaps(first, last)) found.push_back(affiliation.institution);
}

// Fetches what adding the parts will look at: people are spread over more memory than caches hold.
class LookAhead {
public:
    LookAhead(const Network& network, std::span<const EventPart> parts)
        : network_{network}, parts_{parts} {}

    // Inlined, since GCC takes a function that only fetches for one that does nothing.
    [[gnu::always_inline]] void before(std::size_t part) const {
        if (part + 2 * parts_ahead < parts_.size()) {
            const auto actor = parts_[part + 2 * parts_ahead].actor;
            __builtin_prefetch(&network_.actors[actor]);
            __builtin_prefetch(&network_.affiliations.begins[actor]);
        }
        if (part + parts_ahead < parts_.size())
            __builtin_prefetch(network_.affiliations.of(parts_[part + parts_ahead].actor).data());
    }

private:
    static constexpr std::size_t parts_ahead = 16;

    const Network& network_;
    std::span<const EventPart> parts_;
};

class Participations {
public:
    explicit Participations(Network& network)
        : network_{network}, items_{network.participations.items} {}

    void add(const Event& event, Participation part) {
        const auto& actor = network_.actors[part.actor];
        const auto named = part.country;
        if (actor.kind != ActorKind::Researcher) {
            part.institution = actor.kind == ActorKind::Country ? nothing : part.actor;
            if (named == no_country) part.country = actor.country;
            items_.push_back(part);
            return;
        }
        find_institutions(network_, part.actor, event.year, institutions_);
        for (const auto institution : institutions_) {
            part.institution = institution;
            part.country = named == no_country ? network_.actors[institution].country : named;
            items_.push_back(part);
        }
        if (institutions_.empty()) items_.push_back(part);
    }

private:
    const Network& network_;
    std::vector<Participation>& items_;
    std::vector<std::uint32_t> institutions_;
};

// Where nobody is said to lead, the first author does.
void find_lead(std::span<Participation> parts, std::span<const std::uint8_t> is_first) {
    if (std::ranges::any_of(parts, &Participation::leads)) return;
    for (std::size_t at = 0; at < parts.size(); ++at) parts[at].leads = is_first[at] != 0;
}

void add_participations(const Reader& reader, const Nodes& nodes, Network& network) {
    const auto parts = parts_of(reader, nodes, network);
    Relationships relationships;
    for (const auto& part : parts) relationships.push_back(part.relationship);
    const Said said{reader, relationships};
    const LookAhead look_ahead{network, parts};
    Participations participations{network};
    auto& lists = network.participations;
    std::size_t next = 0;
    std::vector<std::uint8_t> is_first;
    for (std::uint32_t event = 0; event < nodes.size(); ++event) {
        const auto begin = lists.items.size();
        is_first.clear();
        for (; next < parts.size() && parts[next].event == event; ++next) {
            const auto& part = parts[next];
            look_ahead.before(next);
            participations.add(network.events[event],
                               {part.actor, nothing, said.named_country(next, network.countries),
                                part.relationship, part.always_leads || said.leads(next),
                                said.is_inferred(next)});
            is_first.resize(lists.items.size() - begin, said.is_first(next));
        }
        find_lead(std::span{lists.items}.subspan(begin), is_first);
        lists.end_list();
    }
}

struct MentionOf {
    std::size_t row = 0;
    RelationshipId relationship{};
    Mention mention;
};

// The themes that each node points at, with the scores that are said.
Lists<Mention> mentions_of(const Reader& reader, const Nodes& nodes, std::string_view type,
                           const std::vector<Theme>& themes) {
    Nodes theme_nodes;
    for (const auto& theme : themes) theme_nodes.push_back(theme.node);
    const NodeIndex places{std::move(theme_nodes)};
    std::vector<MentionOf> found;
    reader.expand(nodes, type, Direction::Outgoing,
                  [&](std::size_t row, NodeId node, RelationshipId relationship) {
                      if (const auto theme = places.find(node))
                          found.push_back({row, relationship, {*theme, 1}});
                  });
    Relationships relationships;
    for (const auto& one : found) relationships.push_back(one.relationship);
    const auto scores = reader.values("score", relationships);
    Lists<Mention> lists;
    std::size_t next = 0;
    for (std::size_t row = 0; row < nodes.size(); ++row) {
        for (; next < found.size() && found[next].row == row; ++next) {
            auto mention = found[next].mention;
            const auto score = scores.value(next);
            if (score.is_number() && score.number() > 0) mention.score = score.number();
            // Parallel relationships are neighbours here, and say one theme once.
            const auto is_repeated = lists.items.size() > lists.begins.back() &&
                                     lists.items.back().theme == mention.theme;
            if (is_repeated)
                lists.items.back().score = std::max(lists.items.back().score, mention.score);
            else
                lists.items.push_back(mention);
        }
        lists.end_list();
    }
    return lists;
}

void add_themes(const Reader& reader, const Nodes& nodes, Network& network) {
    network.topics = read_topics(reader);
    network.challenges = read_challenges(reader);
    network.event_topics = mentions_of(reader, nodes, "ABOUT", network.topics);
    const auto addressed = mentions_of(reader, nodes, "ADDRESSES", network.challenges);
    network.event_challenges.begins = addressed.begins;
    for (const auto& mention : addressed.items)
        network.event_challenges.items.push_back(mention.theme);
    Nodes challenges;
    for (const auto& challenge : network.challenges) challenges.push_back(challenge.node);
    network.challenge_topics = mentions_of(reader, challenges, "ABOUT", network.topics);
}

// Each country once an event.
void count_held(Network& network) {
    network.held.resize(network.countries.size());
    std::vector<std::uint32_t> last(network.held.size(), nothing);
    for (std::uint32_t event = 0; event < network.events.size(); ++event)
        for (const auto& part : network.participations.of(event)) {
            if (part.country == no_country) continue;
            ++network.resolved;
            if (last[part.country] == event) continue;
            last[part.country] = event;
            ++network.held[part.country];
        }
}

} // namespace

void read_events(const Reader& reader, Network& network) {
    add_events(reader, network);
    const auto nodes = nodes_of(network.events);
    date_events(reader, nodes, network);
    add_participations(reader, nodes, network);
    count_held(network);
    add_themes(reader, nodes, network);
}

} // namespace lintas::collaboration
