#include "graph/collaboration/gravity.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lintas::collaboration {

namespace {

constexpr const char* feature_names[] = {"constant",    "ln n_i + ln n_j", "ln km",
                                         "same region", "contiguous",      "shared language"};
constexpr auto unknown = std::numeric_limits<double>::quiet_NaN();

bool share_one(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    return std::ranges::any_of(
        left, [&](const auto& one) { return std::ranges::find(right, one) != right.end(); });
}

bool has(const std::vector<std::string>& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

bool are_in_one_region(const CountryFacts& left, const CountryFacts& right,
                       std::optional<Day> day) {
    const auto counts = [&](const Membership& membership) {
        return day ? membership.period.contains(*day) : !membership.period.to;
    };
    for (const auto& one : left.memberships)
        for (const auto& other : right.memberships)
            if (one.region == other.region && counts(one) && counts(other)) return true;
    return false;
}

// Solves a symmetric system by elimination; rows that depend on others give 0.
std::vector<double> solve(std::vector<std::vector<double>> matrix, std::vector<double> right) {
    const auto size = right.size();
    for (std::size_t pivot = 0; pivot < size; ++pivot) {
        const auto weight = matrix[pivot][pivot];
        if (std::abs(weight) < 1e-10) {
            std::ranges::fill(matrix[pivot], 0);
            right[pivot] = 0;
            continue;
        }
        for (std::size_t row = 0; row < size; ++row) {
            if (row == pivot) continue;
            const auto factor = matrix[row][pivot] / weight;
            for (std::size_t column = pivot; column < size; ++column)
                matrix[row][column] -= factor * matrix[pivot][column];
            right[row] -= factor * right[pivot];
        }
    }
    std::vector<double> solution(size);
    for (std::size_t at = 0; at < size; ++at)
        if (matrix[at][at] != 0) solution[at] = right[at] / matrix[at][at];
    return solution;
}

double product(const std::vector<double>& left, const std::vector<double>& right) {
    double sum = 0;
    for (std::size_t at = 0; at < left.size(); ++at) sum += left[at] * right[at];
    return sum;
}

// One step: weighted least squares of the working response.
std::vector<double> next_fit(const std::vector<std::vector<double>>& rows,
                             const std::vector<double>& counts, const std::vector<double>& logs) {
    const auto width = rows.front().size();
    std::vector<std::vector<double>> matrix(width, std::vector<double>(width));
    std::vector<double> right(width);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto mean = std::exp(logs[row]);
        const auto response = logs[row] + (counts[row] - mean) / mean;
        for (std::size_t i = 0; i < width; ++i) {
            right[i] += mean * rows[row][i] * response;
            for (std::size_t j = 0; j < width; ++j)
                matrix[i][j] += mean * rows[row][i] * rows[row][j];
        }
    }
    return solve(std::move(matrix), std::move(right));
}

} // namespace

std::vector<double> fit_poisson(const std::vector<std::vector<double>>& rows,
                                const std::vector<double>& counts, const algorithms::Work& work) {
    if (rows.empty()) return {};
    constexpr auto most_steps = 100;
    constexpr auto close = 1e-10;
    constexpr auto largest_log = 40.0; // keeps exp() finite on the way
    std::vector<double> logs;
    for (const auto observed : counts) logs.push_back(std::log(observed + 0.5));
    std::vector<double> fit;
    for (auto step = 0; step < most_steps; ++step) {
        work.check();
        auto next = next_fit(rows, counts, logs);
        double moved = 0;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const auto log = std::clamp(product(rows[row], next), -largest_log, largest_log);
            moved = std::max(moved, std::abs(log - logs[row]));
            logs[row] = log;
        }
        fit = std::move(next);
        if (moved < close) break;
    }
    return fit;
}

Gravity::Gravity(const Projection& projection, const Counts& counts, const algorithms::Work& work)
    : projection_{projection}, counts_{counts}, day_{day_of_membership(projection.options)} {
    std::vector<std::vector<double>> all;
    std::vector<double> joint;
    const auto units = static_cast<std::uint32_t>(counts.unit_events.size());
    for (std::uint32_t left = 0; left < units; ++left)
        for (auto right = left + 1; right < units; ++right) {
            if (counts.unit_events[left] == 0 || counts.unit_events[right] == 0) continue;
            all.push_back(features(left, right));
            joint.push_back(counts.pair(left, right).joint);
        }
    if (all.empty()) return;
    for (std::size_t at = 0; at < std::size(feature_names); ++at) {
        const auto varies =
            std::ranges::any_of(all, [&](const auto& row) { return row[at] != all.front()[at]; });
        const auto is_known =
            std::ranges::none_of(all, [&](const auto& row) { return std::isnan(row[at]); });
        if (is_known && (at == 0 || varies)) used_.push_back(at);
    }
    std::vector<std::vector<double>> rows;
    for (const auto& row : all) {
        rows.emplace_back();
        for (const auto at : used_) rows.back().push_back(row[at]);
    }
    const auto fit = fit_poisson(rows, joint, work);
    for (std::size_t at = 0; at < used_.size(); ++at)
        coefficients_.push_back({feature_names[used_[at]], fit[at]});
}

double Gravity::expected(std::uint32_t left, std::uint32_t right) const {
    if (counts_.unit_events[left] == 0 || counts_.unit_events[right] == 0 || used_.empty())
        return 0;
    const auto all = features(left, right);
    double log = 0;
    for (std::size_t at = 0; at < used_.size(); ++at)
        log += all[used_[at]] * coefficients_[at].value;
    return std::exp(log);
}

std::vector<double> Gravity::features(std::uint32_t left, std::uint32_t right) const {
    const auto& countries = projection_.network->countries;
    const auto sizes = std::log(static_cast<double>(counts_.unit_events[left])) +
                       std::log(static_cast<double>(counts_.unit_events[right]));
    const auto here = projection_.countries[left];
    const auto there = projection_.countries[right];
    if (here == no_country || there == no_country)
        return {1, sizes, unknown, unknown, unknown, unknown};
    const auto& one = countries[here];
    const auto& other = countries[there];
    const auto distance = kilometers(one, other);
    const auto knows_borders = !one.borders.empty() || !other.borders.empty();
    const auto is_contiguous = has(one.borders, other.iso2) || has(other.borders, one.iso2);
    const auto knows_languages = !one.languages.empty() && !other.languages.empty();
    return {1,
            sizes,
            distance ? std::log(std::max(1.0, *distance)) : unknown,
            are_in_one_region(one, other, day_) ? 1.0 : 0.0,
            knows_borders ? (is_contiguous ? 1.0 : 0.0) : unknown,
            knows_languages ? (share_one(one.languages, other.languages) ? 1.0 : 0.0) : unknown};
}

} // namespace lintas::collaboration
