// The definitions of indexes and constraints as bytes; docs/storage.md has the layout.
#pragma once

#include "graph/lmdb/bytes.h"
#include "graph/schema.h"

#include <optional>

namespace lintas::lmdb {

void encode_schema(const Schema& schema, ByteWriter& writer);
// nullopt for bytes that are no schema.
std::optional<Schema> decode_schema(ByteReader& reader);

} // namespace lintas::lmdb
