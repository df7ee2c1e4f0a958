#include "graph/algorithms/boost_strong_components.h"

#include "graph/algorithms/boost_graph.h"
#include "graph/algorithms/communities.h"

#include <boost/graph/strong_components.hpp>

namespace lintas::algorithms {

std::vector<std::uint32_t> strong_components(const ProjectedGraph& graph) {
    std::vector<std::uint32_t> components(graph.size());
    if (graph.size() == 0) return components;
    const DirectedView view{&graph};
    boost::strong_components(view, boost::make_iterator_property_map(
                                       components.begin(), get(boost::vertex_index, view)));
    renumber(components);
    return components;
}

} // namespace lintas::algorithms
