#include "graph/index/range_index.h"

#include "graph/error.h"
#include "graph/index/read_entries.h"

#include <iterator>
#include <mutex>

namespace lintas {

namespace {

SortedEntries build(const IndexDefinition& definition, const Snapshot& snapshot,
                    BuildProgress& progress) {
    progress.all = LabelledEntities{snapshot, definition.entity, definition.labels}.count();
    return read_entries(definition, snapshot, [&progress](std::uint64_t read) {
        progress.done = read;
        if (progress.stop.stop_requested())
            throw Error{ErrorCode::Limit, "Building an index was stopped"};
    });
}

} // namespace

RangeIndex::RangeIndex(IndexDefinition definition, const Snapshot& snapshot,
                       BuildProgress& progress)
    : definition_{std::move(definition)}, sorted_{build(definition_, snapshot, progress)},
      identity_{snapshot.identity()}, covered_{snapshot.version()} {}

// Goes on from the newest covered state before the snapshot: what was not touched since then has
// the keys that it had there, and what was touched is read from the snapshot.
Coverage RangeIndex::cover(const Snapshot& snapshot) {
    constexpr std::size_t most_versions = 1'000;
    const auto version = snapshot.version();
    {
        const std::shared_lock lock{guard_};
        if (covered_.contains(version) && snapshot.identity() == identity_)
            return Coverage::Complete;
    }
    if (snapshot.identity() != identity_) return Coverage::Unknown;
    const std::unique_lock lock{guard_};
    const auto after = covered_.upper_bound(version);
    if (after == covered_.begin()) return Coverage::Older;
    TouchedMark mark{*std::prev(after), 0, 0};
    Touched touched;
    if (!snapshot.touched_since(mark, touched)) return Coverage::Unknown;
    const LabelledEntities members{snapshot, definition_.entity, definition_.labels};
    changed_.add(members, definition_.keys, touched_numbers(touched, definition_.entity));
    covered_.insert(version);
    // The first stays, for snapshots of states in between.
    if (covered_.size() > most_versions) covered_.erase(std::next(covered_.begin()));
    return Coverage::Complete;
}

bool RangeIndex::is_worn() const {
    constexpr std::size_t few = 4'096;
    const std::shared_lock lock{guard_};
    return changed_.size() > few + sorted_.size() / 4;
}

std::vector<IndexEntry> RangeIndex::changed(const KeyBounds& bounds) const {
    std::vector<IndexEntry> found;
    const std::shared_lock lock{guard_};
    changed_.find(bounds, found);
    return found;
}

bool RangeIndex::is_exact_for(const Snapshot& snapshot) const {
    const std::shared_lock lock{guard_};
    return snapshot.version() == *covered_.begin();
}

} // namespace lintas
