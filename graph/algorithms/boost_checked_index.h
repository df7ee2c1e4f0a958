// The numbers of vertices, for algorithms of Boost that take no visitor: reading them asks from
// time to time whether the work may go on.
//
// Invariant: copies share their count; check() may throw out of the algorithm, which keeps nothing.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/work.h"

#include <boost/property_map/property_map.hpp>

#include <cstddef>
#include <cstdint>

namespace lintas::algorithms {

class CheckedIndex {
public:
    using key_type = std::size_t;
    using value_type = std::size_t;
    using reference = std::size_t;
    using category = boost::readable_property_map_tag;

    CheckedIndex() = default; // for Boost's templates; never read
    // Both outlive the algorithm.
    CheckedIndex(const Work& work, std::uint64_t& reads) : work_{&work}, reads_{&reads} {}

    friend std::size_t get(const CheckedIndex& index, std::size_t vertex) {
        constexpr std::uint64_t check_every = 1U << 16U;
        if (++*index.reads_ % check_every == 0) index.work_->check();
        return vertex;
    }
    std::size_t operator[](std::size_t vertex) const { return get(*this, vertex); }

private:
    const Work* work_ = nullptr;
    std::uint64_t* reads_ = nullptr;
};

} // namespace lintas::algorithms
