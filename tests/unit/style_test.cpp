// The house rules of docs/style.md that a machine can check, so that review need not.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <string_view>
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

// The line without comments and string literals. Plain, since expressions of <regex> take minutes
// over all the code.
std::string code_of(const std::string& line) {
    std::string code;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line.compare(at, 2, "//") == 0) break;
        if (line[at] != '"' && (line[at] != '\'' || (at > 0 && std::isalnum(line[at - 1])))) {
            code += line[at];
            continue;
        }
        const char quote = line[at];
        for (++at; at < line.size() && line[at] != quote; ++at) at += line[at] == '\\';
    }
    return code;
}

// A word of the code and what stands around it.
struct Word {
    std::string_view text;
    std::string_view before; // up to the word
    bool is_called = false;  // does `(` follow
};

std::vector<Word> words_of(std::string_view code) {
    const auto is_part = [](char letter) {
        return letter == '_' || std::isalnum(static_cast<unsigned char>(letter)) != 0;
    };
    std::vector<Word> words;
    for (std::size_t at = 0; at < code.size();) {
        auto end = at;
        while (end < code.size() && is_part(code[end])) ++end;
        if (end > at)
            words.push_back({code.substr(at, end - at), code.substr(0, at),
                             end < code.size() && code[end] == '('});
        at = std::max(end, at + 1);
    }
    return words;
}

// Why the word may not stand there; empty if it may.
std::string_view objection(const Word& word, const Source& source) {
    constexpr std::string_view abbreviations[] = {"ctx", "expr", "stmt", "idx",
                                                  "tmp", "mgr",  "rel",  "rels"};
    constexpr std::string_view sleeps[] = {"sleep", "sleep_for", "sleep_until"};
    if (std::ranges::count(abbreviations, word.text) > 0) return "an abbreviation";
    if (word.is_called && word.text == "assert") return "assert instead of expect";
    if (word.is_called && std::ranges::count(sleeps, word.text) > 0) return "sleeping";
    if (word.before.ends_with("std::") &&
        (word.text == "rand" || word.text.ends_with("_distribution")))
        return "a distribution that differs between machines";
    if (word.is_called && word.text.starts_with("mdb_") &&
        source.path != "graph/lmdb/environment.cpp")
        return "a call of LMDB";
    return {};
}

// The face of graph/lmdb lies in lintas, its inside in lintas::lmdb; the procedures of
// collaboration speak of nothing but lintas::collaboration.
std::string_view objection(const std::string& code, const Source& source) {
    if (code.starts_with("#define ") && code.find("CATCH_CONFIG") == code.npos) return "a macro";
    const auto is_own = code.ends_with(" lmdb;") || code.ends_with(" collaboration;");
    if (code.starts_with("using namespace ") && !is_own && !source.is_test())
        return "using namespace";
    return {};
}

void check_code(const Source& source) {
    for (std::size_t at = 0; at < source.lines.size(); ++at) {
        const auto code = code_of(source.lines[at]);
        auto why = objection(code, source);
        for (const auto& word : words_of(code))
            if (why.empty()) why = objection(word, source);
        if (!why.empty())
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
    {"histedit\\.h", "server/shell/terminal_lines\\.cpp"},
    {"CLI/.*", "server/command_line\\.cpp"},
    {"archive(_entry)?\\.h", "loaders/.*\\.cpp"},
    {"re2/.*", "query/functions/.*\\.cpp"},
    {"unicode/.*",
     "query/functions/.*\\.cpp|graph/index/words\\.cpp|loaders/.*\\.cpp|server/.*\\.cpp"},
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
    for (const auto& source : sources()) check_code(source);
}

TEST_CASE("The check of the code sees what it looks for", "[style]") {
    const Source source{"query/invented.cpp", {}};
    const auto why = [&source](const std::string& line) {
        const auto code = code_of(line);
        for (const auto& word : words_of(code))
            if (const auto found = objection(word, source); !found.empty()) return found;
        return objection(code, source);
    };
    CHECK(why("int idx = 0;") == "an abbreviation");
    CHECK(why("assert(true);") == "assert instead of expect");
    CHECK(why("std::this_thread::sleep_for(time);") == "sleeping");
    CHECK(why("std::uniform_int_distribution<int> dice;").starts_with("a distribution"));
    CHECK(why("mdb_get(transaction);") == "a call of LMDB");
    CHECK(why("#define MANY 3") == "a macro");
    CHECK(why("using namespace std;") == "using namespace");
    CHECK(why("static_assert(true); // idx").empty());
    CHECK(why("print(\"idx \\\" tmp\", 'x', 1'000, index);").empty());
}

TEST_CASE("Comments are for readers, not for later", "[style]") {
    static const std::regex later{R"(\b(TODO|FIXME|XXX|HACK)\b(?!.*regex))"};
    static const std::regex divider{R"(^\s*// ?[-=*#_]{4,})"};
    static const std::regex left_over{R"(^\s*//.*;\s*$)"};
    for (const auto& source : sources())
        for (std::size_t at = 0; at < source.lines.size(); ++at) {
            const auto& line = source.lines[at];
            if (line.find("//") == line.npos) continue;
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
