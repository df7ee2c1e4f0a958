#include "function_cases.h"
#include "temporal_values.h"

using namespace lintas;
using namespace lintas::testing;

// The clocks of the calls: the transaction began at 2023-11-14T22:13:20Z, the statement
// 0.123456789 seconds later.

TEST_CASE("Temporal values are built from text, components and each other",
          "[functions][temporal]") {
    check_functions({
        {"date", {"2024-02-29"}, "'2024-02-29'"},
        {"date", {Map{{"year", 2024}, {"week", 9}}}, "'2024-02-26'"},
        {"date", {zoned_date_time("2024-02-29T23:00+07:00")}, "'2024-02-29'"},
        {"localtime", {"2359"}, "'23:59'"},
        {"time", {Map{{"hour", 12}, {"timezone", "+07:00"}}}, "'12:00+07:00'"},
        {"localdatetime", {"2024-02-29T12"}, "'2024-02-29T12:00'"},
        {"datetime",
         {Map{{"year", 2024}, {"timezone", "Asia/Bangkok"}}},
         "'2024-01-01T00:00+07:00[Asia/Bangkok]'"},
        {"DateTime", {date("2024-02-29")}, "'2024-02-29T00:00Z'"},
        {"duration", {"P1W"}, "'P7D'"},
        {"duration", {Map{{"days", 1.5}}}, "'P1DT12H'"},
        {"datetime.fromepoch", {1, 500'000'000}, "'1970-01-01T00:00:01.5Z'"},
        {"datetime.fromepochmillis", {-1}, "'1969-12-31T23:59:59.999Z'"},
    });
}

TEST_CASE("What makes no temporal value is refused", "[functions][temporal]") {
    check_functions({
        {"date", {5}, "TypeError InvalidArgumentValue"},
        {"date", {local_time("12:00")}, "TypeError InvalidArgumentValue"},
        {"date", {"29.2.2024"}, "ArgumentError InvalidArgumentValue"},
        {"date", {Map{{"day", 1}}}, "ArgumentError InvalidArgumentValue"},
        {"duration", {date("2024-02-29")}, "TypeError InvalidArgumentValue"},
        {"datetime.fromepoch", {1}, "SyntaxError InvalidNumberOfArguments"},
        {"datetime.fromepoch", {1.5, 0}, "TypeError InvalidArgumentValue"},
        {"duration.between", {1, 2}, "TypeError InvalidArgumentValue"},
        {"date.truncate", {"fortnight", date("2024-02-29")}, "ArgumentError InvalidArgumentValue"},
        {"date.statement", {"Asia/Atlantis"}, "ArgumentError InvalidArgumentValue"},
    });
}

TEST_CASE("Null makes null, as an argument and as a component", "[functions][temporal]") {
    const std::vector<FunctionCase> cases = {
        {"duration", {"P1D"}, "'P1D'"},
        {"datetime.fromepoch", {1, 1}, "'1970-01-01T00:00:01.000000001Z'"},
        {"datetime.fromepochmillis", {1}, "'1970-01-01T00:00:00.001Z'"},
        {"duration.between", {date("2024-01-01"), date("2024-01-02")}, "'P1D'"},
        {"date.truncate", {"year", date("2024-01-02"), Map{}}, "'2024-01-01'"},
    };
    check_functions(cases);
    check_null_in_null_out(cases);
    check_functions({
        {"date", {Value{}}, "null"},
        {"datetime.realtime", {Value{}}, "null"},
        {"date", {Map{{"year", 2024}, {"month", Value{}}}}, "null"},
        {"duration", {Map{{"days", Value{}}}}, "null"},
        {"date.truncate", {"year", date("2024-01-02"), Map{{"day", Value{}}}}, "null"},
    });
}

TEST_CASE("Durations are measured in one unit or in all", "[functions][temporal]") {
    const List both = {local_date_time("2024-01-31T12:00"), date("2024-03-02")};
    check_functions({
        {"duration.between", both, "'P1M1DT12H'"},
        {"duration.inMonths", both, "'P1M'"},
        {"duration.inDays", both, "'P30D'"},
        {"duration.inSeconds", both, "'PT732H'"},
    });
}

TEST_CASE("Values are cut down to a unit", "[functions][temporal]") {
    const Value moment = zoned_date_time("2031-08-17T15:42:37[Asia/Bangkok]");
    check_functions({
        {"date.truncate", {"month", moment}, "'2031-08-01'"},
        {"localtime.truncate", {"hour", moment}, "'15:00'"},
        {"time.truncate", {"hour", moment, Map{{"timezone", "Z"}}}, "'15:00Z'"},
        {"localdatetime.truncate", {"month", moment, Map{{"day", 2}}}, "'2031-08-02T00:00'"},
        {"datetime.truncate", {"day", moment}, "'2031-08-17T00:00+07:00[Asia/Bangkok]'"},
        {"datetime.truncate", {"hour"}, "'2023-11-14T22:00Z'"},
    });
}

TEST_CASE("The clocks of the statement and the transaction stand still", "[functions][temporal]") {
    check_functions({
        {"datetime", {}, "'2023-11-14T22:13:20.123456789Z'"},
        {"date", {}, "'2023-11-14'"},
        {"localtime", {}, "'22:13:20.123456789'"},
        {"time", {Map{{"timezone", "Asia/Bangkok"}}}, "'05:13:20.123456789+07:00'"},
        {"date", {Map{{"timezone", "Asia/Bangkok"}}}, "'2023-11-15'"},
        {"datetime.statement", {}, "'2023-11-14T22:13:20.123456789Z'"},
        {"datetime.transaction", {}, "'2023-11-14T22:13:20Z'"},
        {"localdatetime.transaction", {"+01:00"}, "'2023-11-14T23:13:20'"},
        {"date.statement", {"Asia/Bangkok"}, "'2023-11-15'"},
        {"time.transaction", {"-00:13:20"}, "'22:00-00:13:20'"},
        {"localtime.statement", {"-22:13"}, "ArgumentError InvalidArgumentValue"},
    });
}

TEST_CASE("The realtime clock goes forward", "[functions][temporal]") {
    Calls calls;
    const auto first = calls.call("datetime.realtime", {}).as<ZonedDateTime>();
    const auto second = calls.call("datetime.realtime", {"Asia/Bangkok"}).as<ZonedDateTime>();
    CHECK(first.seconds > 1'700'000'000);
    CHECK(second.seconds >= first.seconds);
    CHECK(second.offset == 25'200);
    CHECK_FALSE(query::find_function("datetime.realtime")->deterministic);
    CHECK(query::find_function("datetime.statement")->deterministic);
}
