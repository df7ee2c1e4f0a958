// A folder that exists as long as the object does, for tests that need files.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace lintas::testing {

class TemporaryFolder {
public:
    TemporaryFolder() : TemporaryFolder{std::filesystem::temp_directory_path()} {}
    explicit TemporaryFolder(const std::filesystem::path& parent) {
        auto name = (parent / "lintas-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error{"Cannot make " + name};
        path_ = name;
    }
    ~TemporaryFolder() { std::filesystem::remove_all(path_); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    // In memory where the system has such a folder: syncing costs nothing there.
    static TemporaryFolder in_memory() {
        const std::filesystem::path memory{"/dev/shm"};
        return TemporaryFolder{std::filesystem::is_directory(memory)
                                   ? memory
                                   : std::filesystem::temp_directory_path()};
    }

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace lintas::testing
