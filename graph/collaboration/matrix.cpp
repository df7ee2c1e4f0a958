#include "graph/collaboration/matrix.h"

#include <algorithm>
#include <map>

namespace lintas::collaboration {

namespace {

std::optional<double> lower_of(std::optional<double> left, std::optional<double> right) {
    return left && right ? std::optional{std::min(*left, *right)} : std::nullopt;
}

// Each pair is tested once, also where it stands in the matrix twice.
void set_rates(std::vector<MatrixCell>& cells) {
    std::vector<double> probabilities;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> place;
    for (const auto& cell : cells)
        if (place.try_emplace({cell.pair.left, cell.pair.right}, probabilities.size()).second)
            probabilities.push_back(cell.expected.tails.low);
    const auto rates = false_discovery_rates(probabilities);
    for (auto& cell : cells) cell.q = rates[place.at({cell.pair.left, cell.pair.right})];
}

} // namespace

std::vector<MatrixCell> matrix(const Projection& projection, const Counts& counts,
                               const Coverage& coverage, const Expectation& expectation,
                               const MatrixOptions& options, const algorithms::Work& work) {
    std::vector<MatrixCell> cells;
    for (const auto row : options.rows) {
        work.check();
        for (const auto column : options.columns) {
            if (row == column) continue;
            MatrixCell cell{row, column, counts.pair(row, column), {}, 1, {}, {}};
            cell.expected = expectation.of(cell.pair);
            if (cell.pair.joint == 0 && cell.expected.whole < options.least_expected) continue;
            cell.coverage = lower_of(coverage.of(projection.countries[row]),
                                     coverage.of(projection.countries[column]));
            cells.push_back(cell);
        }
    }
    set_rates(cells);
    for (auto& cell : cells)
        cell.judged = judge(
            {static_cast<double>(cell.pair.joint), cell.expected.whole, cell.expected.tails.low,
             cell.q,
             coverage.are_known(projection.countries[cell.row], projection.countries[cell.column],
                                options.gates.least_coverage)},
            options.gates);
    return cells;
}

} // namespace lintas::collaboration
