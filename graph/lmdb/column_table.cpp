#include "graph/lmdb/column_table.h"

#include "graph/expect.h"
#include "graph/lmdb/damage.h"

#include <fmt/format.h>

namespace lintas::lmdb {

namespace {

[[noreturn]] void throw_damaged_segment(const StoredSegment& segment) {
    throw_damaged(fmt::format("segment `{}` is not as it was written", to_text(segment.key)));
}

} // namespace

const DictionaryView& StoredDictionary::view() const {
    return view_.get(mutex_, [this] {
        if (!is_intact(segment_)) throw_damaged_segment(segment_);
        auto view = DictionaryView::read(segment_);
        if (!view) throw_damaged_segment(segment_);
        return std::move(*view);
    });
}

void ColumnTable::add(std::uint32_t group, StoredSegment segment,
                      const StoredDictionary* dictionary) {
    if (groups_.empty()) first_group_ = group;
    expect(group - first_group_ >= groups_.size(), "segments come in order of their groups");
    groups_.resize(group - first_group_ + std::size_t{1});
    entries_.emplace_back(segment, dictionary);
    groups_.back() = &entries_.back();
}

ColumnView ColumnTable::read(const Entry& entry) {
    if (!is_intact(entry.segment)) throw_damaged_segment(entry.segment);
    const auto* dictionary = entry.dictionary ? &entry.dictionary->view() : nullptr;
    auto view = ColumnView::read(entry.segment, dictionary);
    if (!view) throw_damaged_segment(entry.segment);
    return std::move(*view);
}

} // namespace lintas::lmdb
