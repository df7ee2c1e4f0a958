// Runs the corpus of the fuzzers through what they check, once and in any build; or writes it into
// a folder, a file a query.
//
//   lintas_fuzz_corpus [--write FOLDER]
#include "fuzz/fuzz_corpus.h"
#include "fuzz/parsing_promises.h"
#include "fuzz/running_promises.h"
#include "graph/error.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

namespace {

using namespace lintas;

void write(const std::vector<std::string>& queries, const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    for (std::size_t i = 0; i < queries.size(); ++i)
        std::ofstream{folder / (std::to_string(i) + ".cypher"), std::ios::binary} << queries[i];
}

bool keeps_promises(const std::string& query) {
    try {
        testing::check_parsing(query);
        testing::check_running(query);
        return true;
    } catch (const Error& error) {
        std::cout << "FAILED " << error.what() << "\n" << query << "\n";
        return false;
    }
}

} // namespace

int main(int count, char** words) {
    const auto queries = testing::fuzz_corpus();
    if (count == 3 && std::string{words[1]} == "--write") {
        write(queries, words[2]);
        return 0;
    }
    std::size_t failed = 0;
    for (const auto& query : queries) failed += keeps_promises(query) ? 0 : 1;
    std::cout << queries.size() - failed << " passed, " << failed << " failed\n";
    return failed == 0 && !queries.empty() ? 0 : 1;
}
