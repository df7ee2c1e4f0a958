#include "loaders/cordis_file.h"

#include "graph/error.h"
#include "graph/trimmed.h"
#include "loaders/ascii.h"
#include "loaders/file_date.h"
#include "loaders/shown_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace lintas::loaders {
namespace {

constexpr std::size_t longest_cordis_header = std::size_t{1} << 16;

// The file's name says it, or else its folder's.
std::string framework_of(const Input& input) {
    for (const auto& name : {input.file_name(), input.path.parent_path().filename().string()}) {
        const auto text = lower(name);
        if (text.find("h2020") != std::string::npos) return "H2020";
        if (text.find("horizon") != std::string::npos) return "HORIZON";
    }
    return "";
}

bool may_be_table(const Input& input) {
    const auto name = lower(input.file_name());
    return name.ends_with(".csv") || name.ends_with(".tsv") || name.ends_with(".txt");
}

[[noreturn]] void fail_for_missing(const CordisTable& table, std::span<const std::string> columns,
                                   const std::string& source) {
    std::string missing;
    std::size_t count = 0;
    for (const auto name : table.required) {
        if (std::ranges::find(columns, name) != columns.end()) continue;
        missing += fmt::format("{}`{}`", missing.empty() ? "" : ", ", name);
        ++count;
    }
    throw Error{ErrorCode::Input,
                fmt::format("`{}` line 1: the {} {} missing, which a table of {} has", source,
                            count == 1 ? "column " + missing : "columns " + missing,
                            count == 1 ? "is" : "are", table.title)};
}

void check_pic_column(const CordisFile& file, std::span<const std::string> columns) {
    const auto has = [&](std::string_view name) {
        return std::ranges::find(columns, name) != columns.end();
    };
    if (file.table->kind != CordisKind::Organisations) return;
    if (has("organisationID") || has("contactForm")) return;
    throw Error{ErrorCode::Input,
                fmt::format("`{}` line 1: a column with the PIC is missing; `organisationID` or "
                            "`contactForm` is expected",
                            file.name)};
}

std::vector<HeaderColumn> named_columns(const auto& names) {
    std::vector<HeaderColumn> columns;
    for (const auto& name : names) columns.emplace_back().name = name;
    return columns;
}

} // namespace

std::optional<CordisFile> open_cordis(const Input& input) {
    const auto text = head(input, longest_cordis_header);
    if (text.empty()) return std::nullopt;
    CordisFile file;
    file.csv.input = input;
    file.csv.delimiter = find_delimiter(text);
    file.name = input.name();
    file.seen_at = file_date(input.file_name());
    file.framework = framework_of(input);
    auto fields = read_first_fields(text, file.csv.delimiter, file.name);
    for (auto& field : fields) field = trimmed(field);
    if (const auto* table = find_table(fields)) {
        file.table = table;
        file.csv.header.columns = named_columns(fields);
        check_pic_column(file, fields);
        return file;
    }
    if (const auto* table = find_table_without_header(fields)) {
        file.table = table;
        file.csv.has_header = false;
        file.csv.header.columns = named_columns(table->layout);
        return file;
    }
    if (const auto* table = nearest_table(fields, 2)) fail_for_missing(*table, fields, file.name);
    return std::nullopt;
}

bool recognises_cordis(const Input& input) {
    if (!may_be_table(input)) return false;
    const auto text = head(input, longest_cordis_header);
    CsvReader reader{open_bytes({text, nullptr}), find_delimiter(text)};
    CsvRecord record;
    if (!reader.next(record) || record.fault != CsvFault::None) return false;
    std::vector<std::string> fields;
    for (const auto& field : record.fields) fields.emplace_back(trimmed(field.text));
    if (is_import_header(fields)) return false;
    constexpr std::size_t enough_columns = 4; // to be sure of a table that lacks others
    return find_table(fields) != nullptr || find_table_without_header(fields) != nullptr ||
           nearest_table(fields, enough_columns) != nullptr;
}

bool reads_before(const CordisFile& left, const CordisFile& right) {
    const auto order = [](const CordisFile& file) {
        const bool is_old = file.name.find("_old_") != std::string::npos;
        return std::tuple{file.table->kind, std::string_view{file.seen_at}, !is_old};
    };
    return order(left) < order(right);
}

std::string_view CordisRow::text(std::string_view column) const {
    const auto& columns = file_.csv.header.columns;
    const auto found = std::ranges::find(columns, column, &HeaderColumn::name);
    if (found == columns.end()) return "";
    return trimmed(record_.fields[static_cast<std::size_t>(found - columns.begin())].text);
}

std::string_view CordisRow::cell(std::string_view column) const {
    const auto value = text(column);
    return file_.table->na_is_missing && value == "NA" ? "" : value;
}

std::string_view CordisRow::country() const { return text("country"); }

} // namespace lintas::loaders
