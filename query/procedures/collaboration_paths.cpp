// collab.paths: ways from one to another along ties of trust.
#include "graph/collaboration/evidence.h"
#include "graph/collaboration/ways.h"
#include "query/procedures/collaboration_procedures.h"
#include "query/procedures/collaboration_scope.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::query {

namespace {

using namespace collaboration;

constexpr std::string_view paths_definition =
    "Trust of a tie is 1 - exp(-w), w the sum over shared events of weight x 1/(k-1) x "
    "2^(-age/half-life); the trust of a way is the product of its ties', its crossings are ties "
    "between two countries";

TrustOptions trust_options(const Options& options, const ProjectionOptions& scope) {
    TrustOptions found;
    found.events = scope.events;
    found.from_year = scope.from_year;
    found.to_year = scope.to_year;
    found.max_units = scope.max_units;
    found.half_life = options.number("halfLife");
    found.affiliation_weight = options.number("affiliationWeight");
    found.inferred = options.number("inferred");
    if (!options.has("weights")) return found;
    for (const auto& [label, weight] : options.value("weights").map()) {
        const auto* const kind = std::ranges::find(event_labels, label);
        if (kind == std::end(event_labels) || !weight.is_number() || weight.number() < 0)
            options.refuse("weights",
                           fmt::format("has labels of events with weights of at least "
                                       "0, not `{}: {}`; the labels are `{}`",
                                       label, to_text(weight), fmt::join(event_labels, "`, `")));
        found.weights[static_cast<std::size_t>(kind - event_labels)] = weight.number();
    }
    return found;
}

std::vector<std::string> pattern_of(const Options& options) {
    std::vector<std::string> labels;
    if (!options.has("pattern")) return labels;
    const auto& text = options.string("pattern");
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find('-', begin), text.size());
        labels.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return labels;
}

WayLimits way_limits(const Options& options) {
    WayLimits found;
    found.k = static_cast<std::size_t>(options.integer("k"));
    found.by_trust = options.string("cost") == "trust";
    found.most_ties = static_cast<std::uint32_t>(options.integer("maxHops"));
    found.fewest_crossings = static_cast<std::uint32_t>(options.integer("minCrossings"));
    if (options.has("maxCrossings"))
        found.most_crossings = static_cast<std::uint32_t>(options.integer("maxCrossings"));
    if (found.fewest_crossings > found.most_crossings)
        options.refuse("minCrossings", "cannot be more than `maxCrossings`");
    const auto& disjoint = options.string("disjoint");
    if (disjoint == "edge") found.disjoint = Disjointness::Edge;
    if (disjoint == "vertex") found.disjoint = Disjointness::Vertex;
    found.is_warm = options.boolean("warm");
    found.pattern = pattern_of(options);
    return found;
}

class WayRows {
public:
    WayRows(const Reader& reader, const TrustGraph& graph, const Value& note)
        : reader_{reader}, graph_{graph}, network_{graph.network()}, note_{note} {}

    std::vector<Value> row(const Way& way, std::size_t rank) const {
        return {static_cast<std::int64_t>(rank),
                Value{path(way)},
                way.trust,
                way.cost,
                static_cast<std::int64_t>(way.steps.size()),
                std::int64_t{way.crossings},
                countries(way),
                ties(way),
                shown(way),
                note_};
    }

private:
    Path path(const Way& way) const {
        Path path;
        path.nodes.push_back(network_.actors[way.actors[0]].node);
        for (std::size_t at = 0; at < way.steps.size(); ++at) {
            const auto& [tie, link] = way.steps[at];
            const auto is_forward = graph_.ties()[tie].left == way.actors[at];
            path.relationships.push_back(is_forward ? link.left : link.right);
            if (!link.is_affiliation()) {
                path.nodes.push_back(network_.events[link.event].node);
                path.relationships.push_back(is_forward ? link.right : link.left);
            }
            path.nodes.push_back(network_.actors[way.actors[at + 1]].node);
        }
        return path;
    }

    // The countries that the way passes, each run of one country once.
    Value countries(const Way& way) const {
        List list;
        auto last = no_country;
        const auto pass = [&](CountryNumber country) {
            if (country == no_country || country == last) return;
            last = country;
            list.emplace_back(network_.countries[country].iso2);
        };
        for (std::size_t at = 0; at < way.steps.size(); ++at) {
            const auto& tie = graph_.ties()[way.steps[at].tie];
            const auto& link = tie.newest();
            const auto is_forward = tie.left == way.actors[at];
            pass(is_forward ? link.left_country : link.right_country);
            pass(is_forward ? link.right_country : link.left_country);
        }
        return Value{std::move(list)};
    }

    std::string id(std::uint32_t actor) const {
        return known_as(reader_, network_.actors[actor].node);
    }

