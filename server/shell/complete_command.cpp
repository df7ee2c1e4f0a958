#include "server/shell/complete_command.h"

#include "graph/trimmed.h"
#include "server/shell/colon_command.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace lintas::server {

namespace {

std::vector<std::string> names_that_begin(std::string_view word, std::string_view colon) {
    std::vector<std::string> names;
    for (const auto& command : colon_commands())
        if (command.name.starts_with(word))
            names.push_back(std::string{colon} + std::string{command.name});
    return names;
}

// Folders end with a slash.
std::vector<std::string> files_that_begin(const std::string& word) {
    const auto slash = word.rfind('/');
    const auto folder = slash == word.npos ? std::string{} : word.substr(0, slash + 1);
    std::vector<std::string> names;
    std::error_code ignored;
    std::filesystem::directory_iterator entry{folder.empty() ? "." : folder, ignored};
    for (; !ignored && entry != std::filesystem::directory_iterator{}; entry.increment(ignored)) {
        const auto path = folder + entry->path().filename().string();
        if (!path.starts_with(word)) continue;
        std::error_code unknown;
        names.push_back(path + (entry->is_directory(unknown) ? "/" : ""));
    }
    std::ranges::sort(names);
    return names;
}

} // namespace

bool is_command_line(const std::string& line) { return trimmed(line).starts_with(':'); }

CommandCompletion complete_command(const std::string& line) {
    const auto colon = line.find(':');
    const auto blank = line.find_first_of(" \t", colon);
    if (blank == line.npos) return {{colon, names_that_begin(line.substr(colon + 1), ":")}};
    const auto name = line.substr(colon + 1, blank - colon - 1);
    const auto begin = std::min(line.find_first_not_of(" \t", blank), line.size());
    const auto commands = colon_commands();
    const auto command = std::ranges::find(commands, name, &ColonCommand::name);
    if (command == commands.end()) return {{begin, {}}};
    if (command->takes == Takes::Statement) return {{begin, {}}, true};
    if (command->completes == Completes::Commands)
        return {{begin, names_that_begin(line.substr(begin), "")}};
    if (command->completes == Completes::Files)
        return {{begin, files_that_begin(line.substr(begin))}};
    return {{begin, {}}};
}

} // namespace lintas::server
