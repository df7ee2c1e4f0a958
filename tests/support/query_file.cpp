#include "query_file.h"

#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>

namespace lintas::testing {

namespace {

// The rest of a line that begins with `word`.
std::optional<std::string> after(const std::string& word, const std::string& line) {
    if (!line.starts_with(word)) return std::nullopt;
    return line.substr(word.size());
}

class Reader {
public:
    explicit Reader(const std::filesystem::path& path) : path_{path} {}

    QueryFile read() {
        std::ifstream input{path_};
        if (!input) fail("cannot be read");
        for (std::string line; std::getline(input, line);) {
            file_.lines.push_back(line);
            take(line);
        }
        end_step();
        return std::move(file_);
    }

private:
    enum class Part { Head, Query, Answer };

    void take(const std::string& line) {
        if (const auto name = after("== ", line)) {
            end_step();
            file_.cases.push_back({*name, file_.lines.size(), {}});
            begin_step();
        } else if (part_ == Part::Head) {
            take_head(line);
        } else if (line == "++") {
            end_step();
            begin_step();
        } else if (line.starts_with("----")) {
            begin_answer(line);
        } else if (part_ == Part::Answer) {
            step().answer.push_back(line);
        } else {
            take_query(line);
        }
    }

    void take_head(const std::string& line) {
        if (const auto dataset = after("dataset: ", line))
            file_.dataset = *dataset;
        else if (!line.empty() && !line.starts_with("#"))
            fail("has text before its first case: " + line);
    }

    void take_query(const std::string& line) {
        auto& query = step().query;
        if (const auto parameters = after("parameters: ", line); parameters && query.empty())
            step().parameters = *parameters;
        else if (!query.empty() || !line.empty())
            query += (query.empty() ? "" : "\n") + line;
    }

    void begin_step() {
        file_.cases.back().steps.emplace_back();
        part_ = Part::Query;
    }

    void begin_answer(const std::string& line) {
        if (part_ == Part::Answer) fail("has two answers to one query");
        step().expectation = parse_expectation(line);
        step().answer_begin = file_.lines.size() - 1;
        part_ = Part::Answer;
    }

    // Blank lines at the end of a query or an answer belong to neither.
    void end_step() {
        if (part_ == Part::Head) return;
        if (part_ == Part::Query) fail("has a query without an answer");
        auto& [parameters, query, expectation, answer, begin, end] = step();
        while (!answer.empty() && answer.back().empty()) answer.pop_back();
        while (query.ends_with('\n')) query.pop_back();
        end = begin + 1 + answer.size();
        if (query.empty()) fail("has an answer without a query");
    }

    Step& step() { return file_.cases.back().steps.back(); }

    [[noreturn]] void fail(const std::string& what) const {
        std::ostringstream message;
        message << path_.string() << ':' << file_.lines.size() << ": the file " << what;
        throw std::invalid_argument{message.str()};
    }

    std::filesystem::path path_;
    QueryFile file_;
    Part part_ = Part::Head;
};

} // namespace

QueryFile read_query_file(const std::filesystem::path& path) { return Reader{path}.read(); }

Expectation parse_expectation(const std::string& marker) {
    if (marker == "----") return {};
    if (marker == "---- error") return {.error = true};
    if (marker == "---- any order") return {.any_order = true};
    if (marker == "---- columns") return {.columns = true};
    if (marker == "---- columns, any order") return {.any_order = true, .columns = true};
    throw std::invalid_argument{"A line `" + marker + "` says nothing about an answer"};
}

std::string marker(const Expectation& expectation) {
    if (expectation.error) return "---- error";
    if (expectation.columns)
        return expectation.any_order ? "---- columns, any order" : "---- columns";
    return expectation.any_order ? "---- any order" : "----";
}

} // namespace lintas::testing
