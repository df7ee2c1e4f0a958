// The indexes of a store as one snapshot or one running transaction sees them.
//
// Invariant: what a search gives is right for that state of the graph, a transaction's own writes
// up to now included. Not thread-safe. A transaction's view must not be used after its commit.
#pragma once

#include "graph/index/indexes.h"
#include "graph/index/range_seek.h"
#include "graph/index/text_search.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace lintas {

class IndexView {
public:
    // The snapshot, or transaction, outlives it.
    IndexView(std::shared_ptr<Indexes> indexes, const Snapshot& snapshot);
    IndexView(std::shared_ptr<Indexes> indexes, const Transaction& transaction);
    ~IndexView();

    Indexes& indexes() const { return *indexes_; }
    // The newest committed state that the view builds on.
    const Snapshot& committed() const { return committed_ ? *committed_ : snapshot_; }

    // nullopt where the index is not there (yet): then the graph has to be scanned.
    std::optional<RangeSeek> seek(const IndexDefinition& definition, const KeyBounds& bounds,
                                  SeekOrder order = SeekOrder::Any);

    // What a query of words finds, best first. Waits until the index is built; where it cannot be
    // used, the texts of the state itself are read. `check` is called meanwhile and may throw.
    std::vector<TextHit> search(const IndexDefinition& definition, const TextQuery& query,
                                const std::function<void()>& check);

private:
    // What the transaction itself has written, as far as an index is concerned.
    struct Own {
        std::shared_ptr<const RangeIndex> index; // shared with the store's other views
        ChangedEntries entries;
        TouchedMark mark;
    };

    // What was found for a snapshot, so that it is found once.
    struct Found {
        IndexDefinition definition;
        std::uint64_t version = 0;
        std::shared_ptr<const RangeIndex> index; // shared with the store's other views
    };

    Own* find_own(const IndexDefinition& definition);
    std::shared_ptr<const RangeIndex> find_committed(const IndexDefinition& definition);

    std::shared_ptr<Indexes> indexes_; // shared by the store's views
    const Snapshot& snapshot_;
    // The state that the transaction began on, shared with the store; nullptr for a snapshot.
    std::shared_ptr<const Snapshot> committed_;
    std::map<std::uint64_t, std::pair<IndexDefinition, Own>> own_; // by id of definition
    std::map<std::uint64_t, Found> found_;                         // likewise
};

} // namespace lintas
