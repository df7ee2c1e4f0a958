// Runs the openCypher TCK in this process and prints a table of folders and each failure.
//
//   tck_runner [--store memory|lmdb] [--graph empty|NAME] [--filter TEXT] [--quiet]
//
// The corpus lies in the folder that LINTAS_TCK names, or beside the sources; without one the run
// is SKIPPED.
#include "graph/memory_store.h"
#include "tck/feature.h"
#include "tck/run_scenario.h"
#include "temporary_store.h"

#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace lintas;

struct Arguments {
    std::string store = "memory";
    std::string any_graph;
    std::string filter;
    bool quiet = false;
};

Arguments read_arguments(const std::vector<std::string>& words) {
    Arguments arguments;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--quiet")
            arguments.quiet = true;
        else if (words[i] == "--store" && i + 1 < words.size())
            arguments.store = words[++i];
        else if (words[i] == "--graph" && i + 1 < words.size())
            arguments.any_graph = words[++i];
        else if (words[i] == "--filter" && i + 1 < words.size())
            arguments.filter = words[++i];
        else
            throw std::runtime_error{"unknown argument " + words[i]};
    }
    if (arguments.any_graph == "empty") arguments.any_graph.clear();
    return arguments;
}

std::unique_ptr<Store> make_store(const std::string& kind) {
    if (kind == "memory") return make_memory_store();
    if (kind == "lmdb") return std::make_unique<testing::TemporaryStore>();
    throw std::runtime_error{"unknown store " + kind};
}

struct Count {
    int passed = 0;
    int failed = 0;
};

int run(const Arguments& arguments, const std::filesystem::path& corpus) {
    const tck::Surroundings surroundings{[&] { return make_store(arguments.store); },
                                         corpus / "graphs", arguments.any_graph};
    std::map<std::string, Count> folders;
    Count all;
    for (const auto& scenario : tck::read_features(corpus / "features")) {
        if (scenario.id.find(arguments.filter) == std::string::npos) continue;
        const auto failure = tck::run_scenario(scenario, surroundings);
        ++(failure ? all.failed : all.passed);
        ++(failure ? folders[scenario.folder].failed : folders[scenario.folder].passed);
        if (failure && !arguments.quiet)
            std::cout << "FAILED " << scenario.id << "\n    " << *failure << "\n";
    }
    for (const auto& [folder, count] : folders)
        std::cout << std::left << std::setw(44) << folder << std::right << std::setw(6)
                  << count.passed << std::setw(6) << count.failed << "\n";
    std::cout << all.passed << " passed, " << all.failed << " failed\n";
    return all.failed == 0 ? 0 : 1;
}

} // namespace

int main(int count, char** words) {
    const auto* named = std::getenv("LINTAS_TCK");
    const std::filesystem::path corpus = named != nullptr ? named : LINTAS_SOURCES "/../shared/tck";
    if (!std::filesystem::exists(corpus / "features")) {
        std::cout << "SKIPPED: there is no openCypher TCK at " << corpus << "\n";
        return 0;
    }
    return run(read_arguments({words + 1, words + count}), corpus);
}
