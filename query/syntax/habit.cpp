#include "query/syntax/habit.h"

#include "query/syntax/upper_case.h"

#include <array>

namespace lintas::query::syntax {

namespace {

// An empty neighbor stands for any.
struct Habit {
    std::string_view before;
    std::string_view found;
    std::string_view next;
    std::string_view advice;
};

constexpr auto habits = std::to_array<Habit>({
    {"", "!", "=", ""}, // the parser says it
    {"", "!", "", "`NOT` negates"},
    {"", "&", "&", "`AND` joins conditions"},
    {"*", "*", "", "`^` raises to a power"},
    {"=", "=", "", "`=` compares, not `==`"},
    {"-", ">", "", "a relationship is drawn as `-->` or `-[:TYPE]->`"},
    {"", ",", ":", "several types or labels are joined as in `:A|B`"},
    {"", "LIKE", "", "`CONTAINS`, `STARTS WITH`, `ENDS WITH` and `=~` look into texts"},
    {"", "BETWEEN", "", "`a <= x <= b` tests a range"},
    {"", "?", "", "`CASE WHEN condition THEN value ELSE other END` chooses"},
    {"", "$", "", "a parameter is written as `$name`"},
    {"", "SELECT", "", "`MATCH` finds and `RETURN` says what comes back"},
    {"", "UPDATE", "", "`MATCH` finds and `SET` changes"},
    {"", "GROUP", "BY", "what is projected beside aggregates groups by itself"},
    {"", "HAVING", "", "`WITH` aggregates and its `WHERE` tests the groups"},
    {"", "JOIN", "", "a pattern such as `(a)-[:TYPE]->(b)` joins"},
    {"", "WHERE", "", "`WHERE` follows a pattern, `WITH`, `YIELD` or `x IN list`"},
    {"", "ORDER", "BY", "`ORDER BY` comes before `SKIP` and `LIMIT`"},
    {"", "SKIP", "", "`SKIP` comes before `LIMIT`"},
});

bool fits(std::string_view wanted, std::string_view written) {
    return wanted.empty() || wanted == written;
}

} // namespace

std::string_view advice(std::string_view before, std::string_view found, std::string_view next) {
    const auto upper_found = upper_case(found);
    const auto upper_next = upper_case(next);
    for (const auto& habit : habits)
        if (habit.found == upper_found && fits(habit.before, before) &&
            fits(habit.next, upper_next))
            return habit.advice;
    return {};
}

} // namespace lintas::query::syntax
