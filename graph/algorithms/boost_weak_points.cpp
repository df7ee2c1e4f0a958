#include "graph/algorithms/boost_weak_points.h"

#include "graph/algorithms/boost_checked_index.h"
#include "graph/algorithms/boost_graph.h"

#include <boost/graph/biconnected_components.hpp>

#include <algorithm>
#include <iterator>
#include <limits>

namespace lintas::algorithms {

namespace {

// The block of each arc, whichever way a tie was seen.
struct BlockOfEdge {
    using key_type = BoostEdge;
    using value_type = std::uint32_t;
    using reference = std::uint32_t;
    using category = boost::writable_property_map_tag;

    std::vector<std::uint32_t>* blocks;

    friend void put(const BlockOfEdge& map, const BoostEdge& edge, std::size_t block) {
        (*map.blocks)[edge.arc] = static_cast<std::uint32_t>(block);
    }
};

constexpr auto no_block = std::numeric_limits<std::uint32_t>::max();

} // namespace

WeakPoints weak_points(const ProjectedGraph& given, const Work& work) {
    const auto graph = undirected(given);
    std::vector<std::uint32_t> block_of(graph.out().arcs(), no_block);
    WeakPoints found;
    std::uint64_t reads = 0;
    const auto [blocks, end] =
        boost::biconnected_components(UndirectedView{&graph}, BlockOfEdge{&block_of},
                                      std::back_inserter(found.articulation_points),
                                      boost::vertex_index_map(CheckedIndex{work, reads}));
    std::ranges::sort(found.articulation_points);
    found.blocks.resize(blocks);
    for (Vertex v = 0; v < graph.size(); ++v) {
        const auto row = graph.out().row(v);
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto block = block_of[graph.out().first(v) + i];
            if (block == no_block || row[i] == v) continue;
            found.blocks[block].push_back(v);
            found.blocks[block].push_back(row[i]);
        }
    }
    for (std::size_t block = 0; block < blocks; ++block) {
        auto& vertices = found.blocks[block];
        std::ranges::sort(vertices);
        vertices.erase(std::ranges::unique(vertices).begin(), vertices.end());
        if (vertices.size() == 2) found.bridges.emplace_back(vertices[0], vertices[1]);
    }
    std::erase_if(found.blocks, [](const auto& vertices) { return vertices.empty(); });
    std::ranges::sort(found.blocks);
    std::ranges::sort(found.bridges);
    return found;
}

} // namespace lintas::algorithms
