// What units work on, against what all work on: revealed advantage by topic, and how near topics
// and units are to each other by it.
//
// Invariant: counts are events with a topic, full counting, an event once for each of its topics;
// below the floor an advantage is suppressed, since it would be noise.
#pragma once

#include "graph/collaboration/projection.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lintas::collaboration {

// Units by topics, row by row.
struct TopicCounts {
    std::size_t topics = 0;
    std::vector<double> cells;
    std::vector<double> of_unit;  // row sums
    std::vector<double> of_topic; // column sums
    double all = 0;

    double at(std::uint32_t unit, std::uint32_t topic) const {
        return cells[unit * topics + topic];
    }
};

// Counts from a table that is there already; rows are units.
TopicCounts topic_counts(std::vector<std::vector<double>> rows);
TopicCounts count_topics(const Projection& projection);

// RTA; absent where the unit or the topic has nothing.
std::optional<double> advantage(const TopicCounts& counts, std::uint32_t unit, std::uint32_t topic);

// Which units have which topics: an advantage of at least 1 and the floor.
struct Presence {
    std::size_t topics = 0;
    std::vector<std::uint8_t> cells;

    std::size_t units() const { return topics == 0 ? 0 : cells.size() / topics; }
    bool at(std::uint32_t unit, std::uint32_t topic) const {
        return cells[unit * topics + topic] != 0;
    }
};

Presence presence(const TopicCounts& counts, double floor);

// phi_tu: units that have both over the larger number of units that have one (Hidalgo et al. 2007).
class Proximity {
public:
    explicit Proximity(const Presence& presence);

    double of(std::uint32_t one, std::uint32_t other) const;
    // Of a topic with all topics; 0 with itself.
    std::vector<double> row(std::uint32_t topic) const;

private:
    std::size_t topics_;
    std::size_t words_; // a topic's units, a bit each
    std::vector<std::uint64_t> units_;
    std::vector<std::uint32_t> having_;
};

// w_ct: how much of what is near a topic the unit has; `near` is the topic's row. Absent where
// nothing is near.
std::optional<double> density(const Presence& presence, std::span<const double> near,
                              std::uint32_t unit, std::uint32_t topic);

// Diversity and ubiquity and the averages of each other that follow (Hidalgo and Hausmann 2009).
struct Complexity {
    std::vector<double> diversity;              // k_c0: topics of a unit
    std::vector<double> ubiquity;               // k_t0: units of a topic
    std::vector<std::optional<double>> unit_1;  // k_c1: average ubiquity of a unit's topics
    std::vector<std::optional<double>> unit_2;  // k_c2
    std::vector<std::optional<double>> topic_1; // k_t1: average diversity of a topic's units
    std::vector<std::optional<double>> topic_2; // k_t2
};

Complexity complexity(const Presence& presence);

struct ComplexityIndex {
    std::vector<std::optional<double>> units; // mean 0, standard deviation 1
    double eigenvalue = 0;                    // the second of the matrix
};

// ECI: the eigenvector of the second eigenvalue of D^-1 M U^-1 M^T, standardised; its sign is that
// of its correlation with diversity, by convention.
ComplexityIndex complexity_index(const Presence& presence);

} // namespace lintas::collaboration
