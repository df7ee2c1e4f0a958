// collab.matrix: ties against expectation.
#include "graph/collaboration/counted.h"
#include "graph/collaboration/evidence.h"
#include "graph/collaboration/indicators.h"
#include "graph/collaboration/matrix.h"
#include "query/procedures/collaboration_procedures.h"
#include "query/procedures/collaboration_scope.h"

namespace lintas::query {

namespace {

using namespace collaboration;

constexpr std::string_view matrix_definition =
    "Joint events of two units, against the number expected from their sizes; ratio is observed "
    "over expected, pLow the probability of so few or fewer, q its false discovery rate over the "
    "cells";

NullModel null_named(const std::string& name) {
    if (name == "configuration") return NullModel::Configuration;
    return name == "gravity" ? NullModel::Gravity : NullModel::Hypergeometric;
}

class MatrixRows {
public:
    MatrixRows(const Options& options, ProcedureContext& context)
        : reader_{reader_in(options, context)}, counted_{counted(
                                                    reader_, projection_options(options, context))},
          projection_{counted_->projection}, counts_{counted_->counts}, names_{known_as(
                                                                            reader_,
                                                                            projection_.units)} {
        const auto& network = *projection_.network;
        const Expectation expectation{null_named(options.string("expect")), projection_, counts_,
                                      context.work};
        const auto day = day_of_membership(projection_.options);
        MatrixOptions wanted{units_in(projection_, countries_meant(options, "rows", network, day)),
                             units_in(projection_, countries_meant(options, "cols", network, day)),
                             null_named(options.string("expect")), gates(options),
                             least_expected(options)};
        cells_ = matrix(projection_, counts_, read_coverage(reader_, network), expectation, wanted,
                        context.work);
        find_evidence(static_cast<std::size_t>(options.integer("evidence")));
        Map more{{"expect", options.value("expect")}};
        Map coefficients;
        for (const auto& [name, value] : expectation.coefficients()) coefficients[name] = value;
        if (!coefficients.empty()) more["coefficients"] = Value{std::move(coefficients)};
        about_ =
            about(projection_, context, {matrix_definition, cells_.size(), false, std::move(more)});
    }

    ProcedureRows rows() {
        ProcedureRows rows;
        for (std::size_t at = 0; at < cells_.size(); ++at) rows.push_back(row(at));
        return rows;
    }

private:
    // Of institutions and people nearly all cells are empty.
    double least_expected(const Options& options) const {
        if (options.has("leaveOutBelow")) return options.number("leaveOutBelow");
        return projection_.options.unit == Unit::Country ? 0 : 1;
    }

    void find_evidence(std::size_t most) {
        std::vector<UnitPair> pairs;
        for (const auto& cell : cells_) pairs.emplace_back(cell.pair.left, cell.pair.right);
        const auto events = events_of_pairs(projection_, pairs, most);
        for (const auto& of_cell : events)
            evidence_.push_back(event_ids(reader_, *projection_.network, of_cell));
    }

    std::vector<Value> row(std::size_t at) const {
        const auto& cell = cells_[at];
        const auto is_fractional = projection_.options.counting == Counting::Fractional;
        const auto observed =
            is_fractional ? cell.pair.by_partner : static_cast<double>(cell.pair.joint);
        const auto ratio =
            cell.expected.value > 0 ? std::optional{observed / cell.expected.value} : std::nullopt;
        std::vector<Value> values{
            names_[cell.row],
            names_[cell.column],
            projection_.units[cell.row],
            projection_.units[cell.column],
            is_fractional ? Value{observed} : Value{std::int64_t{cell.pair.joint}},
            cell.expected.value,
            optional_value(ratio),
            shrunk_ratio(observed, cell.expected.value),
            cell.expected.tails.low,
            cell.expected.tails.high,
            cell.q,
            name(cell.judged.verdict),
            cell.judged.reason,
            static_cast<std::int64_t>(counts_.unit_events[cell.row]),
            static_cast<std::int64_t>(counts_.unit_events[cell.column]),
            static_cast<std::int64_t>(counts_.events),
            cell.pair.by_partner,
            cell.pair.by_event,
        };
        add_indicators(cell, values);
        values.push_back(optional_value(cell.coverage));
        values.push_back(evidence_[at]);
        values.push_back(about_);
        return values;
    }

