#include "graph/temporal_between.h"
#include "graph/temporal_build.h"
#include "graph/temporal_build_duration.h"
#include "graph/temporal_calendar.h"
#include "graph/temporal_fields.h"
#include "graph/temporal_truncate.h"
#include "query/functions/function.h"

#include <algorithm>
#include <chrono>

namespace lintas::query {

namespace {

ZonedDateTime realtime() {
    const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
    return from_epoch(0, std::chrono::duration_cast<std::chrono::nanoseconds>(since_epoch).count());
}

bool has_null(const Map& fields) {
    return std::ranges::any_of(fields, [](const auto& field) { return field.second.is_null(); });
}

// What a clock shows in a time zone, as the type that `from` builds.
template <auto from> Value clock_in(const ZonedDateTime& now, const Value& zone) {
    return from(convert(now, time_zone_for(zone)));
}

// Without an argument, and for {timezone: ...} alone, the clock of the statement.
template <auto from> Value build(Arguments arguments, CallContext& context) {
    if (arguments.empty()) return from(context.statement_time);
    const auto& value = arguments[0];
    if (!value.is(ValueType::Map)) return from(value);
    if (has_null(value.map())) return {};
    const auto* zone = find_field(value.map(), "timezone");
    if (zone && value.map().size() == 1) return clock_in<from>(context.statement_time, *zone);
    return from(value);
}

template <auto from> Value clock(const ZonedDateTime& now, Arguments arguments) {
    return arguments.empty() ? from(now) : clock_in<from>(now, arguments[0]);
}

template <auto from> Value realtime_clock(Arguments arguments, CallContext&) {
    return clock<from>(realtime(), arguments);
}

template <auto from> Value transaction_clock(Arguments arguments, CallContext& context) {
    return clock<from>(context.transaction_time, arguments);
}

template <auto from> Value statement_clock(Arguments arguments, CallContext& context) {
    return clock<from>(context.statement_time, arguments);
}

template <auto cut> Value truncate(Arguments arguments, CallContext& context) {
    const auto unit = truncation_unit_for(arguments[0].string());
    const auto value = arguments.size() > 1 ? arguments[1] : Value{context.statement_time};
    if (arguments.size() < 3) return cut(unit, value, Map{});
    if (has_null(arguments[2].map())) return {};
    return cut(unit, value, arguments[2].map());
}

Value date_time_from_epoch(Arguments arguments, CallContext&) {
    return from_epoch(arguments[0].integer(), arguments[1].integer());
}

Value date_time_from_epoch_milliseconds(Arguments arguments, CallContext&) {
    return from_epoch_milliseconds(arguments[0].integer());
}

Value build_duration(Arguments arguments, CallContext&) {
    const auto& value = arguments[0];
    if (value.is(ValueType::Map) && has_null(value.map())) return {};
    return duration_from(value);
}

template <auto measure> Value measure_between(Arguments arguments, CallContext&) {
    return measure(arguments[0], arguments[1]);
}

constexpr auto text_or_map = Accepts::String | Accepts::Map;
constexpr auto dated = Accepts::Date | Accepts::LocalDateTime | Accepts::ZonedDateTime;

constexpr FunctionParameters of_date = {{"value", text_or_map | dated, true}};
constexpr FunctionParameters of_time = {{"value", text_or_map | Accepts::Temporal, true}};
constexpr FunctionParameters of_zone = {{"timezone", Accepts::String, true}};
constexpr FunctionParameters of_cut = {
    {"unit", Accepts::String}, {"value", Accepts::Temporal, true}, {"fields", Accepts::Map, true}};
constexpr FunctionParameters of_two = {{"from", Accepts::Temporal}, {"to", Accepts::Temporal}};

constexpr auto realtime_summary = "What the clock shows at the moment of the call";
constexpr auto statement_summary = "What the clock showed when the statement began";
constexpr auto transaction_summary = "What the clock showed when the transaction began";
constexpr auto truncate_summary =
    "A value cut down to the start of a unit, then changed by components";

// A clock that moves while a query runs.
template <auto from> constexpr ScalarFunction realtime_row(std::string_view name, Accepts gives) {
    return {name, of_zone, gives, realtime_clock<from>, realtime_summary, false, false};
}

constexpr ScalarFunction temporal_table[] = {
    {"date", of_date, Accepts::Date, build<date_from>,
     "A date from text, components or another value; without an argument today's, in UTC"},
    realtime_row<date_from>("date.realtime", Accepts::Date),
    {"date.statement", of_zone, Accepts::Date, statement_clock<date_from>, statement_summary},
    {"date.transaction", of_zone, Accepts::Date, transaction_clock<date_from>, transaction_summary},
    {"date.truncate", of_cut, Accepts::Date, truncate<truncate_date>, truncate_summary},

    {"datetime", of_time, Accepts::ZonedDateTime, build<zoned_date_time_from>,
     "An instant with a time zone from text, components or another value; without an argument the "
     "statement's"},
    {"datetime.fromepoch",
     {{"seconds", Accepts::Integer}, {"nanoseconds", Accepts::Integer}},
     Accepts::ZonedDateTime,
     date_time_from_epoch,
     "The instant so many seconds and nanoseconds after 1970-01-01T00:00Z"},
    {"datetime.fromepochmillis",
     {{"milliseconds", Accepts::Integer}},
     Accepts::ZonedDateTime,
     date_time_from_epoch_milliseconds,
     "The instant so many milliseconds after 1970-01-01T00:00Z"},
    realtime_row<zoned_date_time_from>("datetime.realtime", Accepts::ZonedDateTime),
    {"datetime.statement", of_zone, Accepts::ZonedDateTime, statement_clock<zoned_date_time_from>,
     statement_summary},
    {"datetime.transaction", of_zone, Accepts::ZonedDateTime,
     transaction_clock<zoned_date_time_from>, transaction_summary},
    {"datetime.truncate", of_cut, Accepts::ZonedDateTime, truncate<truncate_zoned_date_time>,
     truncate_summary},

    {"duration",
     {{"value", text_or_map | Accepts::Duration}},
     Accepts::Duration,
     build_duration,
     "A duration from text or components"},
    {"duration.between", of_two, Accepts::Duration, measure_between<duration_between>,
     "The duration from one value to another in months, days and seconds"},
    {"duration.inDays", of_two, Accepts::Duration, measure_between<days_between>,
     "The whole days from one value to another"},
    {"duration.inMonths", of_two, Accepts::Duration, measure_between<months_between>,
     "The whole months from one value to another"},
    {"duration.inSeconds", of_two, Accepts::Duration, measure_between<seconds_between>,
     "The seconds from one value to another, with their fraction"},

    {"localdatetime", of_time, Accepts::LocalDateTime, build<local_date_time_from>,
     "A date and time without a time zone from text, components or another value; without an "
     "argument the statement's, in UTC"},
    realtime_row<local_date_time_from>("localdatetime.realtime", Accepts::LocalDateTime),
    {"localdatetime.statement", of_zone, Accepts::LocalDateTime,
     statement_clock<local_date_time_from>, statement_summary},
    {"localdatetime.transaction", of_zone, Accepts::LocalDateTime,
     transaction_clock<local_date_time_from>, transaction_summary},
    {"localdatetime.truncate", of_cut, Accepts::LocalDateTime, truncate<truncate_local_date_time>,
     truncate_summary},

    {"localtime", of_time, Accepts::LocalTime, build<local_time_from>,
     "A time of day without a time zone from text, components or another value; without an "
     "argument the statement's, in UTC"},
    realtime_row<local_time_from>("localtime.realtime", Accepts::LocalTime),
    {"localtime.statement", of_zone, Accepts::LocalTime, statement_clock<local_time_from>,
     statement_summary},
    {"localtime.transaction", of_zone, Accepts::LocalTime, transaction_clock<local_time_from>,
     transaction_summary},
    {"localtime.truncate", of_cut, Accepts::LocalTime, truncate<truncate_local_time>,
     truncate_summary},

    {"time", of_time, Accepts::ZonedTime, build<zoned_time_from>,
     "A time of day with an offset from text, components or another value; without an argument the "
     "statement's, in UTC"},
    realtime_row<zoned_time_from>("time.realtime", Accepts::ZonedTime),
    {"time.statement", of_zone, Accepts::ZonedTime, statement_clock<zoned_time_from>,
     statement_summary},
    {"time.transaction", of_zone, Accepts::ZonedTime, transaction_clock<zoned_time_from>,
     transaction_summary},
    {"time.truncate", of_cut, Accepts::ZonedTime, truncate<truncate_zoned_time>, truncate_summary},
};

} // namespace

std::span<const ScalarFunction> temporal_functions() { return temporal_table; }

} // namespace lintas::query
