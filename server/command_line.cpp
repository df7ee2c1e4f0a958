#include "server/command_line.h"

#include "graph/error.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace lintas::server {

namespace {

// CLI11 makes a very large number of a negative one.
std::string refuse_other_than_digits(const std::string& text) {
    if (text.find_first_not_of("0123456789") == std::string::npos) return {};
    return "`" + text + "` is not a whole number from 0 on";
}

} // namespace

struct CommandLine::State {
    CLI::App app;
    std::string name;
};

CommandLine::CommandLine(const std::string& name, const std::string& help)
    : state_{std::make_unique<State>()} {
    state_->name = name;
    state_->app.name(name);
    state_->app.description(help);
    state_->app.set_help_flag("-h,--help", "Shows this help");
    state_->app.set_version_flag("--version", "lintas " LINTAS_VERSION, "Shows the version");
}

CommandLine::~CommandLine() = default;

void CommandLine::argument(const std::string& name, std::string& value, const std::string& help) {
    state_->app.add_option(name, value, help)->required()->type_name("");
}

void CommandLine::optional_argument(const std::string& name, std::string& value,
                                    const std::string& help) {
    state_->app.add_option(name, value, help)->type_name("");
}

void CommandLine::arguments(const std::string& name, std::vector<std::string>& values,
                            const std::string& help) {
    state_->app.add_option(name, values, help)->required()->type_name("");
}

void CommandLine::option(const std::string& name, std::string& value, const std::string& help) {
    state_->app.add_option(name, value, help)->capture_default_str()->type_name("TEXT");
}

void CommandLine::option(const std::string& name, std::uint64_t& value, const std::string& help) {
    state_->app.add_option(name, value, help)
        ->capture_default_str()
        ->type_name("NUMBER")
        ->check(CLI::Validator{refuse_other_than_digits, ""});
}

void CommandLine::option(const std::string& name, std::vector<std::string>& values,
                         const std::string& help) {
    state_->app.add_option(name, values, help)->allow_extra_args(false)->type_name("TEXT");
}

void CommandLine::flag(const std::string& name, bool& value, const std::string& help) {
    state_->app.add_flag(name, value, help);
}

void CommandLine::footer(const std::string& text) { state_->app.footer(text); }

std::optional<std::string> CommandLine::parse(const std::vector<std::string>& arguments) {
    std::vector<std::string> reversed{arguments.rbegin(), arguments.rend()}; // as CLI11 wants them
    try {
        state_->app.parse(reversed);
    } catch (const CLI::CallForHelp&) {
        return state_->app.help();
    } catch (const CLI::CallForVersion& version) {
        return std::string{version.what()} + "\n";
    } catch (const CLI::ParseError& error) {
        throw Error{ErrorCode::Usage,
                    fmt::format("{}; see `{} --help`", error.what(), state_->name)};
    }
    return std::nullopt;
}

} // namespace lintas::server
