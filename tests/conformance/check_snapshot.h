// Checks everything that a snapshot promises against the plain graph that it should show.
#pragma once

#include "graph/store.h"

#include "random_value.h"
#include "tests/conformance/expected_graph.h"

namespace lintas::conformance {

// Fails the test at the first difference. Properties are checked on at most `sample` entities of
// each kind, chosen at random; all else on all.
void check_snapshot(const Snapshot& snapshot, const ExpectedGraph& expected,
                    testing::RandomValues& random, std::size_t sample = 20'000);

} // namespace lintas::conformance