    Value ties(const Way& way) const {
        List list;
        for (std::size_t at = 0; at < way.steps.size(); ++at) {
            const auto& tie = graph_.ties()[way.steps[at].tie];
            std::vector<std::uint32_t> events;
            auto is_affiliation = false;
            for (const auto& link : tie.links) {
                if (link.is_affiliation())
                    is_affiliation = true;
                else
                    events.push_back(link.event);
            }
            list.emplace_back(Map{{"from", id(way.actors[at])},
                                  {"to", id(way.actors[at + 1])},
                                  {"trust", tie.trust()},
                                  {"lastYear", std::int64_t{tie.last_year}},
                                  {"affiliation", is_affiliation},
                                  {"events", event_ids(reader_, network_, events)}});
        }
        return Value{std::move(list)};
    }

    // Whoever may not be named is shown as the institution.
    Value shown(const Way& way) const {
        List list;
        for (const auto actor : way.actors) {
            auto visible = actor;
            if (!network_.actors[actor].shareable) {
                for (const auto& affiliation : network_.affiliations.of(actor))
                    if (visible == actor || !affiliation.period.to)
                        visible = affiliation.institution;
                if (visible == actor) {
                    list.emplace_back("a person who is not to be named");
                    continue;
                }
            }
            list.emplace_back(name_of(reader_, network_.actors[visible].node));
        }
        return Value{std::move(list)};
    }

    const Reader& reader_;
    const TrustGraph& graph_;
    const Network& network_;
    const Value& note_;
};

ProcedureAnswerPointer paths_answer(const Options& options, ProcedureContext& context) {
    const auto reader = reader_in(options, context);
    const auto scope = projection_options(options, context);
    const auto network = network_of(reader);
    for (const auto name : {"source", "target"})
        if (!options.has(name)) options.refuse(name, "is needed: a node or an id");
    const auto source = actor_meant(options, "source", *network, reader);
    const auto target = actor_meant(options, "target", *network, reader);
    const TrustGraph graph{*network, trust_options(options, scope)};
    const auto found = ways(graph, source, target, way_limits(options), context.work);
    auto shown = scope;
    shown.unit = Unit::Institution;
    const auto note = about(project(network, shown), context, {paths_definition, found.size()});
    const WayRows maker{reader, graph, note};
    ProcedureRows rows;
    for (const auto& way : found) rows.push_back(maker.row(way, rows.size() + 1));
    return answer_of(std::move(rows));
}

std::vector<Option> way_options() {
    constexpr auto who = Accepts::Node | Accepts::String;
    return {{"source",
             who,
             {},
             "Where ways begin: a researcher, an institution or a company, as a node or its id"},
            {"target", who, {}, "Where they end"},
            {"k", Accepts::Integer, 3, "At most so many ways", {}, 1, 1000},
            {"cost",
             Accepts::String,
             "trust",
             "Order ways by the trust that is lost, or by the number of ties",
             {"trust", "hops"}},
            {"maxHops",
             Accepts::Integer,
             4,
             "At most so many ties; people are tied by events they share and to the institutions "
             "they belong to",
             {},
             1,
             12},
            {"minCrossings",
             Accepts::Integer,
             0,
             "At least so many ties between two countries",
             {},
             0,
             12},
            {"maxCrossings", Accepts::Integer, {}, "At most so many", {}, 0, 1000},
            {"disjoint",
             Accepts::String,
             "none",
             "Shall ways share no tie, or nobody between?",
             {"none", "edge", "vertex"}},
            {"pattern",
             Accepts::String,
             {},
             "The labels along the way, such as 'Institution-Researcher-Patent-Company'"},
            {"warm", Accepts::Boolean, false,
             "Only people between who may be named, and ties of the last five years"},
            {"halfLife", Accepts::Float, 4.0, "After so many years an event counts half", {}, 0.01},
            {"weights",
             Accepts::Map,
             {},
             "How much an event of each label counts; 1 where it is not given"},
            {"affiliationWeight", Accepts::Float, 3.0, "How much an affiliation counts", {}, 0},
            {"inferred",
             Accepts::Float,
             0.7,
             "How much a participation counts that nobody validated",
             {},
             0,
             1}};
}

} // namespace

Procedure paths_procedure() {
    return options_procedure(
        "collab.paths", with_scope({"events", "fromYear", "toYear", "maxUnits"}, way_options()),
        {{"rank", Accepts::Integer},
         {"path", Accepts::Path},
         {"trust", Accepts::Float},
         {"cost", Accepts::Float},
         {"hops", Accepts::Integer},
         {"crossings", Accepts::Integer},
         {"countries", Accepts::List},
         {"ties", Accepts::List},
         {"shown", Accepts::List},
         {"about", Accepts::Map}},
        paths_answer,
        "The best ways from one to another, who could introduce whom, across how many borders");
}

} // namespace lintas::query
