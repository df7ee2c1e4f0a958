// Writes the values of a property of one group as a segment, in the smallest of the encodings that
// fit them.
#pragma once

#include "graph/lmdb/column_builder.h"
#include "graph/lmdb/dictionary.h"
#include "graph/lmdb/segment.h"

#include <cstdint>
#include <optional>

namespace lintas::lmdb {

// `rows` is the size of the group. With a dictionary, few different strings become codes of it (and
// are added to it). nullopt if there is no value at all: then there is no segment.
std::optional<SealedSegment> encode_column(const SegmentKey& key, const ColumnBuilder& column,
                                           std::uint32_t rows, DictionaryBuilder* dictionary);

} // namespace lintas::lmdb
