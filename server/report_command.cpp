#include "graph/error.h"
#include "graph/lmdb/lmdb_store.h"
#include "graph/lmdb/named_snapshots.h"
#include "query/engine.h"
#include "server/command.h"
#include "server/report/print_pdf.h"
#include "server/report/write_report.h"
#include "server/snapshot_diff.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <filesystem>
#include <memory>

namespace lintas::server {

namespace {

struct ReportArguments {
    std::string store;
    std::string folder;
    std::string from;
    std::string to;
    std::string templates;
    std::string chromium;
    std::uint64_t smallest_cell = 3;
    bool no_pdf = false;
    report::Options options;
};

std::optional<std::int64_t> year(const std::string& option, const std::string& text) {
    if (text.empty()) return std::nullopt;
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc{} || end != text.data() + text.size() || number < 1 || number > 9999)
        throw Error{ErrorCode::Usage, fmt::format("{} is `{}`; it must be a year", option, text)};
    return number;
}

void print(const ReportArguments& arguments, const std::filesystem::path& html,
           const std::string& day, Console& console) {
    if (arguments.no_pdf) return;
    const auto chromium = report::find_chromium(arguments.chromium);
    if (!chromium) {
        console.errors << "No PDF was made: it is printed by Chromium, and none is installed (the "
                          "Debian package is `chromium`)\n";
        return;
    }
    if (console.errors_are_a_terminal) console.errors << "\r\033[KPrinting the PDF";
    report::print_pdf(*chromium, html, html.parent_path() / "report.pdf", day);
    if (console.errors_are_a_terminal) console.errors << "\r\033[K";
}

int run_report(const ReportArguments& arguments, Console& console) {
    if (arguments.folder.empty())
        throw Error{ErrorCode::Usage,
                    "No folder for the report is given; see `lintas report --help`"};
    const auto begin = std::chrono::steady_clock::now();
    auto options = arguments.options;
    options.from = year("--from", arguments.from);
    options.to = year("--to", arguments.to);
    options.smallest_cell = static_cast<std::int64_t>(arguments.smallest_cell);

    const report::Forms forms{arguments.templates};
    const auto texts = forms.texts();
    const auto store = open_lmdb_store(arguments.store);
    // Said now, and not after all other figures are made.
    if (!options.previous.empty()) named_snapshot_for(arguments.store, options.previous);
    query::Engine engine{*store, {.read_only = true}};
    engine.add_procedure(snapshot_diff_procedure(arguments.store));
    const auto show = [&console](std::string_view figure, std::size_t done, std::size_t of,
                                 std::string_view query) {
        console.query = query;
        if (console.errors_are_a_terminal)
            console.errors << fmt::format("\r\033[K{} of {}  {}", done, of, figure) << std::flush;
    };
    const auto made = report::make_report(engine, options, forms.taxonomy(), texts, show);
    if (console.errors_are_a_terminal) console.errors << "\r\033[K";
    console.query.clear();
    const auto html = report::write_report(made, texts, forms, arguments.folder);
    print(arguments, html, made.options.as_of, console);
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begin;
    console.output.write(fmt::format("Wrote {} in {:.1f} s\n", html.string(), elapsed.count()));
    return 0;
}

} // namespace

Action define_report(CommandLine& line) {
    const auto arguments = std::make_shared<ReportArguments>();
    auto& options = arguments->options;
    line.argument("STORE", arguments->store, "The store, a file");
    line.option("--out", arguments->folder, "The folder that the report is written to");
    line.option("--region", options.region, "Whose network it is");
    line.option("--against", options.against, "The region on the other side");
    line.option("--country", options.country, "ISO code of the only member to profile");
    line.option("--from", arguments->from, "First year; else ten years before the last");
    line.option("--to", arguments->to, "Last year; else the last one with events");
    line.option("--topic", options.topic, "Code of the only topic that counts");
    line.option("--previous", options.previous, "Snapshot that an earlier report was made of");
    line.option("--as-of", options.as_of,
                "Day whose memberships hold; else that of the newest record");
    line.option("--smallest-cell", arguments->smallest_cell,
                "Counts of persons below it are not shown");
    line.option("--templates", arguments->templates,
                "Folder with templates, texts or taxonomy of your own");
    line.option("--chromium", arguments->chromium, "The browser that prints the PDF");
    line.flag("--no-pdf", arguments->no_pdf, "Print no PDF");
    line.footer("Writes report.html, report.md, report.json and report.pdf, the answers of all\n"
                "queries as CSV and JSON, and the drawings as SVG.");
    return [arguments](Console& console) { return run_report(*arguments, console); };
}

} // namespace lintas::server
