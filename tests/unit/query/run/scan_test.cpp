#include "plan_building.h"

#include <catch2/catch.hpp>

namespace lintas::query {
namespace {

using namespace lintas::testing;

Rows scan(const Snapshot& graph, std::optional<std::string> label, List rows = {Value{0}}) {
    return run(plan(NodeScanStep{values(1, std::move(rows)), slot(0), std::move(label)}), graph,
               {1, 0});
}

} // namespace

TEST_CASE("A node scan gives every node, or those with a label, for each row", "[run][scan]") {
    const auto graph = graph_of(3, {}, {"A", "", "A"});
    CHECK(texts(scan(*graph, std::nullopt)) ==
          std::vector<std::string>{"0, (n:0)", "0, (n:1)", "0, (n:2)"});
    CHECK(texts(scan(*graph, "A", {Value{1}, Value{2}})) ==
          std::vector<std::string>{"1, (n:0)", "1, (n:2)", "2, (n:0)", "2, (n:2)"});
}

TEST_CASE("An unknown label has no nodes", "[run][scan]") {
    CHECK(scan(*graph_of(3, {}), "Unknown").empty());
    CHECK(scan(*empty_graph(), std::nullopt).empty());
}

TEST_CASE("A scan of more nodes than fit a batch misses none", "[run][scan]") {
    const auto graph = graph_of(5000, {});
    CHECK(scan(*graph, std::nullopt, {Value{1}, Value{2}, Value{3}}).size() == 15'000);
}

TEST_CASE("A relationship scan gives relationships with their ends, by type", "[run][scan]") {
    const auto graph = graph_of(2, {{0, 1, "T"}, {1, 0, "U"}, {1, 1, "T"}});
    const auto scan_of = [&](std::vector<std::string> types) {
        const RelationshipScanStep step{values(3, {Value{7}}), slot(0), slot(1), slot(2), types};
        return sorted_texts(run(plan(step), *graph, {0, 1, 2, 3}));
    };
    const std::string first = "[r:0], (n:0), (n:1), 7";
    const std::string second = "[r:1], (n:1), (n:0), 7";
    const std::string third = "[r:2], (n:1), (n:1), 7";
    CHECK(scan_of({}) == std::vector<std::string>{first, second, third});
    CHECK(scan_of({"T"}) == std::vector<std::string>{first, third});
    CHECK(scan_of({"U", "T", "T"}) == std::vector<std::string>{first, second, third});
    CHECK(scan_of({"Unknown"}).empty());
}

} // namespace lintas::query
