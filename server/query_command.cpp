#include "graph/error.h"
#include "query/engine.h"
#include "server/command.h"
#include "server/json/json_reader.h"
#include "server/open_store.h"
#include "server/output/changes_text.h"
#include "server/output/output_format.h"
#include "server/snapshot_diff.h"
#include "server/snapshots_procedure.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <unistd.h>

namespace lintas::server {

namespace {

constexpr std::uint64_t bytes_a_megabyte = std::uint64_t{1} << 20;

// Half of what the machine has, so that a query that asks for too much does not end other programs.
std::uint64_t default_query_megabytes() {
    const auto pages = static_cast<std::uint64_t>(std::max(0L, ::sysconf(_SC_PHYS_PAGES)));
    const auto page_bytes = static_cast<std::uint64_t>(std::max(0L, ::sysconf(_SC_PAGESIZE)));
    return pages * page_bytes / 2 / bytes_a_megabyte;
}

struct QueryArguments {
    std::string store;
    std::string text;
    std::vector<std::string> parameters;
    std::string format = "table";
    std::string as_of;
    std::uint64_t timeout = 0;
    std::string import_folder;
    std::uint64_t memory = default_query_megabytes();
    bool read_only = false;
};

Map read_parameters(const std::vector<std::string>& texts) {
    Map parameters;
    for (const auto& text : texts) {
        const auto equals = text.find('=');
        if (equals == 0 || equals == text.npos)
            throw Error{ErrorCode::Usage,
                        fmt::format("The parameter `{}` is not of the form NAME=JSON", text)};
        const auto name = text.substr(0, equals);
        const auto blame = fmt::format("The JSON of the parameter `{}` (text needs quotes)", name);
        const auto value =
            read_json(std::string_view{text}.substr(equals + 1), {ErrorCode::Usage, blame});
        if (!parameters.emplace(name, value).second)
            throw Error{ErrorCode::Usage, fmt::format("The parameter `{}` is given twice", name)};
    }
    return parameters;
}

std::string read_all(std::istream& input) {
    return {std::istreambuf_iterator<char>{input}, std::istreambuf_iterator<char>{}};
}

int run_query(const QueryArguments& arguments, Console& console) {
    const auto& format = output_format(arguments.format);
    const auto parameters = read_parameters(arguments.parameters);
    query::Limits limits;
    limits.time = std::chrono::seconds{arguments.timeout};
    limits.import_folder = arguments.import_folder;
    limits.memory_bytes = arguments.memory * bytes_a_megabyte;

    const auto store = open_store(arguments.store, arguments.as_of);
    query::Engine engine{*store, {.read_only = arguments.read_only || !arguments.as_of.empty()}};
    engine.add_procedure(snapshots_procedure(arguments.store));
    engine.add_procedure(snapshot_diff_procedure(arguments.store));
    console.query = arguments.text == "-" ? read_all(console.input) : arguments.text;
    const auto cursor = engine.run(console.query, parameters, limits);
    format.write(*cursor, console.output);
    if (const auto changes = changes_text(cursor->summary().counters); !changes.empty())
        console.errors << changes << '\n';
    for (const auto& notification : cursor->summary().notifications)
        console.errors << notification.title << ": " << notification.description << '\n';
    return 0;
}

std::string describe_formats() {
    std::string text = "Formats:\n";
    for (const auto& format : output_formats())
        text += fmt::format("  {:8}{}\n", format.name, format.description);
    return text;
}

} // namespace

Action define_query(CommandLine& line) {
    const auto arguments = std::make_shared<QueryArguments>();
    line.argument("STORE", arguments->store, "The store, a file");
    line.argument("CYPHER", arguments->text, "The query; `-` reads it from standard input");
    line.option("-p,--parameter", arguments->parameters,
                "NAME=JSON, the value of $NAME; may be repeated");
    line.option("--format", arguments->format, "How the answer is written");
    line.option("--as-of", arguments->as_of,
                "Asks the snapshot of that name; nothing can be changed");
    line.flag("--read-only", arguments->read_only, "Refuses what would change the store");
    line.option("--timeout", arguments->timeout, "Seconds after which to give up, 0 for never");
    line.option("--import-folder", arguments->import_folder,
                "The folder that LOAD CSV may read from; without it nothing");
    line.option("--memory", arguments->memory, "Megabytes that the query may hold, 0 for any");
    line.footer(describe_formats());
    return [arguments](Console& console) { return run_query(*arguments, console); };
}

} // namespace lintas::server
