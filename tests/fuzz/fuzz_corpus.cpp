#include "fuzz/fuzz_corpus.h"

#include "query_file.h"
#include "tck/feature.h"
#include "test_files.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace lintas::testing {

namespace {

using Queries = std::vector<std::string>;

// None where there is no such folder.
std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    if (!std::filesystem::exists(folder)) return files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder})
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

void add_query_files(Queries& queries) {
    for (const auto& path : files_below(LINTAS_SOURCES "/tests/queries"))
        for (const auto& one : read_query_file(path).cases)
            for (const auto& step : one.steps) queries.push_back(step.query);
}

void add_tck(Queries& queries) {
    const auto* named = std::getenv("LINTAS_TCK");
    const std::filesystem::path corpus = named != nullptr ? named : LINTAS_SOURCES "/../shared/tck";
    if (!std::filesystem::exists(corpus / "features")) return;
    for (const auto& scenario : tck::read_features(corpus / "features"))
        for (const auto& step : scenario.steps)
            if (step.document) queries.push_back(*step.document);
}

} // namespace

std::vector<std::string> fuzz_corpus() {
    Queries queries;
    add_query_files(queries);
    add_tck(queries);
    for (const auto& path : files_below(LINTAS_SOURCES "/tests/fuzz/found"))
        queries.push_back(TestFiles::read(path));
    std::sort(queries.begin(), queries.end());
    queries.erase(std::unique(queries.begin(), queries.end()), queries.end());
    return queries;
}

} // namespace lintas::testing
