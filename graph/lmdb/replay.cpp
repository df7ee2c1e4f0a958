#include "graph/lmdb/replay.h"

#include "graph/error.h"
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

[[noreturn]] void refuse_log(std::string_view what) {
    throw Error{
        ErrorCode::Storage,
        fmt::format("The store's log, the file beside it that ends in `-log`, {}. Its latest "
                    "commits are in there: who copies or moves a store takes both files. "
                    "`lintas compact --without-log` goes on without them",
                    what)};
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

std::optional<LogContent> own_log(ByteView bytes, const StoreHeader& header) {
    if (bytes.empty()) {
        if (header.has_log()) refuse_log("is missing");
        return std::nullopt;
    }
    const auto found = decode_log_header(bytes);
    if (!found) throw_damaged("the log beside it does not begin as one");
    if (found->uuid != header.log) {
        if (header.has_log()) refuse_log("is of another store");
        return std::nullopt;
    }
    auto log = read_log(bytes);
    // A merge takes what the log has and then cuts it, so that the log never ends before it.
    if (log->header.first_lsn + log->commits.size() < header.next_lsn)
        refuse_log("is an older one: commits that the store has were never in it");
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
