#include "graph/lmdb/ends_table.h"

#include "graph/lmdb/damage.h"

#include <fmt/format.h>

namespace lintas::lmdb {

void EndsTable::add(StoredSegment segment) {
    const std::size_t group = segment.key.group;
    if (group >= groups_.size()) groups_.resize(group + 1);
    groups_[group] = &entries_.emplace_back(segment);
}

EndsView EndsTable::read(const StoredSegment& segment) {
    auto view = is_intact(segment) ? EndsView::read(segment) : std::nullopt;
    if (!view)
        throw_damaged(fmt::format("segment `{}` is not as it was written", to_text(segment.key)));
    return std::move(*view);
}

} // namespace lintas::lmdb
