// Brings the segments' state up to the newest commit of the log.
#pragma once

#include "graph/lmdb/log_format.h"
#include "graph/lmdb/overlaid.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace lintas::lmdb {

// The state with no commit after the segments'.
State state_of(std::shared_ptr<const LmdbSnapshot> base, std::shared_ptr<ChangeLog> changes);

// Applies the changes of a commit's record. Throws Storage for bytes that are no changes.
void apply_record(ByteView record, Overlay& overlay, std::uint64_t edit);

// The log if it belongs to this store; nullopt if the store has none: then one that is there is of
// a store that was here before. Throws Storage if the store has one, and it is missing, another
// one, older than the segments, or damaged.
std::optional<LogContent> own_log(ByteView bytes, const StoreHeader& header);

// Applies the commits that the segments do not have. Throws Storage if some are missing.
void replay(const LogContent& log, State& state, std::uint64_t edit);

} // namespace lintas::lmdb
