// Every query of the .test files, and of the openCypher TCK when its features lie beside the
// sources.
#include "parsed_query.h"
#include "query_file.h"
#include "tck/feature.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <iostream>
#include <set>

using namespace lintas;
using lintas::testing::error_of;
using lintas::testing::reprinted;

namespace {

const auto features = std::filesystem::path{LINTAS_SOURCES} / "../shared/tck/features";

// What the parser itself finds; the other details need to know what names mean.
const std::set<std::string, std::less<>> parser_details{
    "FloatingPointOverflow",      "IntegerOverflow",
    "InvalidClauseComposition",   "InvalidNumberLiteral",
    "InvalidRelationshipPattern", "InvalidUnicodeCharacter",
    "InvalidUnicodeLiteral",      "UnexpectedSyntax",
};

struct TckQuery {
    std::string id;
    std::string text;
    std::string detail; // the error that the parser must find; empty: it parses
};

bool is_query(const tck::Step& step) {
    return step.document && (step.text.starts_with("executing") || step.text == "having executed:");
}

// The word behind the last colon of "a TypeError should be raised at runtime: InvalidArgumentType".
std::string expected_detail(const tck::Step& step) {
    if (step.text.find(" should be raised at ") == std::string::npos) return "";
    const auto detail = step.text.substr(step.text.rfind(' ') + 1);
    return parser_details.contains(detail) ? detail : "";
}

std::vector<TckQuery> tck_queries() {
    std::vector<TckQuery> queries;
    for (const auto& scenario : tck::read_features(features)) {
        for (const auto& step : scenario.steps) {
            if (is_query(step)) queries.push_back({scenario.id, *step.document, ""});
            if (const auto detail = expected_detail(step); !detail.empty())
                queries.back().detail = detail;
        }
    }
    return queries;
}

void check_query(const TckQuery& query) {
    INFO(query.id << "\n" << query.text);
    const auto error = error_of(query.text);
    if (!query.detail.empty()) {
        REQUIRE(error);
        CHECK(name(error->code()) == "SyntaxError");
        CHECK(name(error->detail()) == query.detail);
        CHECK(error->span());
        return;
    }
    if (error) FAIL(error->what());
    const auto printed = reprinted(query.text);
    CHECK(reprinted(printed) == printed);
}

} // namespace

TEST_CASE("Every query of the TCK parses, or fails as it should", "[syntax][tck]") {
    if (!std::filesystem::exists(features)) {
        std::cout << "SKIPPED: " << features.lexically_normal() << " does not exist\n";
        return;
    }
    const auto queries = tck_queries();
    CHECK(queries.size() > 1000);
    for (const auto& query : queries) check_query(query);
}

TEST_CASE("Every query of the .test files that parses is the same when printed", "[syntax]") {
    const auto folder = std::filesystem::path{LINTAS_SOURCES} / "tests/queries";
    std::size_t printed_queries = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
        if (entry.path().extension() != ".test") continue;
        for (const auto& one : lintas::testing::read_query_file(entry.path()).cases)
            for (const auto& step : one.steps) {
                if (error_of(step.query)) continue;
                INFO(entry.path() << ": " << step.query);
                const auto printed = reprinted(step.query);
                CHECK(reprinted(printed) == printed);
                ++printed_queries;
            }
    }
    CHECK(printed_queries > 200);
}
