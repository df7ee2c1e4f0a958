#include "graph/collaboration/specialisation.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace lintas::collaboration {

namespace {

using Averages = std::vector<std::optional<double>>;

std::optional<double> known(double number) { return number; }

// The average of `values` over what each row of the presence has; columns if `by_topic`.
Averages averages(const Presence& presence, bool by_topic, const Averages& values) {
    const auto rows = by_topic ? presence.topics : presence.units();
    const auto columns = by_topic ? presence.units() : presence.topics;
    Averages found(rows);
    for (std::uint32_t row = 0; row < rows; ++row) {
        double sum = 0;
        double count = 0;
        for (std::uint32_t column = 0; column < columns; ++column) {
            const auto is_there = by_topic ? presence.at(column, row) : presence.at(row, column);
            if (!is_there || !values[column]) continue;
            sum += *values[column];
            ++count;
        }
        if (count > 0) found[row] = sum / count;
    }
    return found;
}

Averages as_averages(const std::vector<double>& values) {
    Averages found;
    for (const auto value : values) found.push_back(known(value));
    return found;
}

double mean(const std::vector<double>& values) {
    double sum = 0;
    for (const auto value : values) sum += value;
    return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

double length(const std::vector<double>& values) {
    double squares = 0;
    for (const auto value : values) squares += value * value;
    return std::sqrt(squares);
}

// S = D^-1/2 M U^-1 M^T D^-1/2 is symmetric and has the eigenvalues of D^-1 M U^-1 M^T; its first
// eigenvector is D^1/2 1, and an eigenvector v of it gives D^-1/2 v.
class SymmetricForm {
public:
    explicit SymmetricForm(const Presence& presence) : presence_{presence} {
        const auto all = complexity(presence);
        ubiquity_ = all.ubiquity;
        for (std::uint32_t unit = 0; unit < presence.units(); ++unit)
            if (all.diversity[unit] > 0) {
                units_.push_back(unit);
                roots_.push_back(std::sqrt(all.diversity[unit]));
            }
    }

    const std::vector<std::uint32_t>& units() const { return units_; }
    const std::vector<double>& roots() const { return roots_; }

    std::vector<double> times(const std::vector<double>& vector) const {
        std::vector<double> of_topic(presence_.topics);
        for (std::size_t at = 0; at < units_.size(); ++at)
            for (std::uint32_t topic = 0; topic < presence_.topics; ++topic)
                if (presence_.at(units_[at], topic)) of_topic[topic] += vector[at] / roots_[at];
        std::vector<double> found(units_.size());
        for (std::size_t at = 0; at < units_.size(); ++at)
            for (std::uint32_t topic = 0; topic < presence_.topics; ++topic)
                if (presence_.at(units_[at], topic))
                    found[at] += of_topic[topic] / ubiquity_[topic] / roots_[at];
        return found;
    }
    // Takes the first eigenvector out.
    void leave_first(std::vector<double>& vector) const {
        double along = 0;
        double square = 0;
        for (std::size_t at = 0; at < vector.size(); ++at) {
            along += vector[at] * roots_[at];
            square += roots_[at] * roots_[at];
        }
        for (std::size_t at = 0; at < vector.size(); ++at)
            vector[at] -= along / square * roots_[at];
    }

private:
    const Presence& presence_;
    std::vector<std::uint32_t> units_; // those that have anything
    std::vector<double> roots_;        // of their diversity
    std::vector<double> ubiquity_;
};

void standardise(std::vector<double>& values) {
    const auto middle = mean(values);
    for (auto& value : values) value -= middle;
    const auto deviation = length(values) / std::sqrt(static_cast<double>(values.size()));
    if (deviation > 0)
        for (auto& value : values) value /= deviation;
}

} // namespace

Complexity complexity(const Presence& presence) {
    Complexity found;
    found.diversity.resize(presence.units());
    found.ubiquity.resize(presence.topics);
    for (std::uint32_t unit = 0; unit < presence.units(); ++unit)
        for (std::uint32_t topic = 0; topic < presence.topics; ++topic)
            if (presence.at(unit, topic)) {
                ++found.diversity[unit];
                ++found.ubiquity[topic];
            }
    found.unit_1 = averages(presence, false, as_averages(found.ubiquity));
    found.topic_1 = averages(presence, true, as_averages(found.diversity));
    found.unit_2 = averages(presence, false, found.topic_1);
    found.topic_2 = averages(presence, true, found.unit_1);
    return found;
}

ComplexityIndex complexity_index(const Presence& presence) {
    ComplexityIndex found;
    found.units.resize(presence.units());
    const SymmetricForm form{presence};
    if (form.units().size() < 3) return found;
    std::vector<double> vector;
    for (std::size_t at = 0; at < form.units().size(); ++at)
        vector.push_back(std::sin(static_cast<double>(at + 1)));
    constexpr auto most_steps = 20'000;
    constexpr auto close = 1e-13;
    for (auto step = 0; step < most_steps; ++step) {
        form.leave_first(vector);
        auto next = form.times(vector);
        form.leave_first(next);
        const auto size = length(next);
        if (size <= close) return found;
        double moved = 0;
        for (std::size_t at = 0; at < next.size(); ++at) {
            next[at] /= size;
            moved = std::max(moved, std::abs(next[at] - vector[at]));
        }
        vector = std::move(next);
        found.eigenvalue = size;
        if (moved < close) break;
    }
    for (std::size_t at = 0; at < vector.size(); ++at) vector[at] /= form.roots()[at];
    standardise(vector);
    double agreement = 0;
    for (std::size_t at = 0; at < vector.size(); ++at)
        agreement += vector[at] * form.roots()[at] * form.roots()[at];
    for (std::size_t at = 0; at < vector.size(); ++at)
        found.units[form.units()[at]] = agreement < 0 ? -vector[at] : vector[at];
    return found;
}

} // namespace lintas::collaboration
