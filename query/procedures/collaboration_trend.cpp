// collab.trend: how a region's or a country's work develops.
#include "graph/collaboration/trend.h"

#include "graph/collaboration/counted.h"
#include "graph/error.h"
#include "query/procedures/collaboration_procedures.h"
#include "query/procedures/collaboration_scope.h"

namespace lintas::query {

namespace {

using namespace collaboration;

constexpr std::string_view trend_definition =
    "Events in which the region or country takes part, by who else does; an event may count in "
    "several series; share is of all its events with the interval of 95 %, growth over the window "
    "before, cagr since the first window";

Value growth_end(double number, bool has_window_before) {
    return has_window_before ? finite_value(number) : Value{};
}

std::vector<Value> row_of(const TrendPoint& point, bool has_before, const Value& note) {
    const auto share = [](std::uint64_t part, std::uint64_t whole) {
        return whole == 0 ? Value{} : Value{static_cast<double>(part) / static_cast<double>(whole)};
    };
    return {point.series,
            std::int64_t{point.from_year},
            std::int64_t{point.to_year},
            static_cast<std::int64_t>(point.observed),
            point.fractional,
            static_cast<std::int64_t>(point.total),
            share(point.observed, point.total),
            point.share.low,
            point.share.high,
            share(point.leading, point.observed),
            optional_value(point.growth),
            growth_end(point.growth_interval.low, has_before),
            growth_end(point.growth_interval.high, has_before),
            optional_value(point.yearly_growth),
            note};
}

ProcedureAnswerPointer trend_answer(const Options& options, ProcedureContext& context) {
    const auto shared = counted(reader_in(options, context), projection_options(options, context));
    const auto& projection = shared->projection;
    const auto& countries = projection.network->countries;
    TrendOptions wanted{options.string("region"),
                        {},
                        options.string("against"),
                        static_cast<std::int32_t>(options.integer("window"))};
    for (const auto name : {"region", "against"})
        if (!countries.is_region(options.string(name)))
            options.refuse(name, "needs a region of the graph");
    if (options.has("country")) {
        wanted.home = countries.find(options.string("country"));
        if (*wanted.home == no_country) options.refuse("country", "needs a country's iso2 code");
    }
    const auto points = trend(projection, wanted);
    const auto note = about(projection, context, {trend_definition, points.size()});
    ProcedureRows rows;
    for (std::size_t at = 0; at < points.size(); ++at)
        rows.push_back(
            row_of(points[at], at > 0 && points[at - 1].series == points[at].series, note));
    return answer_of(std::move(rows));
}

} // namespace

Procedure trend_procedure() {
    return options_procedure(
        "collab.trend",
        with_scope(
            {"events", "topic", "challenge", "fromYear", "toYear", "universe", "maxUnits"},
            {{"region", Accepts::String, "ASEAN", "The region whose work it is"},
             {"against", Accepts::String, "EU", "The other region"},
             {"country",
              Accepts::String,
              {},
              "A country in place of the region: what it does at home, with the region, with the "
              "other region, with others"},
             {"window", Accepts::Integer, 1, "So many years are counted together", {}, 1, 50}}),
        {{"series", Accepts::String},
         {"fromYear", Accepts::Integer},
         {"toYear", Accepts::Integer},
         {"observed", Accepts::Integer},
         {"fractional", Accepts::Float},
         {"total", Accepts::Integer},
         {"share", Accepts::Float},
         {"low", Accepts::Float},
         {"high", Accepts::Float},
         {"leadShare", Accepts::Float},
         {"growth", Accepts::Float},
         {"growthLow", Accepts::Float},
         {"growthHigh", Accepts::Float},
         {"cagr", Accepts::Float},
         {"about", Accepts::Map}},
        trend_answer,
        "How work at home, within the region, with another region and with others develops");
}

} // namespace lintas::query
