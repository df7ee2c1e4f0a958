#include "server/report/document.h"

#include "server/json/json_writer.h"
#include "server/report/cells.h"
#include "server/report/embedded_files.h"
#include "server/report/parameters.h"
#include "server/report/table_view.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::report {

namespace {

std::string_view query_text(const Figure& figure) {
    auto text = embedded_file(query_file(figure));
    while (text.ends_with('\n')) text.remove_suffix(1);
    return text;
}

Value figure_view(const MadeFigure& figure, const Report& report, const Texts& texts) {
    const auto note = texts.find(fmt::format("figure.{}.note", figure.figure->id));
    const auto empty = texts.find(fmt::format("figure.{}.empty", figure.figure->id))
                           .value_or(texts.text("figure.empty"));
    const bool has_rows = !figure.table.rows.empty();
    return Map{
        {"id", figure.id},
        {"query_id", figure.figure->id},
        {"number", figure.number},
        {"title", figure.title},
        {"text", figure.text},
        {"note", note ? Value{*note} : Value{}},
        {"svg", figure.drawing.empty() ? Value{} : Value{figure.drawing}},
        {"svg_file", drawing_file(figure)},
        {"no_map", figure.figure->drawing == Drawing::Map && has_rows && figure.drawing.empty()},
        {"is_drawn", !figure.drawing.empty()},
        {"has_rows", has_rows},
        {"empty", has_rows ? Value{} : Value{empty}},
        {"table", table_view(figure, texts)},
        {"is_open", figure.drawing.empty()},
        {"query", query_text(*figure.figure)},
        {"query_file", query_file(*figure.figure)},
        {"parameters", parameters_json(figure.parameters)},
        {"command", command_for(query_file(*figure.figure), figure.parameters)},
        {"snapshot", report.snapshot},
        {"version", LINTAS_VERSION},
        {"sha256", figure.table.sha256},
        {"csv", csv_file(figure)},
        {"json", json_file(figure)}};
}

Value section_view(const Section& section, const std::string& anchor, const Report& report,
                   const Texts& texts) {
    List figures;
    for (const auto& figure : section.figures)
        figures.push_back(figure_view(figure, report, texts));
    List names;
    for (const auto& [name, language] : section.native_names)
        if (name != section.heading) names.push_back(Map{{"name", name}, {"language", language}});
    return Map{{"id", anchor},
               {"country", section.country},
               {"heading", section.heading.empty() ? Value{} : Value{section.heading}},
               {"names", Value{std::move(names)}},
               {"figures", Value{std::move(figures)}}};
}

Value part_view(const MadePart& part, const Report& report, const Texts& texts) {
    List sections;
    for (const auto& section : part.sections)
        sections.push_back(section_view(
            section, section.country.empty() ? "" : fmt::format("profile-{}", section.country),
            report, texts));
    const auto after = texts.find(fmt::format("part.{}.after", part.part->id));
    const auto text_key = fmt::format("part.{}.text", part.part->id);
    const auto alone = report.options.previous.empty() ? texts.find(text_key + ".alone")
                                                       : std::optional<std::string>{};
    return Map{{"id", part.part->id},
               {"number", part.number},
               {"heading", texts.text(fmt::format("part.{}.title", part.part->id))},
               {"text", alone ? *alone : texts.text(text_key)},
               {"after", after ? Value{*after} : Value{}},
               {"is_profiles", part.part->repeat == Repeat::EachMember},
               {"sections", Value{std::move(sections)}}};
}

// Each query once, for the appendix.
Value queries_view(const Report& report, const Texts& texts) {
    List queries;
    for (const auto& part : report.parts) {
        if (part.sections.empty()) continue;
        for (const auto& figure : part.sections.front().figures)
            queries.push_back(
                Map{{"id", figure.figure->id},
                    {"title", texts.text(fmt::format("query.{}.title", figure.figure->id))},
                    {"query", query_text(*figure.figure)}});
    }
    return Value{std::move(queries)};
}

Value options_json(const Options& options) {
    const auto text = [](const std::string& value) { return value.empty() ? Value{} : value; };
    return Map{{"region", options.region},
               {"against", options.against},
               {"country", text(options.country)},
               {"topic", text(options.topic)},
               {"from", *options.from},
               {"to", *options.to},
               {"asOf", options.as_of},
               {"previous", text(options.previous)},
               {"smallestCell", options.smallest_cell}};
}

Value figure_json(const MadeFigure& figure) {
    List columns;
    for (const auto& column : figure.table.columns) columns.push_back(column);
    List rows;
    for (const auto& row : figure.table.rows) rows.push_back(Value{List{row}});
    return Map{{"id", figure.id},
               {"title", figure.title},
               {"query", query_text(*figure.figure)},
               {"parameters", figure.parameters},
               {"sha256", figure.table.sha256},
               {"columns", Value{std::move(columns)}},
               {"rows", Value{std::move(rows)}}};
}

} // namespace

Map document(const Report& report, const Texts& catalogue) {
    const auto& options = report.options;
    auto names = names_in_texts(report);
    names.insert({{"snapshot", report.snapshot}, {"version", LINTAS_VERSION}});
    const auto texts = catalogue.with(std::move(names));
    List shown;
    for (const auto& part : report.parts) shown.push_back(part_view(part, report, texts));
    Map words;
    for (const auto& [key, value] : texts.all())
        if (key.starts_with("template.")) words.insert_or_assign(key.substr(9), texts.text(key));
    return {{"language", texts.language()},
            {"title", texts.text("report.title")},
            {"subtitle",
             texts.text(options.topic.empty() ? "report.subtitle" : "report.subtitle.topic")},
            {"snapshot", report.snapshot},
            {"version", LINTAS_VERSION},
            {"words", words},
            {"parts", Value{std::move(shown)}},
            {"queries", queries_view(report, texts)}};
}

std::string report_json(const Report& report, const Texts& texts) {
    List figures;
    for (const auto& part : report.parts)
        for (const auto& section : part.sections)
            for (const auto& figure : section.figures) figures.push_back(figure_json(figure));
    return parameters_json(Map{{"title", document(report, texts).at("title")},
                               {"options", options_json(report.options)},
                               {"snapshot", report.snapshot},
                               {"engine", "lintas " LINTAS_VERSION},
                               {"figures", Value{std::move(figures)}}}) +
           "\n";
}

std::string csv_file(const MadeFigure& figure) { return fmt::format("tables/{}.csv", figure.id); }
std::string json_file(const MadeFigure& figure) { return fmt::format("tables/{}.json", figure.id); }
std::string drawing_file(const MadeFigure& figure) {
    return fmt::format("figures/{}.svg", figure.id);
}
std::string query_file(const Figure& figure) { return fmt::format("queries/{}.cypher", figure.id); }

} // namespace lintas::report
