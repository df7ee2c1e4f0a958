// collab.gaps: what is missing, kinds A to I.
#include "graph/collaboration/gaps.h"

#include "query/procedures/collaboration_procedures.h"
#include "query/procedures/collaboration_scope.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::query {

namespace {

using namespace collaboration;

constexpr std::string_view gaps_definition =
    "A orphan challenge, B under-collaborating pair, C missing tie, D structural hole, E results "
    "without companies, F absent member, G regional void, H fading tie, I dependence; gap: known "
    "well enough, expected enough and not explained by chance; unknown: it cannot be told";

std::string kinds_of(const Options& options) {
    std::string kinds;
    for (const auto& kind : options.strings("kinds")) {
        if (kind.size() != 1 || kind[0] < 'A' || kind[0] > 'I')
            options.refuse("kinds", fmt::format("cannot be `{}`; kinds are `A` to `I`", kind));
        kinds += kind;
    }
    return kinds.empty() ? "ABCDEFGHI" : kinds;
}

GapOptions gap_options(const Options& options, const GapData& data) {
    GapOptions found;
    const auto day = day_of_membership(data.countries.options);
    found.kinds = kinds_of(options);
    found.countries = countries_meant(options, "country", data.network(), day);
    found.against = countries_meant(options, "against", data.network(), day);
    found.has_country = options.has("country");
    found.region = options.string("region");
    found.other_region = options.string("otherRegion");
    found.gates = gates(options);
    found.floor = options.number("floor");
    found.least_outputs = options.number("leastOutputs");
    found.least_gain = options.number("leastGain");
    found.window = static_cast<std::int32_t>(options.integer("window"));
    found.most_of_kind = static_cast<std::size_t>(options.integer("perKind"));
    found.most_evidence = static_cast<std::size_t>(options.integer("evidence"));
    return found;
}

ProcedureAnswerPointer gaps_answer(const Options& options, ProcedureContext& context) {
    const auto reader = reader_in(options, context);
    const auto data = gap_data(reader, projection_options(options, context),
                               options.number("floor"), context.work);
    const auto found = gaps(data, gap_options(options, data));
    const auto note = about(data.countries, context, {gaps_definition, found->size()});
    ProcedureRows rows;
    for (const auto& gap : *found)
        rows.push_back({std::string(1, gap.kind), Value{gap.subject}, gap.title, gap.observed,
                        optional_value(gap.expected), optional_value(gap.p), optional_value(gap.q),
                        name(gap.verdict), gap.severity,
                        event_ids(reader, data.network(), gap.evidence), Value{gap.suggestion},
                        note});
    return answer_of(std::move(rows));
}

std::vector<Option> gap_options() {
    constexpr auto countries = Accepts::String | Accepts::List;
    return {
        {"country",
         countries,
         {},
         "Gaps that touch this country, region or list of them; all where it is not given"},
        {"against",
         countries,
         {},
         "The other side of ties: a country, a region or a list of them; all where it is not "
         "given"},
        {"kinds",
         countries,
         {},
         "Letters of the kinds, such as ['A', 'B']; all where it is not given"},
        {"region", Accepts::String, "ASEAN", "Of kind G: the region in which something is void"},
        {"otherRegion", Accepts::String, "EU", "Of kind G: the region that could give"},
        {"floor",
         Accepts::Float,
         50.0,
         "With fewer mentions of topics a country is not called specialised",
         {},
         0},
        {"leastOutputs",
         Accepts::Float,
         20.0,
         "Of kind E: with fewer outputs on a topic it cannot be told",
         {},
         1},
        {"leastGain",
         Accepts::Float,
         0.3,
         "Of kind B: the share of a challenge's topics that two countries cover together more "
         "than one of them alone",
         {},
         0,
         1},
        {"window",
         Accepts::Integer,
         3,
         "Of kind H: the years of each of the two windows",
         {},
         1,
         50},
        {"perKind",
         Accepts::Integer,
         50,
         "At most so many of each kind, the severest first",
         {},
         1,
         10'000}};
}

} // namespace

Procedure gaps_procedure() {
    return options_procedure(
        "collab.gaps",
        with_scope({"events", "topic", "challenge", "fromYear", "toYear", "universe", "maxUnits",
                    "rollUp", "minCoverage", "minExpected", "maxP", "maxQ", "evidence"},
                   gap_options()),
        {{"kind", Accepts::String},
         {"subject", Accepts::Map},
         {"title", Accepts::String},
         {"observed", Accepts::Float},
         {"expected", Accepts::Float},
         {"p", Accepts::Float},
         {"q", Accepts::Float},
         {"verdict", Accepts::String},
         {"severity", Accepts::Float},
         {"evidence", Accepts::List},
         {"suggestion", Accepts::List},
         {"about", Accepts::Map}},
        gaps_answer, "What is missing in cooperation, how sure that is, and what could be done");
}

} // namespace lintas::query
