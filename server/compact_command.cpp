#include "graph/lmdb/copy_store.h"
#include "server/command.h"
#include "server/copy_report.h"

#include <fmt/format.h>

#include <memory>
#include <string>

namespace lintas::server {

namespace {

struct CompactArguments {
    std::string store;
    bool without_log = false;
};

int run_compact(const CompactArguments& arguments, Console& console) {
    const auto& store = arguments.store;
    const auto report = copy_lmdb_store(store, store, CopyTarget::Replace,
                                        arguments.without_log ? CopyLog::Leave : CopyLog::Take);
    console.output.write(copy_text(store, report));
    console.output.write(
        fmt::format("It was {:.1f} MB before\n", double(report.bytes_before) / 1e6));
    return 0;
}

} // namespace

Action define_compact(CommandLine& line) {
    const auto arguments = std::make_shared<CompactArguments>();
    line.argument("STORE", arguments->store, "The store, a file");
    line.flag("--without-log", arguments->without_log,
              "Go on without the log, where it is lost, and without the commits in it");
    line.footer(
        "Needs room for a second store while it runs. A store that somebody writes to is not\n"
        "compacted; who reads it meanwhile keeps the old file until they open it anew.");
    return [arguments](Console& console) { return run_compact(*arguments, console); };
}

} // namespace lintas::server