    void add_indicators(const MatrixCell& cell, std::vector<Value>& values) const {
        const auto left = static_cast<double>(counts_.unit_events[cell.row]);
        const auto right = static_cast<double>(counts_.unit_events[cell.column]);
        const auto all = static_cast<double>(counts_.events);
        const TieCounts there{static_cast<double>(cell.pair.joint), left, right, all};
        const TieCounts back{there.joint, right, left, all};
        const StrengthCounts strengths{there.joint, counts_.strengths[cell.row],
                                       counts_.strengths[cell.column], counts_.total};
        const auto affinity = probabilistic_affinity(strengths);
        const auto random = expectation_without_self_pairs(strengths);
        values.push_back(optional_value(salton(there)));
        values.push_back(optional_value(jaccard(there)));
        values.push_back(optional_value(association_strength(there)));
        values.push_back(optional_value(affinity));
        values.push_back(affinity ? Value{affinity_index(*affinity)} : Value{});
        values.push_back(random && *random > 0 ? Value{there.joint / *random} : Value{});
        values.push_back(optional_value(relative_intensity(there)));
        values.push_back(optional_value(relative_intensity(back)));
    }

    Reader reader_;
    CountedPointer counted_;
    const Projection& projection_;
    const Counts& counts_;
    std::vector<std::string> names_;
    std::vector<MatrixCell> cells_;
    std::vector<Value> evidence_;
    Value about_;
};

ProcedureAnswerPointer matrix_answer(const Options& options, ProcedureContext& context) {
    return answer_of(MatrixRows{options, context}.rows());
}

} // namespace

Procedure matrix_procedure() {
    constexpr auto countries = Accepts::String | Accepts::List;
    return options_procedure(
        "collab.matrix",
        with_scope({"events", "unit", "topic", "challenge", "fromYear", "toYear", "counting",
                    "universe", "maxUnits", "rollUp", "minCoverage", "minExpected", "maxP", "maxQ",
                    "evidence"},
                   {{"rows",
                     countries,
                     {},
                     "A region, a country's code or a list of those; all where it is not given"},
                    {"cols", countries, {}, "The same for the columns"},
                    {"expect",
                     Accepts::String,
                     "hypergeometric",
                     "What joint events are compared with: sizes alone, random ends that are never "
                     "of the same unit, or sizes and distance",
                     {"hypergeometric", "configuration", "gravity"}},
                    {"leaveOutBelow",
                     Accepts::Float,
                     {},
                     "Cells without a joint event and with fewer expected are left out; 0 for "
                     "countries, otherwise 1",
                     {},
                     0}}),
        {{"row", Accepts::String},
         {"col", Accepts::String},
         {"rowNode", Accepts::Node},
         {"colNode", Accepts::Node},
         {"observed", Accepts::Number},
         {"expected", Accepts::Float},
         {"ratio", Accepts::Float},
         {"shrunk", Accepts::Float},
         {"pLow", Accepts::Float},
         {"pHigh", Accepts::Float},
         {"q", Accepts::Float},
         {"verdict", Accepts::String},
         {"reason", Accepts::String},
         {"rowEvents", Accepts::Integer},
         {"colEvents", Accepts::Integer},
         {"events", Accepts::Integer},
         {"fractional", Accepts::Float},
         {"fractionalEvent", Accepts::Float},
         {"salton", Accepts::Float},
         {"jaccard", Accepts::Float},
         {"association", Accepts::Float},
         {"affinity", Accepts::Float},
         {"affinityIndex", Accepts::Float},
         {"configuration", Accepts::Float},
         {"intensity", Accepts::Float},
         {"intensityBack", Accepts::Float},
         {"coverage", Accepts::Float},
         {"evidence", Accepts::List},
         {"about", Accepts::Map}},
        matrix_answer, "What each two units did together, against expectation, with a verdict");
}

} // namespace lintas::query
