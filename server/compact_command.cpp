#include "graph/lmdb/copy_store.h"
#include "server/command.h"
#include "server/copy_report.h"

#include <fmt/format.h>

#include <memory>
#include <string>

namespace lintas::server {

namespace {

int run_compact(const std::string& store, Console& console) {
    const auto report = copy_lmdb_store(store, store, CopyTarget::Replace);
    console.output.write(copy_text(store, report));
    console.output.write(
        fmt::format("It was {:.1f} MB before\n", double(report.bytes_before) / 1e6));
    return 0;
}

} // namespace

Action define_compact(CommandLine& line) {
    const auto store = std::make_shared<std::string>();
    line.argument("STORE", *store, "The store, a file");
    line.footer(
        "Needs room for a second store while it runs. A store that somebody writes to is not\n"
        "compacted; who reads it meanwhile keeps the old file until they open it anew.");
    return [store](Console& console) { return run_compact(*store, console); };
}

} // namespace lintas::server
