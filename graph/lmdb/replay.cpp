#include "graph/lmdb/replay.h"

#include "graph/lmdb/damage.h"

#include <fmt/format.h>

namespace lintas::lmdb {

namespace {

// Where the ids of new entities begin: behind those of the last group if that is mixed, else in a
// group of their own.
std::uint64_t next_id(const GroupList& groups) {
    if (groups.empty() || groups.back().owner != mixed_owner)
        return std::uint64_t{groups.size()} << row_bits;
    return ((std::uint64_t{groups.size()} - 1) << row_bits) + groups.back().rows;
}

} // namespace

State state_of(std::shared_ptr<const LmdbSnapshot> base, std::shared_ptr<ChangeLog> changes) {
    const std::shared_ptr<const Symbols> symbols{base, &base->symbols()};
    const auto& tables = base->tables();
    const NextIds next{next_id(tables.groups(Entity::Node)),
                       next_id(tables.groups(Entity::Relationship))};
    const std::shared_ptr<const Schema> schema{base, &base->schema()};
    const auto version = base->version();
    return {std::move(base), Overlay{symbols, schema, next}, std::move(changes), version};
}

void apply_record(ByteView record, Overlay& overlay, std::uint64_t edit) {
    ByteReader reader{record};
    while (reader.left() > 0) {
        const auto change = decode_change(reader);
        if (!change || !overlay.apply(*change, edit))
            throw_damaged("a commit of the log holds something else than changes");
    }
}

std::optional<LogContent> own_log(ByteView bytes, const LmdbSnapshot& base) {
    if (bytes.empty()) return std::nullopt;
    auto log = read_log(bytes);
    if (!log) throw_damaged("the log beside it does not begin as one");
    if (log->header.uuid != base.identity()) return std::nullopt;
    return log;
}

void replay(const LogContent& log, State& state, std::uint64_t edit) {
    if (log.header.first_lsn > state.version + 1)
        throw_damaged(fmt::format("the log begins with commit {}, and the segments end with {}",
                                  log.header.first_lsn, state.version));
    for (const auto& [lsn, record] : log.commits) {
        if (lsn <= state.version) continue;
        apply_record(record, state.overlay, edit);
        state.version = lsn;
    }
}

} // namespace lintas::lmdb
