// Measures of vertices and of mixing on random graphs, from the matrix of ties as their formulas
// are written.
#include "graph/algorithms/katz.h"
#include "graph/algorithms/mixing.h"
#include "graph/algorithms/random.h"
#include "graph/algorithms/structural_holes.h"
#include "random_seed.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace lintas::algorithms {
namespace {

using namespace lintas::testing;

const Unlimited no_deadline;
const Workers two_threads{no_deadline, 2};

// A weight for each ordered pair of vertices, 0 without a tie.
using Matrix = std::vector<std::vector<double>>;

Matrix matrix_of(const ProjectedGraph& graph) {
    Matrix matrix(graph.size(), std::vector<double>(graph.size()));
    for (Vertex v = 0; v < graph.size(); ++v) {
        const auto row = graph.out().row(v);
        for (std::size_t i = 0; i < row.size(); ++i)
            matrix[v][row[i]] = graph.out().weight(graph.out().first(v) + i);
    }
    return matrix;
}

template <typename Body> void on_random_matrices(const Body& body) {
    const auto seed = random_seed();
    CAPTURE(seed);
    Random random{seed};
    for (int i = 0; i < 60; ++i) {
        CAPTURE(i);
        const auto size = static_cast<Vertex>(2 + random.below(12));
        const TieRules rules{random.below(2) == 0, random.below(2) == 0, Merging::Sum};
        std::vector<Tie> ties(random.below(4 * size));
        for (auto& tie : ties)
            tie = {static_cast<Vertex>(random.below(size)), static_cast<Vertex>(random.below(size)),
                   static_cast<double>(1 + random.below(4))};
        const ProjectedGraph graph{size, ties, rules};
        body(graph, matrix_of(graph), random);
    }
}

// a_ij + a_ji, without ties to oneself.
Matrix both_directions(const Matrix& matrix) {
    auto sums = matrix;
    for (std::size_t i = 0; i < matrix.size(); ++i)
        for (std::size_t j = 0; j < matrix.size(); ++j)
            sums[i][j] = i == j ? 0 : matrix[i][j] + matrix[j][i];
    return sums;
}

double sum_of(const std::vector<double>& values) {
    double sum = 0;
    for (const auto value : values) sum += value;
    return sum;
}

// Burt's constraint of a vertex that has ties.
double plain_constraint(const Matrix& sums, std::size_t i) {
    const auto share = [&](std::size_t from, std::size_t to) {
        return sums[from][to] / sum_of(sums[from]);
    };
    double constraint = 0;
    for (std::size_t j = 0; j < sums.size(); ++j) {
        if (sums[i][j] == 0) continue;
        double invested = share(i, j);
        for (std::size_t q = 0; q < sums.size(); ++q)
            if (sums[i][q] > 0) invested += share(i, q) * share(q, j);
        constraint += invested * invested;
    }
    return constraint;
}

double plain_effective_size(const Matrix& sums, std::size_t i) {
    double size = 0;
    for (std::size_t j = 0; j < sums.size(); ++j) {
        if (sums[i][j] == 0) continue;
        double redundant = 0;
        for (std::size_t q = 0; q < sums.size(); ++q)
            redundant += sums[i][q] / sum_of(sums[i]) * sums[j][q] / std::ranges::max(sums[j]);
        size += 1 - redundant;
    }
    return size;
}

double correlation(const std::vector<double>& left, const std::vector<double>& right) {
    const auto count = static_cast<double>(left.size());
    const auto left_mean = sum_of(left) / count;
    const auto right_mean = sum_of(right) / count;
    double both = 0;
    double left_squares = 0;
    double right_squares = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        both += (left[i] - left_mean) * (right[i] - right_mean);
        left_squares += (left[i] - left_mean) * (left[i] - left_mean);
        right_squares += (right[i] - right_mean) * (right[i] - right_mean);
    }
    return both / std::sqrt(left_squares * right_squares);
}

} // namespace

TEST_CASE("Structural holes are those of the formulas", "[algorithms]") {
    on_random_matrices([](const ProjectedGraph& graph, const Matrix& matrix, Random&) {
        const auto holes = structural_holes(graph, two_threads);
        const auto sums = both_directions(matrix);
        for (Vertex v = 0; v < graph.size(); ++v) {
            CAPTURE(v);
            REQUIRE(holes[v].constraint.has_value() == (sum_of(sums[v]) > 0));
            if (!holes[v].constraint) continue;
            CHECK(*holes[v].constraint == Approx(plain_constraint(sums, v)));
            CHECK(*holes[v].effective_size == Approx(plain_effective_size(sums, v)).margin(1e-9));
        }
    });
}

