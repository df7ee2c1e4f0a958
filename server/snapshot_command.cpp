#include "graph/error.h"
#include "graph/lmdb/named_snapshots.h"
#include "server/command.h"
#include "server/copy_report.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <memory>
#include <string>

namespace lintas::server {

namespace {

struct SnapshotArguments {
    std::string store;
    std::string name;
    bool remove = false;
};

int list_snapshots(const SnapshotArguments& arguments, Console& console) {
    for (const auto& snapshot : named_snapshots(arguments.store))
        console.output.write(
            fmt::format("{}  {:%FT%TZ}  {:.1f} MB\n", snapshot.name,
                        fmt::gmtime(std::chrono::system_clock::to_time_t(snapshot.made)),
                        double(snapshot.bytes) / 1e6));
    return 0;
}

int run_snapshot(const SnapshotArguments& arguments, Console& console) {
    if (arguments.name.empty()) {
        if (arguments.remove)
            throw Error{ErrorCode::Usage, "The name of the snapshot to delete is not given"};
        return list_snapshots(arguments, console);
    }
    if (arguments.remove) {
        delete_named_snapshot(arguments.store, arguments.name);
        return 0;
    }
    console.output.write(
        copy_text(arguments.name, make_named_snapshot(arguments.store, arguments.name)));
    return 0;
}

} // namespace

Action define_snapshot(CommandLine& line) {
    const auto arguments = std::make_shared<SnapshotArguments>();
    line.argument("STORE", arguments->store, "The store, a file");
    line.optional_argument("NAME", arguments->name,
                           "Of the snapshot; without it, those that are there are listed");
    line.flag("--delete", arguments->remove, "Deletes the snapshot of that name");
    line.footer(
        "Snapshots are in the folder STORE.snapshots. `lintas query`, `stats`, `export` and\n"
        "`serve` read one with --as-of NAME.");
    return [arguments](Console& console) { return run_snapshot(*arguments, console); };
}

} // namespace lintas::server
