#include "query_step.h"

#include "graph/error.h"
#include "graph/print.h"
#include "server/json/json_reader.h"

#include <algorithm>
#include <sstream>

namespace lintas::testing {

namespace {

using Lines = std::vector<std::string>;

std::string joined(const Lines& lines, std::string_view separator) {
    std::string text;
    for (const auto& line : lines) {
        if (&line != &lines.front()) text += separator;
        text += line;
    }
    return text;
}

Lines split(const std::string& text) {
    Lines lines;
    std::istringstream input{text};
    for (std::string line; std::getline(input, line);) lines.push_back(line);
    return lines;
}

std::string row_text(const std::vector<Value>& row, const Snapshot& graph) {
    Lines cells;
    for (const auto& value : row) cells.push_back(to_text(value, graph));
    return joined(cells, " | ");
}

Outcome run_query(query::Engine& engine, const Step& step) {
    constexpr auto longest = std::chrono::seconds{60};
    const auto parameters =
        step.parameters.empty() ? Map{} : server::read_json(step.parameters).map();
    query::Limits limits;
    limits.time = longest;
    limits.import_folder = LINTAS_SOURCES "/tests/datasets/import";
    const auto cursor = engine.run(step.query, parameters, limits);
    Outcome outcome{false, cursor->columns(), {}};
    for (std::vector<Value> row; cursor->next(row);)
        outcome.lines.push_back(row_text(row, cursor->graph()));
    return outcome;
}

// Rows in an order of their own where theirs does not count; the line of columns stays first.
Lines ordered(Lines lines, const Expectation& expectation) {
    if (expectation.error || !expectation.any_order || lines.empty()) return lines;
    std::sort(lines.begin() + (expectation.columns ? 1 : 0), lines.end());
    return lines;
}

Lines shown(const Step& step, const Outcome& outcome) {
    auto lines = outcome.lines;
    if (!outcome.failed && step.expectation.columns)
        lines.insert(lines.begin(), joined(outcome.columns, " | "));
    return lines;
}

} // namespace

Outcome run(query::Engine& engine, const Step& step) {
    try {
        return run_query(engine, step);
    } catch (const Error& error) {
        return {true, {}, split(query::render(error, step.query))};
    }
}

std::vector<std::string> answer_block(const Step& step, const Outcome& outcome) {
    auto expectation = step.expectation;
    if (expectation.error != outcome.failed) expectation = {.error = outcome.failed};
    auto lines = ordered(shown(step, outcome), expectation);
    lines.insert(lines.begin(), marker(expectation));
    return lines;
}

std::string actual(const Step& step, const Outcome& outcome) {
    return (outcome.failed ? "error\n" : "rows\n") +
           joined(ordered(shown(step, outcome), step.expectation), "\n");
}

std::string expected(const Step& step) {
    return (step.expectation.error ? "error\n" : "rows\n") +
           joined(ordered(step.answer, step.expectation), "\n");
}

} // namespace lintas::testing
