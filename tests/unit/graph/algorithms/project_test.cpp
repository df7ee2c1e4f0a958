#include "graph/algorithms/project.h"

#include "graph/algorithms/random.h"
#include "graph/error.h"
#include "graph/memory_store.h"
#include "random_seed.h"

#include <catch2/catch.hpp>

#include <map>
#include <memory>

namespace lintas::algorithms {
namespace {

const Unlimited unlimited;
const Workers workers{unlimited, 2};

// A graph that a test writes by itself.
struct Written {
    std::unique_ptr<Store> store = make_memory_store();
    std::unique_ptr<Transaction> graph = store->begin();

    NodeId node(std::string_view label) {
        const auto id = graph->label(label);
        return graph->create_node({&id, 1});
    }
    RelationshipId relate(NodeId from, std::string_view type, NodeId to, const Value& weight = {}) {
        const auto made = graph->create_relationship(from, graph->type(type), to);
        if (!weight.is_null()) graph->set_property(made, graph->key("weight"), weight);
        return made;
    }
    Projection projection(TieDirection direction) {
        Projection made;
        made.direction = direction;
        return made;
    }
    ProjectedGraph project(const Projection& projection) {
        return algorithms::project(*graph, projection, workers);
    }
};

std::vector<std::vector<Vertex>> rows_of(const Adjacency& rows, Vertex size) {
    std::vector<std::vector<Vertex>> found;
    for (Vertex v = 0; v < size; ++v) found.emplace_back(rows.row(v).begin(), rows.row(v).end());
    return found;
}

using Rows = std::vector<std::vector<Vertex>>;

} // namespace

TEST_CASE("A projection has the nodes of its labels and the relationships of its types",
          "[projection]") {
    Written written;
    const auto other = written.node("Other");
    const auto a = written.node("Wanted");
    const auto b = written.node("Wanted");
    const auto c = written.node("Also");
    written.relate(a, "IN", b);
    written.relate(b, "IN", c);
    written.relate(a, "OUT", c);
    written.relate(a, "IN", other);
    auto projection = written.projection(TieDirection::Outgoing);
    projection.labels = {written.graph->label("Also"), written.graph->label("Wanted")};
    projection.types = {written.graph->type("IN")};
    const auto graph = written.project(projection);
    REQUIRE(graph.size() == 3);
    CHECK(graph.node(0) == a);
    CHECK(graph.vertex(c) == 2);
    CHECK_FALSE(graph.vertex(other));
    CHECK(rows_of(graph.out(), 3) == Rows{{1}, {2}, {}});
    CHECK(rows_of(graph.in(), 3) == Rows{{}, {0}, {1}});
    projection.direction = TieDirection::Incoming;
    CHECK(rows_of(written.project(projection).out(), 3) == Rows{{}, {0}, {1}});
    projection.direction = TieDirection::Both;
    CHECK(rows_of(written.project(projection).out(), 3) == Rows{{1}, {0, 2}, {1}});
}

TEST_CASE("Rows of one type and direction are the store's own", "[projection]") {
    Written written;
    const auto a = written.node("N");
    const auto b = written.node("N");
    written.relate(a, "T", b);
    auto projection = written.projection(TieDirection::Outgoing);
    CHECK(written.project(projection).out().is_lent());
    CHECK(rows_of(written.project(projection).out(), 2) == Rows{{1}, {}});
    written.relate(a, "T", b);
    CHECK_FALSE(written.project(projection).out().is_lent());
    CHECK(rows_of(written.project(projection).out(), 2) == Rows{{1}, {}});
}

TEST_CASE("Strengths of parallel relationships add up, of costs the least counts", "[projection]") {
    Written written;
    const auto a = written.node("N");
    const auto b = written.node("N");
    written.relate(a, "T", b, 2);
    written.relate(b, "T", a, 3.5);
    written.relate(a, "U", b);
    written.relate(a, "T", a, 7);
    auto projection = written.projection(TieDirection::Both);
    projection.weight = written.graph->key("weight");
    const auto strengths = written.project(projection);
    CHECK(strengths.ties() == 2);
    CHECK(strengths.out().weight(*strengths.out().find(0, 1)) == 6.5);
    CHECK(strengths.out().weight(*strengths.out().find(1, 0)) == 6.5);
    CHECK(strengths.out().weight(*strengths.out().find(0, 0)) == 7);
    projection.merging = Merging::Least;
    const auto costs = written.project(projection);
    CHECK(costs.out().weight(*costs.out().find(1, 0)) == 1);
}

TEST_CASE("A weight that is no number, negative or infinite is an error", "[projection]") {
    for (const auto& weight : {Value{"heavy"}, Value{-1}, Value{1e308 * 10}}) {
        Written written;
        const auto a = written.node("N");
        written.relate(a, "T", a, weight);
        auto projection = written.projection(TieDirection::Outgoing);
        projection.weight = written.graph->key("weight");
        CHECK_THROWS_AS(written.project(projection), Error);
    }
}

TEST_CASE("A projection of nothing is empty", "[projection]") {
    Written written;
    CHECK(written.project(written.projection(TieDirection::Both)).size() == 0);
    written.node("N");
    const auto graph = written.project(written.projection(TieDirection::Outgoing));
    CHECK(graph.size() == 1);
    CHECK(graph.out().arcs() == 0);
}

TEST_CASE("Projections of random graphs have each tie that the store has", "[projection]") {
    const auto seed = lintas::testing::random_seed();
    CAPTURE(seed);
    Random random{seed};
    for (int round = 0; round < 30; ++round) {
        Written written;
        std::vector<NodeId> nodes;
        const char* labels[] = {"A", "B", "C"};
        const auto size = 1 + random.below(12);
        for (std::uint64_t i = 0; i < size; ++i)
            nodes.push_back(written.node(labels[random.below(3)]));
        std::map<std::pair<NodeId, NodeId>, double> sums;
        const auto wanted = written.graph->label("A");
        for (std::uint64_t i = 0; i < 3 * size; ++i) {
            const auto from = nodes[random.below(size)];
            const auto to = nodes[random.below(size)];
            const auto weight = static_cast<double>(random.below(9));
            const auto type = random.below(3);
            written.relate(from, type == 0 ? "X" : type == 1 ? "Y" : "Z", to, weight);
            const auto is_wanted = [&](NodeId node) {
                return written.graph->labels(node).front() == wanted;
            };
            if (type < 2 && is_wanted(from) && is_wanted(to)) sums[{from, to}] += weight;
        }
        auto projection = written.projection(TieDirection::Outgoing);
        projection.labels = {wanted};
        projection.types = {written.graph->type("X"), written.graph->type("Y")};
        projection.weight = written.graph->key("weight");
        const auto graph = written.project(projection);
        CHECK(graph.out().arcs() == sums.size());
        for (const auto& [ends, sum] : sums) {
            const auto from = graph.vertex(ends.first).value();
            const auto to = graph.vertex(ends.second).value();
            CHECK(graph.out().weight(graph.out().find(from, to).value()) == sum);
            CHECK(graph.in().weight(graph.in().find(to, from).value()) == sum);
        }
    }
}

} // namespace lintas::algorithms
