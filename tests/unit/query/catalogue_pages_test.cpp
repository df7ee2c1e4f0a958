// The pages of docs that list functions and procedures say what the tables say. With
// LINTAS_REWRITE_DOCS=1 the lists are written into the pages instead.
#include "graph/print.h"
#include "query/functions/signature.h"
#include "query/functions/topic.h"
#include "query/procedures/listing.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace lintas;
using namespace lintas::query;

namespace {

const std::filesystem::path docs = std::filesystem::path{LINTAS_SOURCES} / "docs";

// What a cell of a table cannot hold as it is.
std::string cell(std::string_view text) {
    std::string result;
    for (const auto letter : text) result += letter == '|' ? "\\|" : std::string{letter};
    return result;
}

std::string function_list() {
    std::string text;
    const auto heading = [&](std::string_view topic) {
        text += fmt::format("\n### {}\n\n| function | what |\n| --- | --- |\n", topic);
    };
    const auto row = [&](const std::string& written, std::string_view summary) {
        text += fmt::format("| `{}` | {} |\n", cell(written), cell(summary));
    };
    heading("Aggregation");
    row("count(*) :: INTEGER", "The number of rows");
    for (const auto& function : all_aggregates()) row(signature(function), function.summary);
    for (const auto& topic : function_topics()) {
        heading(topic.name);
        for (const auto& function : topic.functions) row(signature(function), function.summary);
    }
    return text;
}

std::string procedure_list() {
    std::string text;
    for (const auto& procedure : Procedures{}.all()) {
        text += fmt::format("\n### {}\n\n{}.\n\n    {}\n", procedure->name, procedure->summary,
                            signature(*procedure));
        if (procedure->options.empty()) continue;
        text += "\n| option | type | default | what |\n| --- | --- | --- | --- |\n";
        for (const auto& option : procedure->options)
            text +=
                fmt::format("| `{}` | {} | {} | {} |\n", option.name, cell(type_text(option.type)),
                            option.fallback.is_null() ? "" : cell(to_text(option.fallback)),
                            cell(option.summary));
    }
    return text;
}

// The page with `list` between the two comments that mark its place.
std::string with_list(const std::string& page, const std::string& list) {
    const std::string begin = "<!-- begin: from the tables -->\n";
    const std::string end = "\n<!-- end: from the tables -->";
    const auto from = page.find(begin);
    const auto to = page.find(end, from);
    REQUIRE(from != std::string::npos);
    REQUIRE(to != std::string::npos);
    return page.substr(0, from + begin.size()) + list + page.substr(to);
}

void check_page(const std::string& name, const std::string& list) {
    std::stringstream text;
    text << std::ifstream{docs / name}.rdbuf();
    const auto wanted = with_list(text.str(), list);
    if (std::getenv("LINTAS_REWRITE_DOCS") != nullptr) std::ofstream{docs / name} << wanted;
    INFO("docs/" << name << " differs from the tables; LINTAS_REWRITE_DOCS=1 writes it");
    CHECK((text.str() == wanted || std::getenv("LINTAS_REWRITE_DOCS") != nullptr));
}

} // namespace

TEST_CASE("docs/language.md lists the functions of the tables", "[docs]") {
    check_page("language.md", function_list());
}

TEST_CASE("docs/procedures.md lists the procedures of the tables", "[docs]") {
    check_page("procedures.md", procedure_list());
}
