// Values as the cells of the report's tables.
//
// Invariant: a cell without a value says so in words, and words with a meaning of their own
// (verdicts, lights) come from the catalogue.
#pragma once

#include "graph/value.h"
#include "server/report/texts.h"

#include <string>
#include <string_view>

namespace lintas::report {

struct Cell {
    std::string text;
    bool is_number = false;
};

Cell cell(std::string_view column, const Value& value, const Texts& texts);

// 1204331 as "1,204,331".
std::string grouped(std::int64_t number);
// 0.1234 as "12 %".
std::string percent(double share);
// "0.25", "1.4", "3,210", "< 0.001".
std::string decimal(double number);

} // namespace lintas::report
