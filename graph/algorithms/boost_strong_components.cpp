#include "graph/algorithms/boost_strong_components.h"

#include "graph/algorithms/boost_checked_index.h"
#include "graph/algorithms/boost_graph.h"
#include "graph/algorithms/communities.h"

#include <boost/graph/strong_components.hpp>

namespace lintas::algorithms {

std::vector<std::uint32_t> strong_components(const ProjectedGraph& graph, const Work& work) {
    std::vector<std::uint32_t> components(graph.size());
    if (graph.size() == 0) return components;
    const DirectedView view{&graph};
    std::uint64_t reads = 0;
    const CheckedIndex index{work, reads};
    boost::strong_components(view, boost::make_iterator_property_map(components.begin(), index),
                             boost::vertex_index_map(index));
    renumber(components);
    return components;
}

} // namespace lintas::algorithms
