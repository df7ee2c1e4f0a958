// Reads a .test file: named cases, each one or more queries with what they must answer.
//
//   # What this file covers.         Free text before the first case.
//   dataset: network                 tests/datasets/network, loaded afresh for every case; without
//                                    it the store is empty.
//
//   == a name is looked up
//   parameters: {"name": "Ada"}      JSON, optional, for the query that follows.
//   MATCH (n {name: $name}) RETURN n.name AS name
//   ---- columns                     Or `----`, `---- any order`, `---- columns, any order`,
//   name                             `---- error`. With `columns` the first line names them.
//   'Ada'                            One row a line, values joined by ` | `; or the error as
//   ++                               people see it. `++`: a further query on the same store.
//   RETURN 1
//   ----
//   1
//
// Invariant: of a Step, lines [answer_begin, answer_end) of the file are its answer and the marker
// above it, so that an answer can be rewritten in place.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace lintas::testing {

struct Expectation {
    bool error = false;
    bool any_order = false;
    bool columns = false;
};

struct Step {
    std::string parameters; // JSON text, empty when there are none
    std::string query;
    Expectation expectation;
    std::vector<std::string> answer;
    std::size_t answer_begin = 0;
    std::size_t answer_end = 0;
};

struct Case {
    std::string name;
    std::size_t line = 0; // of `== name`, counted from 1
    std::vector<Step> steps;
};

struct QueryFile {
    std::string dataset;
    std::vector<Case> cases;
    std::vector<std::string> lines; // of the whole file
};

// Throws std::invalid_argument, with the line, where the file is not as above.
QueryFile read_query_file(const std::filesystem::path& path);

// What a marker line says, and back.
Expectation parse_expectation(const std::string& marker);
std::string marker(const Expectation& expectation);

} // namespace lintas::testing
