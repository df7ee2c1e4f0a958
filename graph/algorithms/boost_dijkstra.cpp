#include "graph/algorithms/boost_dijkstra.h"

#include "graph/algorithms/boost_graph.h"

#include <boost/graph/dijkstra_shortest_paths.hpp>

namespace lintas::algorithms {

namespace {

class Checking : public boost::default_dijkstra_visitor {
public:
    explicit Checking(const Work& work) : work_{&work} {}

    template <typename Graph> void examine_vertex(Vertex, const Graph&) {
        if (++examined_ % steps_a_check == 0) work_->check();
    }

private:
    const Work* work_;
    std::uint32_t examined_ = 0;
};

} // namespace

std::vector<double> dijkstra(const ProjectedGraph& graph, Vertex source, const Work& work) {
    std::vector<double> costs(graph.size(), no_cost);
    const DirectedView view{&graph};
    boost::dijkstra_shortest_paths(
        view, source,
        boost::distance_map(
            boost::make_iterator_property_map(costs.begin(), get(boost::vertex_index, view)))
            .weight_map(arc_weights(graph))
            .distance_inf(no_cost)
            .visitor(Checking{work}));
    return costs;
}

} // namespace lintas::algorithms
