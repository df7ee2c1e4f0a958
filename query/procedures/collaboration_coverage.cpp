// collab.coverage: how much of each country is known.
#include "graph/collaboration/counted.h"
#include "query/procedures/collaboration_procedures.h"
#include "query/procedures/collaboration_scope.h"

#include <array>

namespace lintas::query {

namespace {

using namespace collaboration;

constexpr std::string_view definition =
    "Coverage is what the country's sources say of themselves, or records held over records that "
    "they state; where no source covers anything, the share of participations whose country is "
    "resolved. Green from 0.8, amber from 0.6, red below";

// What a country has, by kind, and its events.
struct Holdings {
    std::int64_t institutions = 0;
    std::int64_t companies = 0;
    std::int64_t researchers = 0;
    std::int64_t challenges = 0;
    std::array<std::int64_t, std::size(event_labels)> events{};
};

std::vector<Holdings> holdings_of(const Network& network) {
    std::vector<Holdings> all(network.countries.size());
    for (const auto& actor : network.actors) {
        if (actor.country == no_country) continue;
        auto& own = all[actor.country];
        if (actor.kind == ActorKind::Institution) ++own.institutions;
        if (actor.kind == ActorKind::Company) ++own.companies;
        if (actor.kind == ActorKind::Researcher) ++own.researchers;
    }
    return all;
}

void add_events(const Projection& projection, std::vector<Holdings>& all) {
    std::vector<std::vector<std::uint8_t>> addressed(
        all.size(), std::vector<std::uint8_t>(projection.network->challenges.size()));
    for (std::uint32_t at = 0; at < projection.events.size(); ++at) {
        const auto event = projection.events[at].event;
        const auto kind = static_cast<std::size_t>(projection.network->events[event].kind);
        for (const auto& member : projection.members.of(at)) {
            ++all[member.unit].events[kind];
            for (const auto challenge : projection.network->event_challenges.of(event))
                addressed[member.unit][challenge] = 1;
        }
    }
    for (std::size_t country = 0; country < all.size(); ++country)
        for (const auto is_addressed : addressed[country]) all[country].challenges += is_addressed;
}

std::string_view light(const Coverage& coverage, CountryNumber country) {
    const auto& known = coverage.countries[country];
    if (coverage.is_stated && known.source.empty()) return "not connected";
    if (known.held == 0 && known.source.empty()) return "not connected";
    const auto share = known.coverage.value_or(0);
    if (share >= 0.8) return "green";
    return share >= 0.6 ? "amber" : "red";
}

Value text_or_null(const std::string& text) { return text.empty() ? Value{} : Value{text}; }

ProcedureAnswerPointer answer(const Options& options, ProcedureContext& context) {
    const auto reader = reader_in(options, context);
    auto scope = projection_options(options, context);
    const auto shared = counted(reader, scope);
    const auto& projection = shared->projection;
    const auto& network = *projection.network;
    const auto coverage = read_coverage(reader, network);
    auto holdings = holdings_of(network);
    add_events(projection, holdings);
    const auto wanted = countries_meant(options, "country", network, day_of_membership(scope));
    const auto note = about(projection, context, {definition, wanted.size()});
    ProcedureRows rows;
    for (const auto country : wanted) {
        const auto& own = coverage.countries[country];
        const auto& has = holdings[country];
        rows.push_back({network.countries[country].iso2,
                        network.countries[country].node,
                        network.countries[country].name,
                        text_or_null(own.source),
                        text_or_null(own.system),
                        text_or_null(own.licence),
                        own.last_harvest,
                        static_cast<std::int64_t>(own.held),
                        coverage.resolved_share,
                        optional_value(own.stated),
                        optional_value(own.coverage),
                        light(coverage, country),
                        has.institutions,
                        has.researchers,
                        has.events[0],
                        has.events[2],
                        has.companies,
                        has.events[1],
                        has.events[3],
                        has.challenges,
                        note});
    }
    return answer_of(std::move(rows));
}

} // namespace

Procedure coverage_procedure() {
    return options_procedure(
        "collab.coverage",
        with_scope({"events", "topic", "challenge", "fromYear", "toYear"},
                   {{"country",
                     Accepts::String | Accepts::List,
                     {},
                     "A country's code, a region or a list of those; all where it is not given"}}),
        {{"unit", Accepts::String},
         {"node", Accepts::Node},
         {"name", Accepts::String},
         {"source", Accepts::String},
         {"system", Accepts::String},
         {"licence", Accepts::String},
         {"lastHarvest"},
         {"held", Accepts::Integer},
         {"resolved", Accepts::Float},
         {"stated", Accepts::Integer},
         {"coverage", Accepts::Float},
         {"light", Accepts::String},
         {"institutions", Accepts::Integer},
         {"researchers", Accepts::Integer},
         {"publications", Accepts::Integer},
         {"patents", Accepts::Integer},
         {"companies", Accepts::Integer},
         {"projects", Accepts::Integer},
         {"agreements", Accepts::Integer},
         {"challenges", Accepts::Integer},
         {"about", Accepts::Map}},
        answer, "How much of each country's records is known, and from which source");
}

} // namespace lintas::query
