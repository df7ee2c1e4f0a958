#include "graph/lmdb/store_header.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace lintas::lmdb {

namespace {

Bytes copy(std::string_view text) {
    const auto bytes = bytes_of(text);
    return {bytes.begin(), bytes.end()};
}

template <typename... Numbers> Record numbers(std::string_view key, const Numbers&... values) {
    ByteWriter writer;
    (writer.put(values), ...);
    return {copy(key), writer.take()};
}

const TableEntry* find(std::span<const TableEntry> meta, std::string_view key) {
    const auto found = std::ranges::find_if(
        meta, [key](const TableEntry& entry) { return text_of(entry.key) == key; });
    return found == meta.end() ? nullptr : &*found;
}

// Reads the records of `meta`, each of the size that it has to have.
class HeaderReader {
public:
    HeaderReader(std::span<const TableEntry> meta, const Report& report)
        : meta_{meta}, report_{report} {}

    template <typename T> void read(std::string_view key, T& value) const {
        if (const auto bytes = bytes_for(key, sizeof value); bytes.size() == sizeof value)
            std::memcpy(&value, bytes.data(), sizeof value);
    }
    void read_text(std::string_view key, std::string& text) const {
        text = text_of(bytes_for(key, std::nullopt));
    }

private:
    ByteView bytes_for(std::string_view key, std::optional<std::size_t> size) const {
        const auto* entry = find(meta_, key);
        const auto bytes = entry ? open_record(*entry) : std::nullopt;
        if (bytes && (!size || bytes->size() == *size)) return *bytes;
        report_(fmt::format("Record `{}` of table `meta` is {}", key,
                            entry ? "damaged" : "missing: the store was not finished"));
        return {};
    }

    std::span<const TableEntry> meta_;
    const Report& report_;
};

} // namespace

std::vector<Record> to_records(const StoreHeader& header) {
    return {
        numbers("format", format_version),
        {copy("log"), copy(header.log)},
        numbers("lsn", header.next_lsn, header.merged_lsn),
        {copy("made"), copy(header.made_by)},
        numbers("transaction", header.transaction),
        {copy("uuid"), copy(header.uuid)},
    };
}

void write_log_uuid(const Environment& file, StoreHeader header, const std::string& log) {
    LmdbTransaction transaction{file, Access::Write};
    header.log = log;
    header.transaction = transaction.id();
    const auto table = transaction.find_table("meta").value();
    for (const auto& record : to_records(header)) put_record(transaction, table, record);
    transaction.commit();
}

std::optional<std::uint32_t> find_format(std::span<const TableEntry> meta) {
    const auto* entry = find(meta, "format");
    const auto bytes = entry ? open_record(*entry) : std::nullopt;
    return bytes ? ByteReader{*bytes}.get<std::uint32_t>() : std::nullopt;
}

StoreHeader read_store_header(std::span<const TableEntry> meta, std::uint64_t transaction,
                              const Report& report) {
    const HeaderReader reader{meta, report};
    StoreHeader header;
    std::array<std::uint64_t, 2> lsns{};
    reader.read("format", header.format);
    reader.read("lsn", lsns);
    reader.read_text("made", header.made_by);
    reader.read_text("uuid", header.uuid);
    reader.read("transaction", header.transaction);
    header.next_lsn = lsns[0];
    header.merged_lsn = lsns[1];
    if (header.format > 2)
        reader.read_text("log", header.log);
    else
        header.log = header.uuid;
    const auto expected = header.format > 2 ? 6U : 5U;
    if (meta.size() != expected)
        report(fmt::format("Table `meta` has {} records, not {}", meta.size(), expected));
    if (header.transaction != transaction)
        report(fmt::format("The newest state is of transaction {}, the file's is {}",
                           header.transaction, transaction));
    return header;
}

} // namespace lintas::lmdb
