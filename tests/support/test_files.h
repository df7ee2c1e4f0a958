// Files that a test makes for itself, in a folder that goes with it.
#pragma once

#include "temporary_folder.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace lintas::testing {

class TestFiles {
public:
    std::filesystem::path write(const std::string& name, std::string_view bytes) const {
        const auto path = folder_.path() / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream{path, std::ios::binary} << bytes;
        return path;
    }
    std::filesystem::path path(const std::string& name = "") const {
        return name.empty() ? folder_.path() : folder_.path() / name;
    }
    static std::string read(const std::filesystem::path& path) {
        std::ifstream file{path, std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    }

private:
    TemporaryFolder folder_;
};

} // namespace lintas::testing
