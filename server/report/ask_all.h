// Asks the queries of a report on all cores.
//
// Invariant: the answers do not depend on how many threads there are, nor on their order; of
// several queries that fail, the first is the one that is told of.
#pragma once

#include "query/engine.h"
#include "server/report/result_table.h"

#include <functional>
#include <string_view>
#include <vector>

namespace lintas::report {

struct Question {
    std::string_view figure;
    std::string_view query;
    Map parameters;
};

// Told before each question, and again before the error of one is thrown; by one thread at a time.
using Asking = std::function<void(const Question&)>;

// In the order of the questions.
std::vector<ResultTable> ask_all(query::Engine& engine, const std::vector<Question>& questions,
                                 const Asking& asking);

} // namespace lintas::report
