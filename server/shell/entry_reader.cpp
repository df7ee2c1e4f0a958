#include "server/shell/entry_reader.h"

#include "graph/error.h"
#include "graph/trimmed.h"
#include "query/statements.h"

#include <fmt/format.h>

#include <utility>

namespace lintas::server {

namespace {

// A longer statement is looked at only where it may end, since that takes as long as it is.
constexpr std::size_t looked_at_always = 1 << 12;

} // namespace

void EntryReader::drop() {
    command_ = nullptr;
    begun_.clear();
}

std::vector<Entry> EntryReader::add(std::string_view line) {
    ++lines_;
    if (!is_waiting()) {
        first_line_ = lines_;
        if (trimmed(line).starts_with(':')) return add_command(trimmed(line));
    }
    begun_ += line;
    begun_ += '\n';
    if (begun_.size() > looked_at_always && line.find(';') == line.npos) return {};
    return cut();
}

std::vector<Entry> EntryReader::add_command(std::string_view line) {
    const auto blank = line.find_first_of(" \t\n;");
    const auto& command = colon_command_for(line.substr(1, blank - 1));
    auto argument = blank == line.npos ? std::string_view{} : trimmed(line.substr(blank));
    if (command.takes == Takes::Statement) {
        command_ = &command;
        begun_ = std::string{argument} + '\n';
        return cut();
    }
    while (argument.ends_with(';')) argument = trimmed(argument.substr(0, argument.size() - 1));
    if (command.takes == Takes::Nothing && !argument.empty())
        throw Error{ErrorCode::Syntax,
                    fmt::format("`:{}` takes nothing, and there is `{}`", command.name, argument)};
    return {{&command, std::string{argument}, first_line_}};
}

std::vector<Entry> EntryReader::cut() {
    const auto text = std::exchange(begun_, {});
    const auto* command = std::exchange(command_, nullptr);
    const auto statements = query::cut_statements(text);
    std::vector<Entry> entries;
    for (const auto statement : statements.whole)
        entries.push_back({std::exchange(command, nullptr), std::string{statement}, first_line_});
    command_ = command;
    if (!entries.empty()) first_line_ = lines_;
    begun_ = statements.rest;
    return entries;
}

std::optional<Entry> EntryReader::finish() {
    auto text = std::exchange(begun_, {});
    const auto* command = std::exchange(command_, nullptr);
    if (text.empty() && command == nullptr) return {};
    return Entry{command, std::string{trimmed(text)}, first_line_};
}

} // namespace lintas::server
