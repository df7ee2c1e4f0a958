// How well rankings of candidates foretold which of them came true: AUC and precision among the
// first.
//
// Invariant: AUC is over the pairs of all units that were added, precision the mean over these
// units.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace lintas::collaboration {

class RankingQuality {
public:
    // So many measures are compared, by the first k.
    RankingQuality(std::size_t measures, std::size_t k);

    // Of one unit: for each candidate whether it came true, and by measure the candidates' scores.
    void add(const std::vector<std::uint8_t>& came, const std::vector<std::vector<double>>& scores);

    // The share of what came true among the k highest.
    double precision(std::size_t measure) const;
    // The chance that what came true has a higher score than what did not (Mann, Whitney 1947).
    double area(std::size_t measure) const;
    std::uint64_t pairs() const { return pairs_.front().size(); }

private:
    void add_precision(const std::vector<std::uint8_t>& came, const std::vector<double>& scores,
                       double& sum) const;

    std::size_t k_;
    std::size_t units_ = 0;
    std::vector<double> precision_;
    std::vector<std::vector<std::pair<double, std::uint8_t>>> pairs_;
};

} // namespace lintas::collaboration
