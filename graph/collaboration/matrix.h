// The matrix of ties: for each two units what they did together, against expectation.
#pragma once

#include "graph/collaboration/coverage.h"
#include "graph/collaboration/expectation.h"
#include "graph/collaboration/verdict.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace lintas::collaboration {

struct MatrixCell {
    std::uint32_t row = nothing; // units
    std::uint32_t column = nothing;
    Pair pair; // of the two, whatever their order
    Expected expected;
    double q = 1;
    Judged judged;
    std::optional<double> coverage; // the lower of both sides
};

struct MatrixOptions {
    std::vector<std::uint32_t> rows; // units
    std::vector<std::uint32_t> columns;
    NullModel null = NullModel::Hypergeometric;
    Gates gates;
    double least_expected = 0; // cells without a joint event and with less are left out
};

// A cell for each two different units of a row and a column, ordered by row, then column. False
// discovery rates are over the cells, each pair once.
std::vector<MatrixCell> matrix(const Projection& projection, const Counts& counts,
                               const Coverage& coverage, const Expectation& expectation,
                               const MatrixOptions& options, const algorithms::Work& work);

} // namespace lintas::collaboration
