#include "graph/error.h"
#include "query/engine.h"
#include "server/command.h"
#include "server/limit_arguments.h"
#include "server/open_store.h"
#include "server/output/changes_text.h"
#include "server/output/output_format.h"
#include "server/parameter_arguments.h"
#include "server/snapshot_diff.h"
#include "server/snapshots_procedure.h"

#include <fmt/format.h>

#include <iterator>

namespace lintas::server {

namespace {

struct QueryArguments {
    std::string store;
    std::string text;
    std::vector<std::string> parameters;
    std::string format = "table";
    std::string as_of;
    LimitArguments limits;
    bool read_only = false;
};

std::string read_all(std::istream& input) {
    return {std::istreambuf_iterator<char>{input}, std::istreambuf_iterator<char>{}};
}

int run_query(const QueryArguments& arguments, Console& console) {
    const auto& format = output_format(arguments.format);
    const auto parameters = read_parameters(arguments.parameters);
    const auto store = open_store(arguments.store, arguments.as_of);
    query::Engine engine{*store, {.read_only = arguments.read_only || !arguments.as_of.empty()}};
    engine.add_procedure(snapshots_procedure(arguments.store));
    engine.add_procedure(snapshot_diff_procedure(arguments.store));
    console.query = arguments.text == "-" ? read_all(console.input) : arguments.text;
    const auto cursor = engine.run(console.query, parameters, arguments.limits.limits());
    format.write(*cursor, console.output);
    if (const auto changes = changes_text(cursor->summary().counters); !changes.empty())
        console.errors << changes << '\n';
    for (const auto& notification : cursor->summary().notifications)
        console.errors << notification.title << ": " << notification.description << '\n';
    return 0;
}

std::string describe_output_formats() {
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
    arguments->limits.declare(line);
    line.footer(describe_output_formats());
    return [arguments](Console& console) { return run_query(*arguments, console); };
}

} // namespace lintas::server
