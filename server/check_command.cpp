#include "graph/lmdb/check.h"
#include "server/command.h"
#include "server/load_progress.h"
#include "server/output/display_width.h"

#include <fmt/format.h>

#include <memory>

namespace lintas::server {

namespace {

int run_check(const std::string& path, Console& console) {
    const auto report = check_lmdb_store(path);
    for (const auto& finding : report.findings) console.output.write(visible(finding) + "\n");
    console.output.write(fmt::format(
        "{}: {} in {} nodes, {} relationships, {} segments, {} pages\n", path,
        report.findings.empty() ? "nothing wrong" : "damage", grouped(report.nodes),
        grouped(report.relationships), grouped(report.segments), grouped(report.pages)));
    return report.findings.empty() ? 0 : 1;
}

} // namespace

Action define_check(CommandLine& line) {
    const auto store = std::make_shared<std::string>();
    line.argument("STORE", *store, "The store, a file");
    line.footer("Says what is wrong, a line each, and ends with exit code 1 if anything is.");
    return [store](Console& console) { return run_check(*store, console); };
}

} // namespace lintas::server
