#include "query/run/path_steps.h"

#include "query/run/evaluate.h"

#include <algorithm>

namespace lintas::query {

PathSteps::PathSteps(const PathSearch& search, RunContext& context)
    : search_{search}, context_{context}, numbers_{search}, fits_(search.nodes.size()) {
    for (std::uint32_t part = 0; part < search.parts.size(); ++part) {
        const auto& hops = search.parts[part].hops;
        for (std::uint32_t hop = 0; hop < hops.size(); ++hop) {
            positions_.push_back({part, hop, 0});
            forward_.emplace_back(context, hops[hop].types, hops[hop].direction);
            backward_.push_back(forward_.back().reversed());
        }
    }
}

void PathSteps::start(const Batch& batch, std::uint32_t row, std::span<const RelationshipId> used) {
    batch_ = &batch;
    row_ = row;
    used_ = used;
    for (auto& fits : fits_) fits.clear();
}

const Hops& PathSteps::hops(std::size_t part, std::size_t hop, Way way) const {
    return (way == Way::Forward ? forward_ : backward_)[numbers_(part, hop)];
}

void PathSteps::read(std::size_t part, std::size_t hop, Way way, std::span<const NodeId> nodes,
                     std::vector<Step>& steps) {
    steps.clear();
    const auto& ways = hops(part, hop, way);
    ways.lists(nodes, lists_);
    for (std::size_t place = 0; place < nodes.size(); ++place) {
        for (std::size_t along = 0; along < ways.size(); ++along) {
            const auto& list = lists_[along][place];
            for (std::uint32_t at = 0; at < list.size; ++at) {
                const Step step{static_cast<std::uint32_t>(place), list.relationship(at),
                                list.neighbour(at)};
                if (ways[along].skips_loops && step.node == nodes[place]) continue;
                if (std::ranges::find(used_, step.relationship) != used_.end()) continue;
                steps.push_back(step);
            }
        }
    }
    const auto& pattern = search_.parts[part].hops[hop];
    if (pattern.predicate) keep_passing(pattern, way, nodes, steps);
}

// In bounded batches: a hub may have millions of relationships.
void PathSteps::keep_passing(const PathHop& hop, Way way, std::span<const NodeId> nodes,
                             std::vector<Step>& steps) {
    std::size_t to = 0;
    for (std::size_t begin = 0; begin < steps.size(); begin += batch_rows) {
        const auto end = std::min(begin + batch_rows, steps.size());
        Relationships relationships;
        Nodes before;
        Nodes behind;
        for (auto at = begin; at < end; ++at) {
            relationships.push_back(steps[at].relationship);
            before.push_back(nodes[steps[at].place]);
            behind.push_back(steps[at].node);
        }
        if (way == Way::Backward) std::swap(before, behind);
        auto batch = batch_->select(RowNumbers(relationships.size(), row_));
        batch.set(hop.source, Column{std::move(before)});
        batch.set(hop.target, Column{std::move(behind)});
        batch.set(hop.relationship, Column{std::move(relationships)});
        for (const auto row : true_rows(*hop.predicate, batch, context_))
            steps[to++] = steps[begin + row];
        context_.check();
    }
    steps.resize(to);
}

void PathSteps::test(std::size_t number, std::span<const NodeId> nodes) {
    const auto& pattern = search_.nodes[number];
    if (!pattern.predicate) return;
    Nodes unknown;
    for (const auto node : nodes) {
        auto& fit = fits_[number].at(node);
        if (fit != Fit::Unknown) continue;
        fit = Fit::Fails;
        unknown.push_back(node);
    }
    for (std::size_t begin = 0; begin < unknown.size(); begin += batch_rows) {
        const auto end = std::min(begin + batch_rows, unknown.size());
        const auto some = std::span{unknown}.subspan(begin, end - begin);
        auto batch = batch_->select(RowNumbers(some.size(), row_));
        batch.set(pattern.slot, Column{Nodes{some.begin(), some.end()}});
        for (const auto row : true_rows(*pattern.predicate, batch, context_))
            fits_[number].at(some[row]) = Fit::Fits;
    }
}

bool PathSteps::fits(std::size_t number, NodeId node) {
    if (!search_.nodes[number].predicate) return true;
    test(number, {&node, 1});
    return fits_[number].get(node) == Fit::Fits;
}

std::uint64_t PathSteps::count(std::size_t part, std::size_t hop, Way way,
                               std::span<const NodeId> nodes) {
    std::uint64_t total = 0;
    hops(part, hop, way).lists(nodes, lists_);
    for (const auto& of_hop : lists_)
        for (const auto& list : of_hop) total += list.size;
    return total;
}

} // namespace lintas::query
