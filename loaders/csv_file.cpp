#include "loaders/csv_file.h"

#include "graph/error.h"
#include "loaders/shown_text.h"
#include "loaders/utf8.h"

#include <fmt/format.h>

namespace lintas::loaders {
namespace {

constexpr std::size_t longest_header = std::size_t{1} << 20;

// Takes numbers of parts, such as `_0_12`, off the end.
std::string_view without_part_numbers(std::string_view name) {
    while (true) {
        const auto last = name.find_last_not_of("0123456789");
        if (last == std::string_view::npos || last == 0) return name;
        if (last + 1 == name.size() || (name[last] != '_' && name[last] != '-')) return name;
        name = name.substr(0, last);
    }
}

} // namespace

std::vector<std::string> read_first_fields(std::string_view text, char delimiter,
                                           const std::string& source) {
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) {
        throw Error{ErrorCode::Input, fmt::format("`{}` is UTF-16 text; UTF-8 is allowed", source)};
    }
    CsvReader reader{open_bytes({text, nullptr}), delimiter};
    CsvRecord record;
    if (!reader.next(record)) {
        throw Error{ErrorCode::Input,
                    fmt::format("`{}` is empty, where a header line is expected", source)};
    }
    if (record.fault != CsvFault::None) {
        throw Error{ErrorCode::Input,
                    fmt::format("`{}` line {}: {}", source, record.line, describe(record.fault))};
    }
    std::vector<std::string> fields;
    for (const auto& field : record.fields) {
        if (!is_utf8(field.text)) {
            throw Error{ErrorCode::Input,
                        fmt::format("`{}` line {}: column {} `{}` is not UTF-8 text", source,
                                    record.line, fields.size() + 1, shown_text(field.text))};
        }
        fields.emplace_back(field.text);
    }
    return fields;
}

std::unique_ptr<CsvReader> CsvFile::read() const {
    auto reader = std::make_unique<CsvReader>(input.open(), delimiter);
    CsvRecord header_record;
    if (has_header) reader->next(header_record);
    return reader;
}

CsvFile open_csv(const Input& input, const LoadOptions& options) {
    const auto text = head(input, longest_header);
    CsvFile file;
    file.input = input;
    file.delimiter = options.delimiter.value_or(',');
    if (!options.delimiter) file.delimiter = find_delimiter(text);
    file.header = read_header(read_first_fields(text, file.delimiter, input.name()), input.name());
    const auto& given = file.header.is_relationships ? options.type : options.label;
    const auto in_rows = file.header.is_relationships ? ColumnRole::Type : ColumnRole::Labels;
    file.name = given;
    if (given.empty() && !file.header.find(in_rows)) {
        file.name = name_from_file(input.file_name(), file.header);
    }
    return file;
}

std::string name_from_file(const std::string& file_name, const CsvHeader& header) {
    auto name = without_part_numbers(std::string_view{file_name}.substr(0, file_name.find('.')));
    const auto start = header.find(ColumnRole::StartId);
    const auto end = header.find(ColumnRole::EndId);
    if (!start || !end) return std::string{name};
    const auto before = header.columns[*start].group + "_";
    const auto after = "_" + header.columns[*end].group;
    if (name.size() > before.size() + after.size() && name.starts_with(before) &&
        name.ends_with(after)) {
        name.remove_prefix(before.size());
        name.remove_suffix(after.size());
    }
    return std::string{name};
}

} // namespace lintas::loaders
