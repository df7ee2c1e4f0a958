#include "graph/collaboration/tie_walks.h"

#include <array>
#include <cmath>

namespace lintas::collaboration {

namespace {

constexpr double damping = 0.85;
constexpr double tolerance = 1e-5;          // of all that walks have brought
constexpr int most_steps_of_katz = 24;      // each brings half of the one before, or less
constexpr int most_steps_of_page_rank = 80; // what follows is less than a millionth

// Single precision keeps the lanes of a unit within half a line of the cache.
using Lanes = std::array<float, walk_lanes>;
using Sums = std::array<double, walk_lanes>; // over all units

void add(auto& sums, const Lanes& values) {
    for (std::size_t lane = 0; lane < walk_lanes; ++lane) sums[lane] += values[lane];
}

// All walks of one length, and of all lengths so far.
class Steps {
public:
    Steps(const algorithms::Adjacency& rows, std::span<const float> share,
          std::span<const std::uint32_t> from)
        : rows_{rows}, share_{share}, now_(share.size()), sent_(share.size()), next_(share.size()),
          all_(share.size()) {
        for (std::size_t lane = 0; lane < from.size(); ++lane) {
            const auto unit = from[lane];
            now_[unit][lane] = all_[unit][lane] = 1;
            sent_[unit][lane] = share_[unit];
            brought_[lane] = last_[lane] = 1;
        }
    }

    // One tie further. False if nobody walks any more.
    bool go_on() {
        Sums brought{};
        for (algorithms::Vertex unit = 0; unit < now_.size(); ++unit) {
            Lanes sums{};
            for (const auto other : rows_.row(unit)) add(sums, sent_[other]);
            next_[unit] = sums;
            add(brought, sums);
        }
        const auto ended = settle(brought);
        now_.swap(next_);
        return !ended;
    }

    std::vector<std::vector<double>> take(std::size_t lanes) const {
        std::vector<std::vector<double>> found(lanes, std::vector<double>(all_.size()));
        for (std::size_t lane = 0; lane < lanes; ++lane)
            for (std::size_t unit = 0; unit < all_.size(); ++unit)
                found[lane][unit] = all_[unit][lane];
        return found;
    }

private:
    // Adds the step; a lane whose steps only shrink evenly gets all that follow, and stops.
    bool settle(const Sums& sums) {
        Lanes shrinking{};
        for (std::size_t lane = 0; lane < walk_lanes; ++lane)
            shrinking[lane] = static_cast<float>(last_[lane] > 0 ? sums[lane] / last_[lane] : 0);
        Sums uneven{};
        for (std::size_t unit = 0; unit < next_.size(); ++unit)
            for (std::size_t lane = 0; lane < walk_lanes; ++lane)
                uneven[lane] += std::abs(next_[unit][lane] - shrinking[lane] * now_[unit][lane]);
        Lanes factor{};
        Lanes stays{};
        auto is_over = true;
        for (std::size_t lane = 0; lane < walk_lanes; ++lane) {
            brought_[lane] += sums[lane];
            const auto ends = shrinking[lane] < 1 && uneven[lane] <= tolerance * brought_[lane];
            factor[lane] = ends ? 1 / (1 - shrinking[lane]) : 1;
            stays[lane] = ends ? 0 : 1;
            last_[lane] = ends ? 0 : sums[lane];
            is_over &= ends;
        }
        for (std::size_t unit = 0; unit < next_.size(); ++unit)
            for (std::size_t lane = 0; lane < walk_lanes; ++lane) {
                all_[unit][lane] += next_[unit][lane] * factor[lane];
                next_[unit][lane] *= stays[lane];
                sent_[unit][lane] = next_[unit][lane] * share_[unit];
            }
        return is_over;
    }

    const algorithms::Adjacency& rows_;
    std::span<const float> share_; // of what a unit has, that each tie carries on
    std::vector<Lanes> now_;
    std::vector<Lanes> sent_; // along each tie
    std::vector<Lanes> next_;
    std::vector<Lanes> all_;
    Sums last_{};
    Sums brought_{};
};

} // namespace

TieWalks::TieWalks(const algorithms::Adjacency& rows, std::size_t units)
    : rows_{rows}, units_{units} {
    const auto eigenvalue = largest_eigenvalue();
    attenuation_ = eigenvalue > 0 ? 0.5 / eigenvalue : 0;
}

double TieWalks::largest_eigenvalue() const {
    constexpr auto most_steps = 50;
    constexpr auto enough = 1e-7;
    std::vector<double> vector(units_, 1);
    std::vector<double> next(units_);
    double size = 0;
    for (auto step = 0; step < most_steps; ++step) {
        double squares = 0;
        for (algorithms::Vertex unit = 0; unit < units_; ++unit) {
            double sum = 0;
            for (const auto other : rows_.row(unit)) sum += vector[other];
            next[unit] = sum;
            squares += sum * sum;
        }
        const auto before = size;
        size = std::sqrt(squares);
        if (size == 0 || std::abs(size - before) <= enough * size) break;
        for (std::size_t unit = 0; unit < units_; ++unit) vector[unit] = next[unit] / size;
    }
    return size;
}

std::vector<std::vector<double>> TieWalks::walk(std::span<const std::uint32_t> from,
                                                std::span<const float> share, int most_steps,
                                                const algorithms::Work& work) const {
    Steps steps{rows_, share, from};
    for (auto step = 0; step < most_steps; ++step) {
        work.check();
        if (!steps.go_on()) break;
    }
    return steps.take(from.size());
}

std::vector<std::vector<double>> TieWalks::katz(std::span<const std::uint32_t> from,
                                                const algorithms::Work& work) const {
    const std::vector<float> share(units_, static_cast<float>(attenuation_));
    auto found = walk(from, share, most_steps_of_katz, work);
    for (std::size_t lane = 0; lane < from.size(); ++lane) --found[lane][from[lane]];
    return found;
}

std::vector<std::vector<double>> TieWalks::page_rank(std::span<const std::uint32_t> from,
                                                     const algorithms::Work& work) const {
    std::vector<float> share(units_);
    for (algorithms::Vertex unit = 0; unit < units_; ++unit)
        share[unit] = rows_.degree(unit) > 0 ? static_cast<float>(damping / rows_.degree(unit)) : 0;
    auto found = walk(from, share, most_steps_of_page_rank, work);
    for (auto& scores : found)
        for (auto& score : scores) score *= 1 - damping;
    return found;
}

} // namespace lintas::collaboration
