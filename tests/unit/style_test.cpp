// The house rules of docs/style.md that a machine can check, so that review need not.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_file = 500;

struct Source {
    std::string path; // from the root
    std::vector<std::string> lines;

    bool is_header() const { return path.ends_with(".h"); }
    bool is_test() const { return path.starts_with("tests/"); }
};

Source read(const fs::path& path) {
    Source source{fs::relative(path, LINTAS_SOURCES).string(), {}};
    std::ifstream file{path};
    for (std::string line; std::getline(file, line);) source.lines.push_back(line);
    return source;
}

const std::vector<Source>& sources() {
    static const auto all = [] {
        std::vector<Source> found;
        for (const auto* folder : {"graph", "query", "loaders", "datasets", "server", "tests"})
            for (const auto& entry :
                 fs::recursive_directory_iterator{fs::path{LINTAS_SOURCES} / folder})
                if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp")
                    found.push_back(read(entry.path()));
        std::ranges::sort(found, {}, &Source::path);
        return found;
    }();
    return all;
}

// Says where each line of the code (comments and string literals taken out) matches.
void check_absent(const Source& source, const std::regex& pattern, const std::string& why) {
    static const std::regex not_code{R"("(\\.|[^"\\])*"|//.*|'(\\.|[^'\\])')"};
    for (std::size_t at = 0; at < source.lines.size(); ++at) {
        const auto code = std::regex_replace(source.lines[at], not_code, "");
        if (std::regex_search(code, pattern))
            FAIL_CHECK(source.path << ':' << at + 1 << ": " << why << ": " << source.lines[at]);
    }
}

// An outside library and the only files that may include its headers.
struct Library {
    const char* header;
    const char* files;
};

constexpr Library libraries[] = {
    {"lmdb\\.h", "graph/lmdb/environment\\.cpp"},
    {"xxhash\\.h", "graph/lmdb/.*"},
    {"kainjow/mustache\\.hpp", "server/report/template\\.cpp"},
    {"openssl/.*", "server/report/sha256\\.cpp"},
    {"httplib\\.h", "server/http/.*|tests/unit/server/.*"},
    {"rapidjson/.*", "server/json/json_.*\\.cpp|loaders/json_.*\\.cpp"},
    {"CLI/.*", "server/command_line\\.cpp"},
    {"archive(_entry)?\\.h", "loaders/.*\\.cpp"},
    {"re2/.*", "query/functions/.*\\.cpp"},
    {"unicode/.*", "query/functions/.*\\.cpp|loaders/.*\\.cpp|server/.*\\.cpp"},
    {"boost/.*", "graph/algorithms/boost_.*|tests/unit/graph/algorithms/boost_.*"},
    {"date/.*", "graph/.*\\.cpp"},
    {"catch2/.*", "tests/.*"},
};

void check_include(const Source& source, const std::string& header) {
    for (const auto& [pattern, files] : libraries)
        if (std::regex_match(header, std::regex{pattern}) &&
            !std::regex_match(source.path, std::regex{files}))
            FAIL_CHECK(source.path << " may not include <" << header << ">");
}

bool is_file(const fs::path& path) { return fs::exists(fs::path{LINTAS_SOURCES} / path); }

// The quoted includes are written from the root; test support is found by its name alone.
void check_own_includes(const Source& source) {
    static const std::regex include{"#include \"(.*)\".*"};
    std::vector<std::string> own;
    for (const auto& line : source.lines)
        if (std::smatch match; std::regex_match(line, match, include)) own.push_back(match[1]);
    for (const auto& header : own)
        if (!is_file(header) && !is_file("tests/" + header) && !is_file("tests/support/" + header))
            FAIL_CHECK(source.path << " includes \"" << header << "\", which is not from the root");
    const auto beside = fs::path{source.path}.replace_extension(".h").string();
    if (!source.is_header() && is_file(beside) && !source.is_test() &&
        (own.empty() || own.front() != beside))
        FAIL_CHECK(source.path << " does not include its own header first");
}

} // namespace

TEST_CASE("No file is too long, and none is a bag of this and that", "[style]") {
    static const std::regex bag{".*/(utils?|common|helpers?|misc|types)\\.(h|cpp)"};
    for (const auto& source : sources()) {
        if (source.lines.size() > longest_file)
            FAIL_CHECK(source.path << " has " << source.lines.size() << " lines");
        if (std::regex_match(source.path, bag)) FAIL_CHECK(source.path << " says not what it has");
    }
}

TEST_CASE("Every header opens with what it is", "[style]") {
    for (const auto& source : sources()) {
        if (!source.is_header()) continue;
        if (!source.lines.at(0).starts_with("// ")) FAIL_CHECK(source.path << " opens otherwise");
        if (std::ranges::find(source.lines, "#pragma once") == source.lines.end())
            FAIL_CHECK(source.path << " has no #pragma once");
    }
}

TEST_CASE("Includes are written from the root, the own header first", "[style]") {
    for (const auto& source : sources()) check_own_includes(source);
}

TEST_CASE("Each outside library stays in its few files", "[style]") {
    static const std::regex include{"#include <(.*)>.*"};
    for (const auto& source : sources())
        for (const auto& line : source.lines)
            if (std::smatch match; std::regex_match(line, match, include))
                check_include(source, match[1]);
}

TEST_CASE("Code says whole words and keeps to the house's ways", "[style]") {
    static const std::regex abbreviation{R"(\b(ctx|expr|stmt|idx|tmp|mgr|rel|rels)\b)"};
    static const std::regex macro{R"(^#define (?!CATCH_CONFIG))"};
    // The face of graph/lmdb lies in lintas, its inside in lintas::lmdb.
    static const std::regex namespaces{R"(^using namespace (?!lmdb;))"};
    static const std::regex dice{R"(std::(rand|\w+_distribution)\b)"};
    for (const auto& source : sources()) {
        check_absent(source, abbreviation, "an abbreviation");
        check_absent(source, macro, "a macro");
        check_absent(source, std::regex{R"(\bassert\()"}, "assert instead of expect");
        check_absent(source, dice, "a distribution that differs between machines");
        check_absent(source, std::regex{R"(sleep(_for|_until)?\()"}, "sleeping");
        if (!source.is_test()) check_absent(source, namespaces, "using namespace");
        if (source.path != "graph/lmdb/environment.cpp")
            check_absent(source, std::regex{R"(\bmdb_\w+\()"}, "a call of LMDB");
    }
}

TEST_CASE("Comments are for readers, not for later", "[style]") {
    static const std::regex later{R"(\b(TODO|FIXME|XXX|HACK)\b(?!.*regex))"};
    static const std::regex divider{R"(^\s*// ?[-=*#_]{4,})"};
    static const std::regex left_over{R"(^\s*//.*;\s*$)"};
    for (const auto& source : sources())
        for (std::size_t at = 0; at < source.lines.size(); ++at) {
            const auto& line = source.lines[at];
            const auto say = [&](const char* what) {
                FAIL_CHECK(source.path << ':' << at + 1 << ": " << what << ": " << line);
            };
            if (source.path != "tests/unit/style_test.cpp" && std::regex_search(line, later))
                say("work left for later");
            if (std::regex_search(line, divider)) say("a divider");
            if (std::regex_match(line, left_over) && line.find("= ") != std::string::npos)
                say("code in a comment");
        }
}
