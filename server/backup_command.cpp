#include "graph/lmdb/copy_store.h"
#include "server/command.h"
#include "server/copy_report.h"

#include <memory>
#include <string>

namespace lintas::server {

namespace {

struct BackupArguments {
    std::string store;
    std::string file;
};

int run_backup(const BackupArguments& arguments, Console& console) {
    const auto report = copy_lmdb_store(arguments.store, arguments.file, CopyTarget::New);
    console.output.write(copy_text(arguments.file, report));
    return 0;
}

} // namespace

Action define_backup(CommandLine& line) {
    const auto arguments = std::make_shared<BackupArguments>();
    line.argument("STORE", arguments->store, "The store, a file");
    line.argument("FILE", arguments->file, "The backup; must not be there yet");
    line.footer(
        "The backup is the store as it is when the command begins, whoever reads or writes\n"
        "it meanwhile. It is a store itself: every command reads it.");
    return [arguments](Console& console) { return run_backup(*arguments, console); };
}

} // namespace lintas::server
