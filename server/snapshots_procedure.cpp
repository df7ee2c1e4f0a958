#include "server/snapshots_procedure.h"

#include "graph/lmdb/lmdb_store.h"
#include "graph/lmdb/named_snapshots.h"

#include <chrono>
#include <cstdint>

namespace lintas::server {

namespace {

Value time_value(std::chrono::system_clock::time_point time) {
    ZonedDateTime value;
    value.seconds = std::chrono::system_clock::to_time_t(time);
    return value;
}

query::ProcedureRows rows_of(const std::string& store) {
    query::ProcedureRows rows;
    for (const auto& named : named_snapshots(store)) {
        const auto opened = open_lmdb_store(named.path);
        const auto snapshot = opened->snapshot();
        rows.push_back({Value{named.name}, time_value(named.made),
                        Value{std::int64_t(snapshot->version())},
                        Value{std::int64_t(snapshot->statistics().nodes)},
                        Value{std::int64_t(snapshot->statistics().relationships)},
                        Value{std::int64_t(named.bytes)}});
    }
    return rows;
}

} // namespace

query::Procedure snapshots_procedure(std::string store) {
    query::Procedure procedure;
    procedure.name = "data.snapshots";
    procedure.columns = {
        {"name", query::Accepts::String},           {"made", query::Accepts::ZonedDateTime},
        {"version", query::Accepts::Integer},       {"nodes", query::Accepts::Integer},
        {"relationships", query::Accepts::Integer}, {"bytes", query::Accepts::Integer}};
    procedure.call = [store = std::move(store)](query::Arguments, query::ProcedureContext&) {
        return query::answer_of(rows_of(store));
    };
    procedure.summary = "The named snapshots of this store, which `--as-of` reads";
    procedure.required = 0;
    return procedure;
}

} // namespace lintas::server
