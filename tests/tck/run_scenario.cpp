#include "tck/run_scenario.h"

#include "graph/error.h"
#include "query/engine.h"
#include "query/procedures/table_procedure.h"
#include "tck/canonical_text.h"
#include "tck/graph_state.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace lintas::tck {

namespace {

struct Failure {
    std::string text;
};

struct Answer {
    std::vector<std::string> columns;
    std::vector<std::vector<Value>> rows;
    std::shared_ptr<query::Cursor> cursor; // the rows' graph
};

class Run {
public:
    explicit Run(const Surroundings& surroundings)
        : surroundings_{surroundings}, store_{surroundings.make_store()}, engine_{*store_} {}

    void step(const Step& step, const Step* next);

private:
    bool begin(const Step& step);
    bool compare(const Step& step, const Step* next);
    void load_graph(const std::string& name);
    Answer execute(const std::string& text);
    void set_up(const std::string& text);
    void take_parameters(const Table& table);
    void add_procedure(const Step& step);
    void run_query(const std::string& text);
    void compare_rows(const Table& table, bool ordered, Lists lists);
    void compare_error(const std::string& text, const Step* next);
    void compare_effects(const std::map<std::string, std::uint64_t>& expected);
    const Answer& answer() const;

    const Surroundings& surroundings_;
    std::unique_ptr<Store> store_;
    query::Engine engine_;
    Map parameters_;
    GraphState before_;
    std::optional<Answer> answer_;
    std::optional<Error> error_;
};

Answer Run::execute(const std::string& text) {
    query::Limits limits;
    limits.time = std::chrono::seconds{20};
    Answer answer;
    answer.cursor = engine_.run(text, parameters_, limits);
    answer.columns = answer.cursor->columns();
    for (std::vector<Value> row; answer.cursor->next(row);) answer.rows.push_back(row);
    return answer;
}

void Run::set_up(const std::string& text) {
    try {
        execute(text);
    } catch (const Error& error) {
        throw Failure{"setup: " + query::render(error, text)};
    }
}

void Run::load_graph(const std::string& name) {
    std::ifstream input{surroundings_.graphs / name / (name + ".cypher")};
    std::ostringstream text;
    text << input.rdbuf();
    if (text.str().empty()) throw Failure{"harness: no graph " + name};
    set_up(text.str());
}

void Run::take_parameters(const Table& table) {
    for (const auto& row : table) {
        const auto value = execute("RETURN " + row.at(1) + " AS value");
        parameters_.insert_or_assign(row.at(0), value.rows.at(0).at(0));
    }
}

void Run::add_procedure(const Step& step) {
    const auto signature = step.text.substr(std::string{"there exists a procedure "}.size());
    query::ProcedureRows rows;
    for (std::size_t i = 1; i < step.table->size(); ++i) {
        auto& row = rows.emplace_back();
        for (const auto& cell : (*step.table)[i])
            row.push_back(execute("RETURN " + cell + " AS value").rows.at(0).at(0));
    }
    engine_.add_procedure(
        query::table_procedure(signature.substr(0, signature.rfind(':')), std::move(rows)));
}

void Run::run_query(const std::string& text) {
    answer_.reset();
    error_.reset();
    try {
        answer_ = execute(text);
    } catch (const Error& error) {
        error_ = error;
    }
}

bool Run::begin(const Step& step) {
    const auto& text = step.text;
    if (text == "an empty graph") return true;
    if (text == "any graph") {
        if (!surroundings_.any_graph.empty()) load_graph(surroundings_.any_graph);
    } else if (text.starts_with("the ") && text.ends_with(" graph")) {
        load_graph(text.substr(4, text.size() - 10));
    } else if (text == "having executed:") {
        set_up(*step.document);
    } else if (text == "parameters are:") {
        take_parameters(*step.table);
    } else if (text.starts_with("there exists a procedure ")) {
        add_procedure(step);
    } else if (text == "executing query:") {
        before_ = state_of(*store_->snapshot());
        run_query(*step.document);
    } else if (text == "executing control query:") {
        run_query(*step.document);
    } else {
        return false;
    }
    return true;
}

const Answer& Run::answer() const {
    if (error_)
        throw Failure{std::string{error_->code() == ErrorCode::Internal ? "fault: " : "error: "} +
                      std::string{name(error_->code())} + ": " + error_->what()};
    return *answer_;
}

std::string row_text(const std::vector<std::string>& cells) {
    std::string text = "|";
    for (const auto& cell : cells) text += " " + cell + " |";
    return text;
}

void Run::compare_rows(const Table& table, bool ordered, Lists lists) {
    const auto& found = answer();
    if (found.columns != table.at(0))
        throw Failure{"columns: " + row_text(found.columns) + " instead of " + row_text(table[0])};
    std::vector<std::string> expected_rows;
    std::vector<std::string> rows;
    for (std::size_t i = 1; i < table.size(); ++i) {
        std::vector<std::string> cells;
        for (const auto& cell : table[i]) cells.push_back(canonical(cell, lists));
        expected_rows.push_back(row_text(cells));
    }
    for (const auto& row : found.rows) {
        std::vector<std::string> cells;
        for (const auto& value : row)
            cells.push_back(canonical(value, found.cursor->graph(), lists));
        rows.push_back(row_text(cells));
    }
    if (!ordered) {
        std::ranges::sort(rows);
        std::ranges::sort(expected_rows);
    }
    if (rows == expected_rows) return;
    std::string text = "rows:";
    for (const auto& row : rows) text += "\n      found    " + row;
    for (const auto& row : expected_rows) text += "\n      expected " + row;
    throw Failure{text};
}

bool matches(std::string_view found, std::string_view expected, std::string_view any) {
    return expected == any || found == expected;
}

void Run::compare_error(const std::string& text, const Step* next) {
    const auto raised = text.find(" should be raised at ");
    const auto colon = text.find(": ", raised);
    const auto type = text.substr(text.find(' ') + 1, raised - text.find(' ') - 1);
    const auto phase = text.substr(raised + 21, colon - raised - 21);
    const auto detail = text.substr(colon + 2);
    if (!error_) throw Failure{"no error: expected " + text};
    const auto found_phase = error_->at_compile_time() ? "compile time" : "runtime";
    if (!matches(name(error_->code()), type, "Error") || !matches(found_phase, phase, "any time") ||
        !matches(name(error_->detail()), detail, "*"))
        throw Failure{"other error: " + std::string{name(error_->code())} + " at " + found_phase +
                      ": " + std::string{name(error_->detail())} + " (" + error_->what() +
                      "), expected " + text};
    const auto effects_follow =
        next != nullptr && next->text.find("side effects") != std::string::npos;
    if (!effects_follow) compare_effects({});
}

void Run::compare_effects(const std::map<std::string, std::uint64_t>& expected) {
    const auto found = side_effects(before_, state_of(*store_->snapshot()));
    if (found == expected) return;
    std::string text = "effects: found";
    for (const auto& [what, count] : found) text += " " + what + " " + std::to_string(count);
    text += "; expected";
    for (const auto& [what, count] : expected) text += " " + what + " " + std::to_string(count);
    throw Failure{text};
}

bool Run::compare(const Step& step, const Step* next) {
    const auto& text = step.text;
    if (text == "the result should be, in any order:") {
        compare_rows(*step.table, false, Lists::Ordered);
    } else if (text == "the result should be, in order:") {
        compare_rows(*step.table, true, Lists::Ordered);
    } else if (text == "the result should be (ignoring element order for lists):") {
        compare_rows(*step.table, false, Lists::AnyOrder);
    } else if (text == "the result should be, in order (ignoring element order for lists):") {
        compare_rows(*step.table, true, Lists::AnyOrder);
    } else if (text == "the result should be empty") {
        if (!answer().columns.empty() || !answer().rows.empty())
            throw Failure{"rows: expected neither columns nor rows"};
    } else if (text == "the side effects should be:") {
        std::map<std::string, std::uint64_t> expected;
        for (const auto& row : *step.table)
            if (const auto count = std::stoull(row.at(1))) expected[row.at(0)] = count;
        compare_effects(expected);
    } else if (text == "no side effects") {
        compare_effects({});
    } else if (text.find(" should be raised at ") != std::string::npos) {
        compare_error(text, next);
    } else {
        return false;
    }
    return true;
}

void Run::step(const Step& step, const Step* next) {
    if (begin(step) || compare(step, next)) return;
    throw Failure{"harness: unknown step: " + step.text};
}

} // namespace

std::optional<std::string> run_scenario(const Scenario& scenario,
                                        const Surroundings& surroundings) {
    try {
        Run run{surroundings};
        for (std::size_t i = 0; i < scenario.steps.size(); ++i)
            run.step(scenario.steps[i],
                     i + 1 < scenario.steps.size() ? &scenario.steps[i + 1] : nullptr);
        return {};
    } catch (const Failure& failure) {
        return failure.text;
    } catch (const std::exception& error) {
        return std::string{"harness: "} + error.what();
    }
}

} // namespace lintas::tck
