#include "server/shell/history_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <system_error>

namespace lintas::server {

namespace {

std::string escaped(const std::string& entry) {
    std::string line;
    for (const char character : entry) {
        if (character == '\n')
            line += "\\n";
        else if (character == '\\')
            line += "\\\\";
        else
            line += character;
    }
    return line + "\n";
}

std::string unescaped(const std::string& line) {
    std::string entry;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const bool is_escape = line[at] == '\\' && at + 1 < line.size();
        if (is_escape) ++at;
        entry += is_escape && line[at] == 'n' ? '\n' : line[at];
    }
    return entry;
}

// Appends in one call, so that entries of several shells do not mix.
bool append(const std::filesystem::path& path, const std::string& text, int mode) {
    const int file =
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | mode, S_IRUSR | S_IWUSR);
    if (file < 0) return false;
    const bool is_written =
        ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    ::close(file);
    return is_written;
}

} // namespace

std::vector<std::string> HistoryFile::load() {
    std::vector<std::string> entries;
    std::ifstream file{path_};
    for (std::string line; std::getline(file, line);) entries.push_back(unescaped(line));
    if (entries.size() <= history_entries) return entries;
    const bool is_long = entries.size() >= 2 * history_entries;
    entries.erase(entries.begin(), entries.end() - history_entries);
    if (!is_long) return entries;
    std::string text;
    for (const auto& entry : entries) text += escaped(entry);
    auto fresh = path_;
    fresh += ".new";
    std::error_code ignored;
    if (append(fresh, text, O_EXCL)) std::filesystem::rename(fresh, path_, ignored);
    return entries;
}

void HistoryFile::add(const std::string& entry) {
    if (path_.empty()) return;
    std::error_code ignored;
    if (const auto folder = path_.parent_path(); !std::filesystem::exists(folder, ignored)) {
        std::filesystem::create_directories(folder, ignored);
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, ignored);
    }
    append(path_, escaped(entry), 0);
}

std::filesystem::path history_path() {
    // The XDG Base Directory Specification: a path that is not absolute is to be ignored.
    const char* state = std::getenv("XDG_STATE_HOME");
    const char* home = std::getenv("HOME");
    std::filesystem::path folder{state == nullptr ? "" : state};
    if (!folder.is_absolute() && home != nullptr && *home != '\0')
        folder = std::filesystem::path{home} / ".local" / "state";
    return folder.is_absolute() ? folder / "lintas" / "history" : std::filesystem::path{};
}

} // namespace lintas::server
