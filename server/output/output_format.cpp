#include "server/output/output_format.h"

#include "graph/error.h"
#include "server/output/csv_format.h"
#include "server/output/json_format.h"
#include "server/output/table_format.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::server {

namespace {

constexpr OutputFormat table[] = {
    {"csv", "RFC 4180, a header line first; null is an empty field", write_csv},
    {"json", R"(one object: {"columns": [...], "rows": [[...], ...]})", write_json},
    {"ndjson", "a JSON object a row, each on a line of its own", write_ndjson},
    {"records", "a line for each column of a row, for people", write_records},
    {"table", "aligned columns, for people", write_table},
};

} // namespace

std::span<const OutputFormat> output_formats() { return table; }

const OutputFormat& output_format(std::string_view name) {
    const auto* found = std::ranges::find(table, name, &OutputFormat::name);
    if (found != std::end(table)) return *found;
    throw Error{
        ErrorCode::Usage,
        fmt::format("`{}` is no format; there are csv, json, ndjson, records and table", name)};
}

} // namespace lintas::server
