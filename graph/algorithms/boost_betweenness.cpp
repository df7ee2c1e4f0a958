#include "graph/algorithms/boost_betweenness.h"

#include "graph/algorithms/boost_graph.h"

#include <boost/graph/betweenness_centrality.hpp>

namespace lintas::algorithms {

namespace {

template <typename View>
void measure(const View& view, const ProjectedGraph& graph, std::vector<double>& values) {
    const auto index = get(boost::vertex_index, view);
    const auto result = boost::make_iterator_property_map(values.begin(), index);
    if (graph.is_weighted())
        boost::brandes_betweenness_centrality(
            view,
            boost::centrality_map(result).vertex_index_map(index).weight_map(arc_weights(graph)));
    else
        boost::brandes_betweenness_centrality(view, result);
}

} // namespace

std::vector<double> boost_betweenness(const ProjectedGraph& graph) {
    std::vector<double> values(graph.size());
    if (graph.is_directed())
        measure(DirectedView{&graph}, graph, values);
    else
        measure(UndirectedView{&graph}, graph, values);
    return values;
}

} // namespace lintas::algorithms
