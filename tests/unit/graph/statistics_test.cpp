#include "graph/statistics.h"

#include <catch2/catch.hpp>

using namespace lintas;

namespace {

constexpr LabelId a{0};
constexpr LabelId b{1};
constexpr LabelId missing{2};
constexpr TypeId t{0};
constexpr TypeId u{1};

} // namespace

TEST_CASE("Label sets and triples add up", "[graph][statistics]") {
    Statistics counts;
    counts.nodes_of_label_set = {{{}, 1}, {{a}, 10}, {{a, b}, 100}, {{b}, 1000}};
    counts.relationships_of_triple = {
        {{{a}, t, {b}}, 1}, {{{a, b}, t, {b}}, 10}, {{{b}, t, {a}}, 100}, {{{a}, u, {}}, 1000}};

    CHECK(counts.node_count(a) == 110);
    CHECK(counts.node_count(b) == 1100);
    CHECK(counts.node_count(missing) == 0);
    CHECK(counts.relationship_count({}, {}, {}) == 1111);
    CHECK(counts.relationship_count({}, t, {}) == 111);
    CHECK(counts.relationship_count(a, {}, {}) == 1011);
    CHECK(counts.relationship_count(a, t, b) == 11);
    CHECK(counts.relationship_count({}, u, b) == 0);
    CHECK(counts.relationship_count(missing, {}, {}) == 0);
}
