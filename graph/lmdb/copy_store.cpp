#include "graph/lmdb/copy_store.h"

#include "graph/error.h"
#include "graph/lmdb/damage.h"
#include "graph/lmdb/load_file.h"
#include "graph/lmdb/merge.h"
#include "graph/lmdb/open_files.h"
#include "graph/lmdb/replay.h"
#include "graph/lmdb/store_writer.h"

#include <fmt/format.h>

#include <optional>
#include <span>
#include <vector>

namespace lintas {

using namespace lmdb;

namespace {

// The records of a table, each after its checksum was looked at.
std::vector<Record> records_of(std::span<const TableEntry> entries, std::string_view table) {
    std::vector<Record> records;
    for (const auto& entry : entries) {
        const auto value = open_record(entry);
        if (!value) throw_damaged(fmt::format("a record of the table `{}` is damaged", table));
        records.push_back({{entry.key.begin(), entry.key.end()}, {value->begin(), value->end()}});
    }
    return records;
}

void copy_segments(std::span<const TableEntry> entries, StoreWriter& writer) {
    for (const auto& entry : entries) {
        const auto key = to_segment_key(entry.key);
        if (!key) throw_damaged("a segment has no key of a segment");
        if (!is_intact({*key, entry.value}))
            throw_damaged(fmt::format("segment `{}` is damaged", to_text(*key)));
        writer.put({*key, {entry.value.begin(), entry.value.end()}});
    }
}

// A copy has no log.
StoreHeader header_of_copy(const LmdbSnapshot& original) {
    auto header = original.header();
    header.log.clear();
    return header;
}

void copy_tables(const LmdbSnapshot& original, StoreWriter& writer) {
    const auto& tables = original.entries();
    copy_segments(tables.segments, writer);
    auto header = header_of_copy(original);
    writer.finish({records_of(tables.catalogue, "cat"), records_of(tables.statistics, "stat"),
                   [&header](std::uint64_t transaction) {
                       header.transaction = transaction;
                       return to_records(header);
                   }});
}

// What the log has goes into the copy's segments, so that the copy is one file.
void merge_log(const State& state, const std::filesystem::path& copy) {
    Environment environment{copy, {.is_new_file = true}};
    merge(state, environment, header_of_copy(*state.base));
    environment.sync();
}

// The newest state, and what keeps its file open.
struct Original {
    std::shared_ptr<const void> owner;
    OverlaidSnapshot snapshot;
};

Original open_original(const std::filesystem::path& source, CopyLog log) {
    if (log == CopyLog::Take) {
        const auto store = open_shared(source, default_map_bytes);
        return {store, OverlaidSnapshot{store->state()}};
    }
    auto segments = std::make_shared<const LmdbSnapshot>(source, default_map_bytes);
    return {nullptr,
            OverlaidSnapshot{state_of(std::move(segments), std::make_shared<ChangeLog>())}};
}

} // namespace

CopyReport copy_lmdb_store(const std::filesystem::path& source, const std::filesystem::path& target,
                           CopyTarget kind, CopyLog log) {
    if (kind == CopyTarget::New && std::filesystem::exists(target))
        throw Error{ErrorCode::Storage, fmt::format("There is something at `{}` already; it stays "
                                                    "as it is",
                                                    target.string())};
    // Before the original is looked at: nobody writes to the target from now on.
    LoadFile file{target};
    const auto opened = open_original(source, log);
    const auto& original = opened.snapshot;
    CopyReport report;
    report.version = original.version();
    report.nodes = original.statistics().nodes;
    report.relationships = original.statistics().relationships;
    report.bytes_before = std::filesystem::file_size(source);
    std::optional<StoreWriter> writer{std::in_place, file.path()};
    copy_tables(*original.state().base, *writer);
    writer.reset();
    if (!original.state().overlay.is_empty()) merge_log(original.state(), file.path());
    file.publish();
    report.bytes = std::filesystem::file_size(target);
    return report;
}

} // namespace lintas
