// collab.linkPredict and collab.evaluate: which ties are likely to come, and how well that is told.
#include "graph/collaboration/evaluation.h"
#include "graph/collaboration/tie_prediction.h"
#include "query/procedures/collaboration_network.h"
#include "query/procedures/collaboration_partners.h"
#include "query/procedures/collaboration_procedures.h"

#include <algorithm>

namespace lintas::query {

namespace {

using namespace collaboration;

constexpr std::string_view prediction_definition =
    "Pairs without a joint event, by the geometric mean of their ranks in resource allocation, "
    "Adamic-Adar, "
    "Katz, personalised PageRank and PathSim; preferential attachment is shown and not used";
constexpr std::string_view evaluation_definition =
    "Scores from events up to trainTo, against the ties that came between testFrom and testTo; "
    "area: the chance that a new tie is ranked above a pair without one; precision: the share of "
    "new ties among the k highest of a unit";

constexpr std::string_view partner_evaluation_definition =
    "Scores of partners from events up to trainTo, among organisations that work on the challenge "
    "that a unit works on most, against the ties that came between testFrom and testTo; area and "
    "precision as of ties";

ProcedureAnswerPointer answer_predict(const Options& options, ProcedureContext& context) {
    const UnitNetwork network{options, context, TieWeight::None};
    const auto predictor = tie_predictor(context.graph, network.shared());
    const auto day = day_of_membership(network.projection().options);
    LikelyTieOptions wanted;
    wanted.units = network.wanted(options);
    wanted.others.assign(network.projection().units.size(), 0);
    for (const auto unit : units_in(network.projection(),
                                    countries_meant(options, "against", network.network(), day)))
        wanted.others[unit] = 1;
    wanted.across_countries = options.boolean("abroad");
    wanted.most = static_cast<std::size_t>(options.integer("k"));
    wanted.candidates = std::max(wanted.candidates, 4 * wanted.most);
    const auto found = likely_ties(network.projection(), *predictor, wanted, context.work);
    const auto note = about(network.projection(), context, {prediction_definition, found.size()});
    ProcedureRows rows;
    for (const auto& tie : found) {
        const auto score = [&](Measure measure) {
            return tie.scores[static_cast<std::size_t>(measure)];
        };
        rows.push_back({network.projection().units[tie.left], network.projection().units[tie.right],
                        network.name(tie.left), network.name(tie.right), network.country(tie.left),
                        network.country(tie.right), tie.mean_rank, score(Measure::CommonNeighbours),
                        score(Measure::ResourceAllocation), score(Measure::AdamicAdar),
                        score(Measure::Katz), score(Measure::PageRank),
                        score(Measure::PathSimilarity), score(Measure::PreferentialAttachment),
                        note});
    }
    return answer_of(std::move(rows));
}

ProcedureAnswerPointer answer_evaluate(const Options& options, ProcedureContext& context) {
    EvaluationOptions wanted;
    wanted.scope = projection_options(options, context);
    for (const auto name : {"trainTo", "testFrom", "testTo"})
        if (!options.has(name)) options.refuse(name, "is needed: a year");
    wanted.train_to = static_cast<std::int32_t>(options.integer("trainTo"));
    wanted.test_from = static_cast<std::int32_t>(options.integer("testFrom"));
    wanted.test_to = static_cast<std::int32_t>(options.integer("testTo"));
    if (wanted.test_from <= wanted.train_to)
        options.refuse("testFrom", "needs a year after `trainTo`");
    if (wanted.test_to < wanted.test_from)
        options.refuse("testTo", "cannot come before `testFrom`");
    wanted.k = static_cast<std::size_t>(options.integer("k"));
    wanted.sample = static_cast<std::size_t>(options.integer("sample"));
    wanted.seed = static_cast<std::uint64_t>(options.integer("seed"));
    wanted.across_countries = options.boolean("abroad");
    const auto reader = reader_in(options, context);
    const auto is_of_partners = options.string("what") == "partners";
    if (!is_of_partners && options.has("weights"))
        options.refuse("weights", "goes with `what: 'partners'`");
    const auto found =
        is_of_partners ? evaluate_partners(reader, wanted, partner_weights(options), context.work)
                       : evaluate_prediction(reader, wanted, context.work);
    const auto definition = is_of_partners ? partner_evaluation_definition : evaluation_definition;
    auto scope = wanted.scope;
    scope.unit = Unit::Institution;
    scope.to_year = wanted.test_to;
    const auto note =
        about(project(network_of(reader), scope), context, {definition, found.measures.size()});
    ProcedureRows rows;
    for (const auto& [measure, area, precision] : found.measures)
        rows.push_back({measure, area, precision, static_cast<std::int64_t>(found.units),
                        static_cast<std::int64_t>(found.new_ties),
                        static_cast<std::int64_t>(found.pairs), definition, note});
    return answer_of(std::move(rows));
}

} // namespace

Procedure link_predict_procedure() {
    constexpr auto countries = Accepts::String | Accepts::List;
    return options_procedure(
        "collab.linkPredict",
        network_options(
            {{"country",
              countries,
              {},
              "One end: a country, a region or a list of them; any where it is not given"},
             {"against", countries, {}, "The other end, likewise"},
             {"abroad", Accepts::Boolean, true, "Only ties between two countries"},
             {"k", Accepts::Integer, 50, "At most so many, the likeliest first", {}, 1, 10'000}}),
        {{"a", Accepts::Node},
         {"b", Accepts::Node},
         {"left", Accepts::String},
         {"right", Accepts::String},
         {"leftCountry", Accepts::String},
         {"rightCountry", Accepts::String},
         {"meanRank", Accepts::Float},
         {"commonNeighbours", Accepts::Float},
         {"resourceAllocation", Accepts::Float},
         {"adamicAdar", Accepts::Float},
         {"katz", Accepts::Float},
         {"pageRank", Accepts::Float},
         {"pathSim", Accepts::Float},
         {"preferentialAttachment", Accepts::Float},
         {"about", Accepts::Map}},
        answer_predict, "Which units without a tie are likely to have one");
}

Procedure evaluate_procedure() {
    return options_procedure(
        "collab.evaluate",
        with_scope(
            {"events", "topic", "challenge", "maxUnits", "rollUp", "seed"},
            {{"trainTo", Accepts::Integer, {}, "The last year of what is known"},
             {"testFrom", Accepts::Integer, {}, "The first year of the ties that came"},
             {"testTo", Accepts::Integer, {}, "The last year of the ties that came"},
             {"what",
              Accepts::String,
              "ties",
              "Measures of ties among all units, or the score of partners among those whom it "
              "would propose on the challenge that a unit works on most",
              {"ties", "partners"}},
             {"weights", Accepts::Map, {}, "Other weights of parts of that score, by name"},
             {"k", Accepts::Integer, 10, "Precision among so many", {}, 1, 10'000},
             {"sample",
              Accepts::Integer,
              200,
              "So many random units with new ties",
              {},
              1,
              100'000},
             {"abroad", Accepts::Boolean, true, "Only ties between two countries"}}),
        {{"measure", Accepts::String},
         {"area", Accepts::Float},
         {"precision", Accepts::Float},
         {"units", Accepts::Integer},
         {"newTies", Accepts::Integer},
         {"pairs", Accepts::Integer},
         {"definition", Accepts::String},
         {"about", Accepts::Map}},
        answer_evaluate, "How well ties that came were foretold by what was known before");
}

} // namespace lintas::query
