#include "graph/change_log.h"

#include <algorithm>
#include <iterator>

namespace lintas {

void ChangeLog::record(std::uint64_t before, std::uint64_t version, Touched touched) {
    const std::scoped_lock lock{guard_};
    if (!commits_.empty() && commits_.back().version != before) {
        commits_.clear();
        held_ = 0;
    }
    held_ += touched.size();
    commits_.push_back({before, version, std::move(touched)});
    while (held_ > most_ && commits_.size() > 1) {
        held_ -= commits_.front().touched.size();
        commits_.pop_front();
    }
}

bool ChangeLog::collect(std::uint64_t after, std::uint64_t until, Touched& out) const {
    if (after >= until) return after == until;
    const std::scoped_lock lock{guard_};
    const auto first = std::ranges::upper_bound(commits_, after, {}, &Commit::version);
    const auto last = std::ranges::upper_bound(commits_, until, {}, &Commit::version);
    if (first == last || first->before != after || std::prev(last)->version != until) return false;
    for (auto commit = first; commit != last; ++commit) {
        const auto& [nodes, relationships] = commit->touched;
        out.nodes.insert(out.nodes.end(), nodes.begin(), nodes.end());
        out.relationships.insert(out.relationships.end(), relationships.begin(),
                                 relationships.end());
    }
    return true;
}

void collect_own(const Touched& own, TouchedMark& mark, Touched& out) {
    const auto append = [](const auto& from, std::size_t& known, auto& to) {
        to.insert(to.end(), from.begin() + static_cast<std::ptrdiff_t>(known), from.end());
        known = from.size();
    };
    append(own.nodes, mark.nodes, out.nodes);
    append(own.relationships, mark.relationships, out.relationships);
}

} // namespace lintas
