// The rules for using LMDB that a machine can check in the sources.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <regex>
#include <string>

namespace {

template <typename Visit> void for_each_line(Visit visit) {
    const std::filesystem::path root{LINTAS_SOURCES};
    for (const auto* folder : {"graph", "query", "loaders", "datasets", "server"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator{root / folder}) {
            if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp") continue;
            std::ifstream file{entry.path()};
            for (std::string line; std::getline(file, line);)
                visit(std::filesystem::relative(entry.path(), root).string(), line);
        }
}

} // namespace

TEST_CASE("Only environment.cpp calls LMDB", "[lmdb][rules]") {
    static const std::regex call{R"(\bmdb_\w+\(|<lmdb\.h>)"};
    for_each_line([](const std::string& file, const std::string& line) {
        if (line.find("mdb") == std::string::npos) return;
        if (file != "graph/lmdb/environment.cpp" && std::regex_search(line, call))
            FAIL_CHECK(file << ": " << line);
    });
}

TEST_CASE("Stores are opened with the flags that keep them safe", "[lmdb][rules]") {
    bool has_flags = false;
    for_each_line([&](const std::string& file, const std::string& line) {
        if (line.find("MDB_WRITEMAP") != std::string::npos ||
            line.find("MDB_MAPASYNC") != std::string::npos)
            FAIL_CHECK(file << ": " << line);
        // Without waiting for the disk only where nobody knows of the file yet.
        if (line.find("MDB_NOSYNC") != std::string::npos &&
            line.find("is_new_file") == std::string::npos)
            FAIL_CHECK(file << ": " << line);
        if (line.find("MDB_NOSUBDIR | MDB_NOTLS | MDB_NORDAHEAD") != std::string::npos)
            has_flags = true;
    });
    CHECK(has_flags);
}
