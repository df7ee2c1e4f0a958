#include "graph/algorithms/boost_graph.h"

#include "graph/algorithms/betweenness.h"
#include "graph/algorithms/boost_betweenness.h"
#include "graph/algorithms/core_numbers.h"
#include "known_networks.h"

#include <boost/concept/assert.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/graph_concepts.hpp>

#include <catch2/catch.hpp>

namespace lintas::algorithms {
namespace {

using namespace lintas::testing;

template <typename View> void check_concepts() {
    BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<View>));
    BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<View>));
    BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<View>));
    BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<View>));
    BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<View>));
    BOOST_CONCEPT_ASSERT((boost::VertexAndEdgeListGraphConcept<View>));
}

} // namespace

TEST_CASE("The views model the concepts of Boost.Graph, also where they are const", "[boost]") {
    check_concepts<DirectedView>();
    check_concepts<UndirectedView>();
    check_concepts<const DirectedView>();
    check_concepts<const UndirectedView>();
    CHECK(boost::graph_traits<const DirectedView>::null_vertex() == no_vertex);
}

TEST_CASE("A view shows each vertex and each tie once", "[boost]") {
    const auto graph = graph_of(4, {{0, 1}, {1, 2}, {2, 0}, {3, 3}});
    const UndirectedView view{&graph};
    CHECK(num_vertices(view) == 4);
    CHECK(num_edges(view) == 4);
    Pairs seen;
    for (auto [at, end] = edges(view); at != end; ++at)
        seen.emplace_back(source(*at, view), target(*at, view));
    CHECK(seen == Pairs{{0, 1}, {0, 2}, {1, 2}, {3, 3}});
    const auto directed = graph_of(3, {{0, 1}, {2, 1}}, true);
    const DirectedView arrows{&directed};
    Pairs into;
    for (auto [at, end] = in_edges(1, arrows); at != end; ++at) {
        into.emplace_back(source(*at, arrows), target(*at, arrows));
        CHECK(directed.out().find(at->source, at->target) == at->arc);
    }
    CHECK(into == Pairs{{0, 1}, {2, 1}});
}

TEST_CASE("Boost's own algorithms run over the views and agree with ours", "[boost]") {
    const auto graph = karate();
    const UndirectedView view{&graph};
    std::vector<std::uint32_t> cores(graph.size());
    boost::core_numbers(
        view, boost::make_iterator_property_map(cores.begin(), get(boost::vertex_index, view)));
    const Unlimited unlimited;
    CHECK(cores == core_numbers(graph, unlimited));
    std::vector<int> components(graph.size());
    CHECK(boost::connected_components(view, components.data()) == 1);
    CHECK(boost_betweenness(graph)[0] == Approx(231.071429));
}

} // namespace lintas::algorithms
