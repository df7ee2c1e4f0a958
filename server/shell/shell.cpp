#include "server/shell/shell.h"

#include "graph/error.h"
#include "graph/trimmed.h"
#include "server/output/display_width.h"
#include "server/shell/complete_command.h"
#include "server/shell/stream_lines.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <new>
#include <utility>

namespace lintas::server {

namespace {

constexpr std::size_t deepest = 16;

} // namespace

Shell::Shell(Session& session, std::ostream& errors, std::string name)
    : session_{session}, errors_{errors}, name_{std::move(name)} {}

void Shell::run(const Entry& entry) {
    session_.forget_query();
    if (entry.command == nullptr)
        session_.run(entry.text);
    else
        entry.command->run(*this, entry.text);
    session_.flush();
}

void Shell::run_lines(LineSource& lines, const std::string& name) {
    EntryReader reader;
    std::size_t at = 0; // the line that is being read or run
    try {
        for (std::string line; !is_leaving_ && lines.read({}, line) == LineRead::Line;) {
            ++at;
            for (const auto& entry : reader.add(line)) {
                if (is_leaving_) return;
                at = entry.line;
                run(entry);
            }
        }
        if (const auto entry = reader.finish(); entry && !is_leaving_) run(*entry);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::Storage) errors_ << fmt::format("{}, line {}:\n", name, at);
        throw;
    }
}

void Shell::run_script(LineSource& lines, const std::string& name) {
    run_lines(lines, name);
    if (!session_.is_in_transaction()) return;
    session_.roll_back();
    throw Error{ErrorCode::Transaction,
                "The script ended within a transaction, which was rolled back"};
}

void Shell::run_file(const std::string& path) {
    if (path.empty()) throw Error{ErrorCode::Input, "`:source` needs the path of a file"};
    if (depth_ == deepest)
        throw Error{
            ErrorCode::Limit,
            fmt::format("Files run each other more than {} deep, up to `{}`", deepest, path)};
    std::ifstream file{path};
    if (file) file.peek(); // a folder can be opened, but not read
    if (!file.is_open() || file.bad())
        throw Error{ErrorCode::Input,
                    fmt::format("`{}` cannot be read: {}", path, std::strerror(errno))};
    StreamLines lines{file};
    ++depth_;
    run_lines(lines, path);
    --depth_;
}

std::string Shell::prompt() const {
    const auto* state = !session_.is_in_transaction() ? "" : session_.has_failed() ? "!" : "*";
    const auto first = fmt::format("{}{}> ", name_, state);
    if (!typed_.is_waiting()) return first;
    const auto width = display_width(first);
    return std::string(width < 5 ? 0 : width - 5, ' ') + "...> ";
}

void Shell::run_for_people(const std::string& line) {
    try {
        for (const auto& entry : typed_.add(line))
            if (!is_leaving_) run(entry);
        return;
    } catch (const Error& error) {
        session_.flush();
        errors_ << query::render(error, session_.query()) << std::endl;
    } catch (const std::bad_alloc&) {
        errors_ << "There is not enough memory for this" << std::endl;
    }
    depth_ = 0;
}

void Shell::miss_colon(const std::string& line) {
    const auto word = trimmed(line);
    for (const auto& command : colon_commands()) {
        if (command.name != word || command.takes == Takes::Statement) continue;
        errors_ << fmt::format("Commands begin with a colon: `:{}`", word) << std::endl;
        typed_.drop();
    }
}

void Shell::talk(LineSource& lines) {
    std::string entered; // since a statement was begun
    while (!is_leaving_) {
        std::string line;
        const auto read = lines.read(prompt(), line);
        if (read == LineRead::End) break;
        if (read == LineRead::Interrupted) {
            typed_.drop();
            entered.clear();
            continue;
        }
        const auto is_first = entered.empty();
        entered += (is_first ? "" : "\n") + line;
        run_for_people(line);
        if (is_first && typed_.is_waiting()) miss_colon(line);
        if (typed_.is_waiting()) continue;
        if (entered.find_first_not_of(" \t\n") != entered.npos) lines.remember(entered);
        entered.clear();
    }
    if (typed_.is_waiting()) session_.remark("The last statement had no `;` and was not run");
    if (!session_.is_in_transaction()) return;
    session_.roll_back();
    session_.remark("The open transaction was rolled back");
}

query::Completion Shell::complete(const std::string& line) const {
    if (!typed_.is_waiting() && is_command_line(line)) {
        const auto command = complete_command(line);
        if (!command.takes_statement) return command.completion;
        auto completion = session_.complete(line.substr(command.completion.begin));
        completion.begin += command.completion.begin;
        return completion;
    }
    auto completion = session_.complete(typed_.begun() + line);
    completion.begin -= typed_.begun().size();
    return completion;
}

} // namespace lintas::server
