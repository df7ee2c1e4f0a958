#include "server/report/write_report.h"

#include "graph/error.h"
#include "server/json/json_reader.h"
#include "server/report/document.h"
#include "server/report/embedded_files.h"
#include "server/report/template.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <system_error>

namespace lintas::report {

namespace {

namespace fs = std::filesystem;

void make_folder(const fs::path& folder) {
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure)
        throw Error{ErrorCode::Storage, fmt::format("The folder `{}` cannot be made: {}",
                                                    folder.string(), failure.message())};
}

void write_file(const fs::path& path, std::string_view text) {
    std::ofstream file{path, std::ios::binary};
    file << text;
    file.close();
    if (!file)
        throw Error{ErrorCode::Storage, fmt::format("`{}` cannot be written", path.string())};
}

void write_figure(const MadeFigure& figure, const fs::path& folder) {
    write_file(folder / csv_file(figure), figure.table.csv);
    write_file(folder / json_file(figure), figure.table.json);
    if (!figure.drawing.empty()) write_file(folder / drawing_file(figure), figure.drawing);
    write_file(folder / query_file(*figure.figure), embedded_file(query_file(*figure.figure)));
}

} // namespace

Forms::Forms(fs::path folder) : folder_{std::move(folder)} {
    if (!folder_.empty() && !fs::is_directory(folder_))
        throw Error{ErrorCode::Usage,
                    fmt::format("The folder of templates `{}` does not exist", folder_.string())};
}

std::string Forms::text(const std::string& name) const {
    const auto path = folder_ / name;
    if (folder_.empty() || !fs::exists(path)) return std::string{embedded_file("forms/" + name)};
    std::ifstream file{path, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{file}, {}};
    if (!file) throw Error{ErrorCode::Input, fmt::format("`{}` cannot be read", path.string())};
    return text;
}

Texts Forms::texts() const {
    const auto english = read_catalogue(embedded_file("forms/texts.json"), "texts.json");
    return {folder_.empty() ? Map{} : read_catalogue(text("texts.json"), "texts.json"), english};
}

Value Forms::taxonomy() const {
    constexpr std::string_view what = "The taxonomy `taxonomy.json`";
    auto taxonomy = server::read_json(text("taxonomy.json"), {ErrorCode::Input, what});
    for (const auto* key : {"thrusts", "areas"}) {
        const auto* const map = taxonomy.is(ValueType::Map) ? &taxonomy.map() : nullptr;
        const auto found = map == nullptr ? Map::const_iterator{} : map->find(key);
        if (map == nullptr || found == map->end() || !found->second.is(ValueType::List))
            throw Error{ErrorCode::Input, fmt::format("{} has no list `{}`", what, key)};
    }
    return taxonomy;
}

fs::path write_report(const Report& report, const Texts& texts, const Forms& forms,
                      const fs::path& folder) {
    for (const auto* name : {"tables", "figures", "queries"}) make_folder(folder / name);
    for (const auto& part : report.parts)
        for (const auto& section : part.sections)
            for (const auto& figure : section.figures) write_figure(figure, folder);
    const auto data = document(report, texts);
    const auto html = folder / "report.html";
    write_file(html,
               render({"report.html", forms.text("report.html"), Escape::Html}, data,
                      {{"figure", forms.text("figure.html")}, {"style", forms.text("style.css")}}));
    write_file(folder / "report.md",
               render({"report.md", forms.text("report.md"), Escape::Markdown}, data,
                      {{"figure", forms.text("figure.md")}}));
    write_file(folder / "report.json", report_json(report, texts));
    return html;
}

} // namespace lintas::report
