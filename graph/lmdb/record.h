// Record: a small value of the tables `meta`, `cat` and `stat`: a checksum of eight bytes over key
// and value, then the value.
#pragma once

#include "graph/lmdb/bytes.h"
#include "graph/lmdb/environment.h"

#include <functional>
#include <optional>
#include <string>

namespace lintas::lmdb {

struct Record {
    Bytes key;
    Bytes value; // without its checksum
};

// What takes note of a fault in a store: throws when opening, lists when checking.
using Report = std::function<void(const std::string&)>;

void put_record(LmdbTransaction& transaction, Table table, const Record& record);
// The value; nullopt if the checksum does not hold.
std::optional<ByteView> open_record(const TableEntry& entry);

} // namespace lintas::lmdb
