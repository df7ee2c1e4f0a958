// The rules for using LMDB that a machine can check in the sources.
#include <catch2/catch.hpp>

#include <cctype>
#include <filesystem>
#include <fstream>
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

// A call of one of LMDB's functions, whose names begin so and not in the middle of another.
bool calls_lmdb(const std::string& line) {
    const auto is_letter = [](char letter) {
        return letter == '_' || std::isalnum(static_cast<unsigned char>(letter)) != 0;
    };
    auto at = line.find("mdb_");
    for (; at != std::string::npos; at = line.find("mdb_", at + 1)) {
        auto end = at;
        while (end < line.size() && is_letter(line[end])) ++end;
        const bool is_whole = at == 0 || !is_letter(line[at - 1]);
        if (is_whole && end < line.size() && line[end] == '(') return true;
    }
    return false;
}

} // namespace

TEST_CASE("Only environment.cpp calls LMDB", "[lmdb][rules]") {
    for_each_line([](const std::string& file, const std::string& line) {
        if (file != "graph/lmdb/environment.cpp" &&
            (calls_lmdb(line) || line.find("<lmdb.h>") != std::string::npos))
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
