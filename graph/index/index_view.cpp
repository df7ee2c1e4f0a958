#include "graph/index/index_view.h"

#include "graph/memory_meter.h"

namespace lintas {

IndexView::IndexView(std::shared_ptr<Indexes> indexes, const Snapshot& snapshot)
    : indexes_{std::move(indexes)}, snapshot_{snapshot} {}

// There is one writer, so the newest state is the one that the transaction began on.
IndexView::IndexView(std::shared_ptr<Indexes> indexes, const Transaction& transaction)
    : indexes_{std::move(indexes)}, snapshot_{transaction}, committed_{
                                                                indexes_->store().snapshot()} {}

IndexView::~IndexView() = default;

IndexView::Own* IndexView::find_own(const IndexDefinition& definition) {
    const Unmetered unmetered; // kept for the statements to come
    auto& [known, own] = own_[definition.id];
    if (!own.index || known != definition) {
        own = {indexes_->find_range(definition, *committed_), {}, {committed_->version(), 0, 0}};
        known = definition;
    }
    if (!own.index) return nullptr;
    Touched touched;
    if (!snapshot_.touched_since(own.mark, touched)) return nullptr;
    const LabelledEntities members{snapshot_, definition.entity, definition.labels};
    own.entries.add(members, definition.keys, touched_numbers(touched, definition.entity));
    return &own;
}

std::shared_ptr<const RangeIndex> IndexView::find_committed(const IndexDefinition& definition) {
    auto& [known, version, index] = found_[definition.id];
    if (!index || version != snapshot_.version() || known != definition) {
        known = definition;
        version = snapshot_.version();
        index = indexes_->find_range(definition, snapshot_);
    }
    return index;
}

std::optional<RangeSeek> IndexView::seek(const IndexDefinition& definition, const KeyBounds& bounds,
                                         SeekOrder order) {
    std::vector<IndexEntry> own_entries;
    if (!committed_) {
        auto index = find_committed(definition);
        if (!index) return std::nullopt;
        return RangeSeek{std::move(index), snapshot_, bounds, order, own_entries};
    }
    const auto* own = find_own(definition);
    if (own == nullptr) return std::nullopt;
    own->entries.find(bounds, own_entries);
    return RangeSeek{own->index, snapshot_, bounds, order, own_entries};
}

std::vector<TextHit> IndexView::search(const IndexDefinition& definition, const TextQuery& query,
                                       const std::function<void()>& check) {
    constexpr std::chrono::milliseconds pause{20};
    while (!indexes_->wait(definition, committed(), std::chrono::steady_clock::now() + pause))
        check();
    std::shared_ptr<const TextParts> parts;
    if (const auto index = indexes_->find_full_text(definition, committed()))
        parts = index->parts(snapshot_);
    if (!parts) {
        BuildProgress progress;
        parts = read_text_parts(definition, snapshot_, progress);
    }
    return search_text(*parts, query);
}

} // namespace lintas
