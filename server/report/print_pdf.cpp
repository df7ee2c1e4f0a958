#include "server/report/print_pdf.h"

#include "graph/error.h"

#include <fmt/format.h>

#include <cctype>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

// The C library's header of Debian 12 forgets that C++ may include it.
extern "C" {
#include <sys/syscall.h>
}

extern char** environ;

namespace lintas::report {

namespace {

namespace fs = std::filesystem;

constexpr const char* names[] = {"chromium", "chromium-browser", "google-chrome",
                                 "google-chrome-stable", "chrome"};

bool can_run(const fs::path& path) { return ::access(path.c_str(), X_OK) == 0; }

std::vector<fs::path> search_path() {
    std::vector<fs::path> folders;
    const char* path = std::getenv("PATH");
    std::string_view left = path == nullptr ? "" : path;
    while (!left.empty()) {
        const auto end = left.find(':');
        folders.emplace_back(left.substr(0, end));
        left.remove_prefix(end == left.npos ? left.size() : end + 1);
    }
    return folders;
}

// A folder of the browser's own, gone with this object.
class Profile {
public:
    Profile() {
        auto form = (fs::temp_directory_path() / "lintas-print-XXXXXX").string();
        if (::mkdtemp(form.data()) == nullptr)
            throw Error{ErrorCode::Storage, "No temporary folder can be made for Chromium"};
        folder_ = form;
    }
    ~Profile() {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    Profile(const Profile&) = delete;
    Profile& operator=(const Profile&) = delete;

    const fs::path& folder() const { return folder_; }

private:
    fs::path folder_;
};

std::string file_url(const fs::path& path) {
    std::string url = "file://";
    for (const unsigned char character : fs::absolute(path).string())
        url += std::isalnum(character) != 0 || character == '/' || character == '.' ||
                       character == '-' || character == '_'
                   ? std::string(1, static_cast<char>(character))
                   : fmt::format("%{:02X}", character);
    return url;
}

constexpr int longest_print = 60'000; // milliseconds

// Exit code 0 in time. A child that takes longer is ended.
bool ends_well(pid_t child) {
    // As a call of the system, since glibc 2.36 declares its own function without C linkage.
    const auto handle = static_cast<int>(::syscall(SYS_pidfd_open, child, 0));
    pollfd wait{handle, POLLIN, 0};
    if (handle >= 0 && ::poll(&wait, 1, longest_print) == 0) ::kill(child, SIGKILL);
    if (handle >= 0) ::close(handle);
    int status = 1;
    return ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

// Runs quietly; true for exit code 0.
bool run(const std::vector<std::string>& arguments) {
    std::vector<char*> words;
    for (const auto& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0);
    pid_t child = 0;
    const auto failure = posix_spawn(&child, words[0], &actions, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return failure == 0 && ends_well(child);
}

// PDF dates have a fixed length: (D:20260630000000+00'00')
void set_dates(const fs::path& pdf, const std::string& day) {
    std::ifstream input{pdf, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{input}, {}};
    const auto date = day.substr(0, 4) + day.substr(5, 2) + day.substr(8, 2) + "000000";
    for (const std::string_view key : {"/CreationDate (D:", "/ModDate (D:"})
        for (auto at = text.find(key); at != text.npos; at = text.find(key, at + 1))
            if (at + key.size() + date.size() <= text.size())
                text.replace(at + key.size(), date.size(), date);
    std::ofstream output{pdf, std::ios::binary};
    output << text;
    output.close();
    if (!output)
        throw Error{ErrorCode::Storage, fmt::format("`{}` cannot be written", pdf.string())};
}

} // namespace

std::optional<fs::path> find_chromium(const std::string& wanted) {
    if (!wanted.empty()) {
        if (can_run(wanted)) return wanted;
        throw Error{ErrorCode::Usage, fmt::format("The browser `{}` cannot be run", wanted)};
    }
    for (const auto& folder : search_path())
        for (const auto* name : names)
            if (can_run(folder / name)) return folder / name;
    return std::nullopt;
}

void print_pdf(const fs::path& chromium, const fs::path& html, const fs::path& pdf,
               const std::string& day) {
    const Profile profile;
    std::error_code ignored;
    fs::remove(pdf, ignored);
    std::vector<std::string> arguments{chromium.string(),
                                       "--headless",
                                       "--disable-gpu",
                                       "--disable-dev-shm-usage",
                                       "--no-first-run",
                                       "--no-pdf-header-footer",
                                       "--generate-pdf-document-outline",
                                       "--user-data-dir=" + profile.folder().string(),
                                       "--print-to-pdf=" + fs::absolute(pdf).string()};
    // The sandbox refuses to run as root. The page has no script and asks for nothing outside.
    if (::geteuid() == 0) arguments.push_back("--no-sandbox");
    arguments.push_back(file_url(html));
    if (!run(arguments) || !fs::exists(pdf))
        throw Error{ErrorCode::Storage, fmt::format("`{}` could not print `{}` as PDF",
                                                    chromium.string(), html.string())};
    set_dates(pdf, day);
}

} // namespace lintas::report