TEST_CASE("Katz' status solves its equation", "[algorithms]") {
    on_random_matrices([](const ProjectedGraph& graph, const Matrix& matrix, Random&) {
        const auto found = katz(graph, {}, no_deadline);
        for (Vertex v = 0; v < graph.size(); ++v) {
            double sum = 1;
            for (Vertex u = 0; u < graph.size(); ++u)
                sum += found.attenuation * matrix[u][v] * found.values[u];
            CHECK(found.values[v] == Approx(sum));
        }
    });
}

TEST_CASE("Walks from a vertex are the powers of the matrix of ties", "[algorithms]") {
    on_random_matrices([](const ProjectedGraph& graph, const Matrix& matrix, Random& random) {
        const auto source = static_cast<Vertex>(random.below(graph.size()));
        constexpr double attenuation = 0.1;
        const auto found = katz_from(graph, source, attenuation, 3, no_deadline);
        std::vector<double> walks(graph.size());
        std::vector<double> total(graph.size());
        walks[source] = 1;
        for (int ties = 0; ties < 3; ++ties) {
            std::vector<double> next(graph.size());
            for (Vertex u = 0; u < graph.size(); ++u)
                for (Vertex v = 0; v < graph.size(); ++v)
                    next[v] += attenuation * walks[u] * matrix[u][v];
            walks = next;
            for (Vertex v = 0; v < graph.size(); ++v) total[v] += walks[v];
        }
        for (Vertex v = 0; v < graph.size(); ++v) CHECK(found[v] == Approx(total[v]).margin(1e-12));
    });
}

TEST_CASE("Groups and degrees mix as all ties say", "[algorithms]") {
    on_random_matrices([](const ProjectedGraph& graph, const Matrix& matrix, Random& random) {
        std::vector<std::uint32_t> groups(graph.size());
        for (auto& group : groups) group = static_cast<std::uint32_t>(random.below(3));
        double all = 0;
        double within = 0;
        std::vector<double> out(3);
        std::vector<double> in(3);
        std::vector<double> left;
        std::vector<double> right;
        for (Vertex u = 0; u < graph.size(); ++u)
            for (Vertex v = 0; v < graph.size(); ++v) {
                // An undirected tie is in the matrix twice, half of it each time.
                const auto weight = graph.is_directed() || u == v ? matrix[u][v] : matrix[u][v] / 2;
                if (weight == 0) continue;
                all += weight;
                within += groups[u] == groups[v] ? weight : 0;
                out[groups[u]] += weight;
                in[groups[v]] += weight;
                left.push_back(graph.out().degree(u));
                right.push_back(graph.in().degree(v));
            }
        const auto mixed = external_internal(graph, groups);
        CHECK(mixed.internal == Approx(within).margin(1e-12));
        CHECK(mixed.external == Approx(all - within).margin(1e-12));
        double expected = 0;
        for (std::size_t g = 0; g < 3; ++g) expected += all > 0 ? out[g] * in[g] / all / all : 0;
        const auto found = assortativity(mixing_matrix(graph, groups));
        if (found) CHECK(*found == Approx((within / all - expected) / (1 - expected)).margin(1e-9));
        CHECK((found.has_value() || all == 0 || expected > 1 - 1e-9));
        // Degrees without ties to oneself, which count twice where there are no directions.
        const auto has_loop = [&](Vertex v) { return matrix[v][v] > 0; };
        bool any_loop = false;
        for (Vertex v = 0; v < graph.size(); ++v) any_loop = any_loop || has_loop(v);
        if (any_loop && !graph.is_directed()) return;
        const auto by_degree = degree_assortativity(graph);
        if (by_degree) CHECK(*by_degree == Approx(correlation(left, right)).margin(1e-9));
        CHECK((by_degree.has_value() || left.empty() || !std::isfinite(correlation(left, right)) ||
               std::ranges::minmax(left).min == std::ranges::minmax(left).max ||
               std::ranges::minmax(right).min == std::ranges::minmax(right).max));
    });
}

} // namespace lintas::algorithms
