#include "loaders/csv_export.h"
#include "server/command.h"
#include "server/load_progress.h"
#include "server/open_store.h"

#include <fmt/format.h>

#include <memory>
#include <string>

namespace lintas::server {

namespace {

struct ExportArguments {
    std::string store;
    std::string folder;
    std::string as_of;
};

int run_export(const ExportArguments& arguments, Console& console) {
    const auto store = open_store(arguments.store, arguments.as_of);
    const auto report = loaders::export_csv(*store->snapshot(), arguments.folder);
    console.output.write(fmt::format("{}: {} nodes, {} relationships in {} files\n",
                                     arguments.folder, grouped(report.nodes),
                                     grouped(report.relationships), grouped(report.files)));
    return 0;
}

} // namespace

Action define_export(CommandLine& line) {
    const auto arguments = std::make_shared<ExportArguments>();
    line.argument("STORE", arguments->store, "The store, a file");
    line.argument("FOLDER", arguments->folder, "Where the files go; is made, or has to be empty");
    line.option("--as-of", arguments->as_of, "Of the snapshot of that name");
    line.footer("`lintas load NEW csv=FOLDER` makes an equal graph of the files.");
    return [arguments](Console& console) { return run_export(*arguments, console); };
}

} // namespace lintas::server
