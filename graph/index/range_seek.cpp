#include "graph/index/range_seek.h"

#include "graph/index/same_value.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace lintas {

namespace {

std::vector<IndexEntry> united(const std::vector<IndexEntry>& left,
                               const std::vector<IndexEntry>& right) {
    std::vector<IndexEntry> all;
    std::ranges::set_union(left, right, std::back_inserter(all),
                           [](const IndexEntry& one, const IndexEntry& other) {
                               return std::is_lt(order_of(one, other));
                           });
    return all;
}

} // namespace

RangeSeek::RangeSeek(std::shared_ptr<const RangeIndex> index, const Snapshot& snapshot,
                     const KeyBounds& bounds, SeekOrder order, const std::vector<IndexEntry>& own)
    : index_{std::move(index)}, members_{snapshot, index_->definition().entity,
                                         index_->definition().labels},
      in_order_{order != SeekOrder::Any}, descending_{order == SeekOrder::Descending},
      is_exact_{index_->is_exact_for(snapshot)}, changed_{united(index_->changed(bounds), own)},
      changed_last_{changed_.size()} {
    std::tie(first_, last_) = index_->sorted().find(bounds);
    for (std::size_t at = 0; at < changed_.size(); ++at) places_.emplace(changed_[at].entity, at);
}

// An entity with the same keys in both lists comes with the changed ones.
bool RangeSeek::stands_among_changed(std::size_t sorted) const {
    const auto& entries = index_->sorted();
    const auto [first, last] = places_.equal_range(entries.entity(sorted));
    return std::any_of(first, last, [&](const auto& place) {
        const auto& keys = changed_[place.second].keys;
        for (std::size_t key = 0; key < keys.size(); ++key)
            if (!same_value(entries.key(key), sorted, keys[key])) return false;
        return true;
    });
}

bool RangeSeek::changed_comes_first() const {
    if (changed_first_ == changed_last_) return false;
    if (first_ == last_) return true;
    if (!in_order_) return false;
    const auto& [keys, entity] = changed_[next_changed()];
    for (std::size_t key = 0; key < keys.size(); ++key) {
        const auto found = index_->sorted().order_of(next_sorted(), key, keys[key]);
        if (std::is_neq(found)) return std::is_lt(found) == descending_;
    }
    return (index_->sorted().entity(next_sorted()) > entity) != descending_;
}

bool RangeSeek::take(Candidate& out) {
    while (true) {
        if (changed_comes_first()) {
            const auto at = next_changed();
            out = {changed_[at].entity, true, at};
            descending_ ? --changed_last_ : ++changed_first_;
            return true;
        }
        if (first_ == last_) return false;
        const auto at = next_sorted();
        descending_ ? --last_ : ++first_;
        if (!places_.empty() && stands_among_changed(at)) continue;
        out = {index_->sorted().entity(at), false, at};
        return true;
    }
}

bool RangeSeek::has_keys(const Candidate& candidate, const std::vector<Column>& columns,
                         std::size_t row) const {
    for (std::size_t key = 0; key < columns.size(); ++key) {
        const auto same =
            candidate.is_changed
                ? same_value(columns[key], row, changed_[candidate.at].keys[key])
                : same_value(columns[key], row, index_->sorted().key(key), candidate.at);
        if (!same) return false;
    }
    return true;
}

void RangeSeek::verify(const std::vector<Candidate>& candidates, EntityNumbers& out) const {
    EntityNumbers entities(candidates.size());
    std::ranges::transform(candidates, entities.begin(), &Candidate::entity);
    if (is_exact_ && changed_.empty()) {
        out.insert(out.end(), entities.begin(), entities.end());
        return;
    }
    const auto marks = members_.are_members(entities);
    std::vector<Candidate> members;
    EntityNumbers numbers;
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        if (marks[at] == 0) continue;
        members.push_back(candidates[at]);
        numbers.push_back(entities[at]);
    }
    std::vector<Column> columns;
    for (const auto& key : index_->definition().keys)
        columns.push_back(members_.gather(key, numbers));
    for (std::size_t row = 0; row < members.size(); ++row)
        if (has_keys(members[row], columns, row)) out.push_back(numbers[row]);
}

bool RangeSeek::next(EntityNumbers& out) {
    const auto before = out.size();
    while (out.size() == before) {
        std::vector<Candidate> candidates;
        Candidate candidate{};
        while (candidates.size() < batch_rows && take(candidate)) candidates.push_back(candidate);
        if (candidates.empty()) return false;
        verify(candidates, out);
    }
    return true;
}

} // namespace lintas
