#include "graph/memory_store.h"
#include "query/engine.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace lintas;

namespace {

void run_to_the_end(const std::string& text, std::uint64_t bytes) {
    const auto store = make_memory_store();
    query::Engine engine{*store};
    query::Limits limits;
    limits.memory_bytes = bytes;
    const auto cursor = engine.run(text, {}, limits);
    for (std::vector<Value> row; cursor->next(row);) {
    }
}

} // namespace

TEST_CASE("A query that needs more memory than its budget ends with an error", "[memory]") {
    const auto* const text = GENERATE(
        "RETURN size(range(1, 49000000)) AS size",
        "UNWIND range(1, 2000) AS x RETURN range(x, 100000) AS list",
        "RETURN reduce(text = 'a', x IN range(1, 27) | text + text) AS text",
        "RETURN reduce(list = [1], x IN range(1, 25) | list + list) AS list",
        "UNWIND range(1, 10000000) AS x RETURN collect(x) AS list",
        "UNWIND range(1, 10000000) AS x WITH x ORDER BY -x RETURN x",
        "UNWIND range(1, 3000000) AS x WITH DISTINCT toString(x) AS text RETURN count(text)",
        "UNWIND range(1, 3000000) AS x RETURN toString(x) AS text, count(*) AS count",
        "RETURN [x IN range(1, 1000000) | [y IN range(1, 20) | y]] AS lists",
        "UNWIND range(1, 2000) AS x RETURN {a: range(x, 10000), b: [x, range(x, 10000)]} AS map",
        "UNWIND range(1, 2000) AS x "
        "RETURN split(reduce(s = x + ',', y IN range(1, 12) | s + s), ',') AS parts");
    CAPTURE(text);
    constexpr std::uint64_t budget = std::uint64_t{48} << 20;
    try {
        run_to_the_end(text, budget);
        FAIL("ran within its budget");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::Limit);
        CHECK(std::string{error.what()}.find("memory") != std::string::npos);
    }
}

TEST_CASE("A query within its budget runs", "[memory]") {
    CHECK_NOTHROW(run_to_the_end("UNWIND range(1, 1000000) AS x RETURN sum(x)", 48 << 20));
    CHECK_NOTHROW(
        run_to_the_end("UNWIND range(1, 1000) AS x RETURN range(1, 10000)[x]", 512 << 20));
}
