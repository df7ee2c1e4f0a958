#include "graph/lmdb/copy_store.h"
#include "server/command.h"
#include "server/copy_report.h"

#include <memory>
#include <string>

namespace lintas::server {

namespace {

struct RestoreArguments {
    std::string file;
    std::string store;
    bool replace = false;
};

int run_restore(const RestoreArguments& arguments, Console& console) {
    const auto kind = arguments.replace ? CopyTarget::Replace : CopyTarget::New;
    console.output.write(
        copy_text(arguments.store, copy_lmdb_store(arguments.file, arguments.store, kind)));
    return 0;
}

} // namespace

Action define_restore(CommandLine& line) {
    const auto arguments = std::make_shared<RestoreArguments>();
    line.argument("FILE", arguments->file, "The backup");
    line.argument("STORE", arguments->store, "The store to make of it");
    line.flag("--replace", arguments->replace, "Also if there is a store already; it is forgotten");
    line.footer("Every checksum of the backup is looked at; a damaged one is not restored.");
    return [arguments](Console& console) { return run_restore(*arguments, console); };
}

} // namespace lintas::server
