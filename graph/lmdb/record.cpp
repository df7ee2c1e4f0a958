#include "graph/lmdb/record.h"

#include "graph/lmdb/checksum.h"

namespace lintas::lmdb {

void put_record(LmdbTransaction& transaction, Table table, const Record& record) {
    ByteWriter writer;
    writer.put(checksum(record.key, record.value));
    writer.put_all(ByteView{record.value});
    transaction.put(table, record.key, writer.take());
}

std::optional<ByteView> open_record(const TableEntry& entry) {
    ByteReader reader{entry.value};
    const auto sum = reader.get<std::uint64_t>();
    if (!sum || *sum != checksum(entry.key, reader.rest())) return std::nullopt;
    return reader.rest();
}

} // namespace lintas::lmdb
