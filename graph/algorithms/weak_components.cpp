#include "graph/algorithms/weak_components.h"

#include <numeric>

namespace lintas::algorithms {

namespace {

// A forest in which each root is the smallest vertex of its tree.
class Forest {
public:
    explicit Forest(Vertex size) : parent_(size) {
        std::iota(parent_.begin(), parent_.end(), Vertex{0});
    }

    Vertex root(Vertex vertex) {
        while (parent_[vertex] != vertex) {
            parent_[vertex] = parent_[parent_[vertex]];
            vertex = parent_[vertex];
        }
        return vertex;
    }

    void join(Vertex left, Vertex right) {
        left = root(left);
        right = root(right);
        if (left < right)
            parent_[right] = left;
        else
            parent_[left] = right;
    }

private:
    std::vector<Vertex> parent_;
};

} // namespace

std::vector<Vertex> weak_components(const ProjectedGraph& graph, const Work& work) {
    Forest forest{graph.size()};
    for (Vertex v = 0; v < graph.size(); ++v) {
        if (v % steps_a_check == 0) work.check();
        for (const auto neighbour : graph.out().row(v)) {
            if (!graph.is_directed() && neighbour >= v) break;
            forest.join(v, neighbour);
        }
    }
    std::vector<Vertex> component(graph.size());
    Vertex count = 0;
    for (Vertex v = 0; v < graph.size(); ++v) {
        const auto root = forest.root(v);
        component[v] = root == v ? count++ : component[root];
    }
    return component;
}

} // namespace lintas::algorithms
