// Runs of one associative operator: the parser builds a balanced tree of them, the printer finds
// them again.
//
// Invariant: build_balanced() of n operands has ceil(log2(n)) levels, and its left half is the
// larger one.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace lintas::query::syntax {

constexpr std::size_t left_half(std::size_t operands) { return (operands + 1) / 2; }

// join(left, right) makes a tree of two. REQUIRES: first < last.
template <typename Pointer, typename Join>
Pointer build_balanced(std::vector<Pointer>& operands, std::size_t first, std::size_t last,
                       const Join& join) {
    if (last - first == 1) return std::move(operands[first]);
    const auto middle = first + left_half(last - first);
    auto left = build_balanced(operands, first, middle, join);
    auto right = build_balanced(operands, middle, last, join);
    return join(std::move(left), std::move(right));
}

// The operands of a run. `halves` gives the pair of pointers to both halves of a tree that the
// operator joins, and null pointers for any other.
template <typename Tree, typename Halves>
void collect_run(const Tree& tree, const Halves& halves, std::vector<const Tree*>& run) {
    const auto [left, right] = halves(tree);
    if (left == nullptr) {
        run.push_back(&tree);
        return;
    }
    collect_run(*left, halves, run);
    collect_run(*right, halves, run);
}

// Has the tree the form that build_balanced() gives so many operands?
template <typename Tree, typename Halves>
bool is_balanced(const Tree& tree, const Halves& halves, std::size_t operands) {
    const auto [left, right] = halves(tree);
    if (left == nullptr || operands == 1) return left == nullptr && operands == 1;
    const auto in_left = left_half(operands);
    return is_balanced(*left, halves, in_left) && is_balanced(*right, halves, operands - in_left);
}

// The operands to write with the operator between them: all of the run when it may be written
// without parentheses, else the two halves.
template <typename Tree, typename Halves>
std::vector<const Tree*> operands_of(const Tree& tree, const Halves& halves) {
    std::vector<const Tree*> run;
    collect_run(tree, halves, run);
    if (is_balanced(tree, halves, run.size())) return run;
    const auto [left, right] = halves(tree);
    return {left, right};
}

} // namespace lintas::query::syntax
