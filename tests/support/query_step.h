// Runs a step of a .test file and compares what came with what is expected.
//
// Invariant: an answer is printed in one way only, so that equal answers are equal text.
#pragma once

#include "query/engine.h"
#include "query_file.h"

#include <string>
#include <vector>

namespace lintas::testing {

struct Outcome {
    bool failed = false;              // the query gave an error
    std::vector<std::string> columns; // as the first line of the answer would name them
    std::vector<std::string> lines;   // rows, or the error as people see it
};

Outcome run(query::Engine& engine, const Step& step);

// The answer block that would make the step pass, its marker line first.
std::vector<std::string> answer_block(const Step& step, const Outcome& outcome);

// As text to compare: the outcome, and what the step expects.
std::string actual(const Step& step, const Outcome& outcome);
std::string expected(const Step& step);

} // namespace lintas::testing
