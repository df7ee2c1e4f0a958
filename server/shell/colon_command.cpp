#include "server/shell/colon_command.h"

#include "graph/error.h"
#include "query/procedures/near_name.h"
#include "server/output/output_format.h"
#include "server/shell/parameter_command.h"
#include "server/shell/schema_command.h"
#include "server/shell/shell.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

namespace lintas::server {

namespace {

std::string line_of(const ColonCommand& command) {
    return fmt::format("  {:28}{}\n", fmt::format(":{} {}", command.name, command.arguments),
                       command.help);
}

void help(Shell& shell, const std::string& name) {
    if (!name.empty())
        return shell.session().write(
            line_of(colon_command_for(name.starts_with(':') ? name.substr(1) : name)));
    std::string text = "A query ends with `;` and may go over several lines. Commands:\n\n";
    for (const auto& command : colon_commands()) text += line_of(command);
    text += "\nTab completes what has been begun or lists how it may go on. Arrow keys and Ctrl-R\n"
            "find what was entered before, Ctrl-C ends a query or drops what was typed, Ctrl-D\n"
            "leaves.\n";
    shell.session().write(text);
}

void use_format(Shell& shell, const std::string& name) {
    std::vector<std::string_view> names;
    for (const auto& format : output_formats()) {
        names.push_back(format.name);
        if (format.name == name) return shell.session().write_answers_with(format.write);
    }
    throw Error{ErrorCode::Syntax,
                fmt::format("`{}` is no format; there are `{}`", name, fmt::join(names, "`, `"))};
}

void explain(Shell& shell, const std::string& statement) {
    shell.session().run("EXPLAIN " + statement);
}
void profile(Shell& shell, const std::string& statement) {
    shell.session().run("PROFILE " + statement);
}
void begin(Shell& shell, const std::string&) { shell.session().begin(); }
void commit(Shell& shell, const std::string&) { shell.session().commit(); }
void roll_back(Shell& shell, const std::string&) { shell.session().roll_back(); }
void source(Shell& shell, const std::string& path) { shell.run_file(path); }
void leave(Shell& shell, const std::string&) { shell.leave(); }

constexpr ColonCommand table[] = {
    {"begin", "", "Opens a transaction, which the statements to come belong to", Takes::Nothing,
     begin},
    {"commit", "", "Keeps what the transaction has changed", Takes::Nothing, commit},
    {"exit", "", "Leaves the shell; an open transaction is rolled back", Takes::Nothing, leave},
    {"explain", "QUERY;", "Shows the plan of a query without running it", Takes::Statement,
     explain},
    {"format", "NAME", "Writes answers as table, records, json, ndjson or csv", Takes::Line,
     use_format},
    {"help", "[COMMAND]", "Says what the commands do", Takes::Line, help, Completes::Commands},
    {"param", "NAME => VALUE", "Sets $NAME to JSON or a Cypher expression", Takes::Line,
     change_parameters},
    {"params", "[clear [NAME]]", "Lists the parameters, or forgets all or one", Takes::Line,
     change_parameters},
    {"profile", "QUERY;", "Runs a query and shows what each step of its plan did", Takes::Statement,
     profile},
    {"quit", "", "Leaves the shell, as :exit does", Takes::Nothing, leave},
    {"rollback", "", "Undoes what the transaction has changed", Takes::Nothing, roll_back},
    {"schema", "", "Lists labels, relationships, keys, indexes and constraints", Takes::Nothing,
     show_schema},
    {"source", "FILE", "Runs the statements and commands of a file", Takes::Line, source,
     Completes::Files},
};

} // namespace

std::span<const ColonCommand> colon_commands() { return table; }

const ColonCommand& colon_command_for(std::string_view name) {
    const auto* found = std::ranges::find(table, query::folded(name), &ColonCommand::name);
    if (found != std::end(table)) return *found;
    std::vector<std::string_view> names;
    for (const auto& command : table) names.push_back(command.name);
    const auto near = query::near_name(name, names);
    throw Error{ErrorCode::Syntax,
                fmt::format("The shell has no command `:{}`; {}", name,
                            near.empty() ? std::string{"`:help` lists those it has"}
                                         : fmt::format("did you mean `:{}`?", near))};
}

} // namespace lintas::server
