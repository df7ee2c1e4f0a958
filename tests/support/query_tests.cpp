// Makes every case of every .test file a test of its own over each kind of store. With
// LINTAS_REWRITE_TESTS=1 it writes the answers that came (over the memory store) into the files
// instead: review the difference, not the typing.
#define CATCH_CONFIG_RUNNER
#include "query_file.h"
#include "query_step.h"
#include "test_stores.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>

using namespace lintas;
using namespace lintas::testing;

namespace {

const std::filesystem::path queries = std::filesystem::path{LINTAS_SOURCES} / "tests/queries";

class QueryTest final : public Catch::ITestInvoker {
public:
    QueryTest(Case one, std::string dataset, const StoreKind& kind)
        : case_{std::move(one)}, dataset_{std::move(dataset)}, kind_{kind} {}

    void invoke() const override {
        const auto store = kind_.open(dataset_);
        query::Engine engine{*store};
        for (const auto& step : case_.steps) {
            const auto outcome = run(engine, step);
            INFO("line " << step.answer_begin + 1 << ": " << step.query);
            CHECK(actual(step, outcome) == expected(step));
        }
    }

private:
    Case case_;
    std::string dataset_;
    const StoreKind& kind_;
};

// Registers each case under its own file and line, so that a failure points into the .test file.
void add_file(const std::filesystem::path& path) {
    static std::set<std::string> paths; // Catch2 keeps pointers to them
    const char* where = paths.insert(path.string()).first->c_str();
    const auto name = std::filesystem::relative(path, queries).string();
    const auto file = read_query_file(path);
    for (const auto& one : file.cases)
        for (const auto& kind : store_kinds()) {
            const auto title = name + ": " + one.name + " (" + std::string{kind.name} + ")";
            const std::string tags = "[" + name + "]";
            const auto test = Catch::makeTestCase(new QueryTest{one, file.dataset, kind}, "",
                                                  {title, tags}, {where, one.line});
            Catch::getMutableRegistryHub().registerTest(test);
        }
}

void rewrite(const std::filesystem::path& path) {
    auto file = read_query_file(path);
    auto lines = file.lines;
    std::ptrdiff_t moved = 0; // by how much what follows has moved so far
    for (const auto& one : file.cases) {
        const auto store = store_kinds().front().open(file.dataset);
        query::Engine engine{*store};
        for (const auto& step : one.steps) {
            const auto outcome = run(engine, step);
            if (actual(step, outcome) == expected(step)) continue;
            const auto block = answer_block(step, outcome);
            const auto begin =
                lines.begin() + static_cast<std::ptrdiff_t>(step.answer_begin) + moved;
            const auto end = lines.begin() + static_cast<std::ptrdiff_t>(step.answer_end) + moved;
            moved += static_cast<std::ptrdiff_t>(block.size()) - (end - begin);
            lines.insert(lines.erase(begin, end), block.begin(), block.end());
        }
    }
    std::ofstream output{path};
    for (const auto& line : lines) output << line << '\n';
}

} // namespace

int main(int argc, char** argv) {
    const bool rewrites = std::getenv("LINTAS_REWRITE_TESTS") != nullptr;
    const std::string only = argc > 1 ? argv[1] : "";
    Catch::Session session;
    try {
        for (const auto& entry : std::filesystem::recursive_directory_iterator{queries}) {
            if (entry.path().extension() != ".test") continue;
            const auto tag = "[" + std::filesystem::relative(entry.path(), queries).string() + "]";
            if (!rewrites)
                add_file(entry.path());
            else if (only.empty() || only == tag)
                rewrite(entry.path());
        }
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return rewrites ? 0 : session.run(argc, argv);
}
