#include "loaders/csv_header.h"

#include "graph/error.h"
#include "loaders/ascii.h"
#include "loaders/csv_reader.h"
#include "loaders/csv_type_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace lintas::loaders {
namespace {

struct RoleName {
    std::string_view name;
    ColumnRole role;
};

constexpr RoleName roles[] = {
    {"id", ColumnRole::Id},        {"label", ColumnRole::Labels}, {"start_id", ColumnRole::StartId},
    {"end_id", ColumnRole::EndId}, {"type", ColumnRole::Type},    {"ignore", ColumnRole::Ignored},
};

constexpr std::string_view allowed_columns =
    "allowed are int, long, short, byte, float, double, boolean, string, char, date, localtime, "
    "time, localdatetime, datetime, duration, point, any, each also as a list with [], and ID, "
    "LABEL, START_ID, END_ID, TYPE, IGNORE";

// The pieces of `name:type(group){option}`.
struct Pieces {
    std::string_view name;
    std::string_view type;
    std::optional<std::string_view> group;
    std::string_view option;
};

// Takes `(...)` or `{...}` off the end.
std::optional<std::string_view> take_bracketed(std::string_view& text, char open, char close) {
    if (!text.ends_with(close)) return std::nullopt;
    const auto begin = text.find(open);
    if (begin == std::string_view::npos) return std::nullopt;
    const auto inside = text.substr(begin + 1, text.size() - begin - 2);
    text = text.substr(0, begin);
    return inside;
}

// Options hold colons themselves, so they go first.
Pieces cut(std::string_view text) {
    Pieces pieces;
    pieces.option = take_bracketed(text, '{', '}').value_or("");
    const auto with_group = text;
    pieces.group = take_bracketed(text, '(', ')');
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos) return {with_group, "", std::nullopt, ""};
    pieces.name = text.substr(0, colon);
    pieces.type = text.substr(colon + 1);
    return pieces;
}

std::optional<ColumnRole> find_role(std::string_view type) {
    const auto* found = std::ranges::find(roles, lower(type), &RoleName::name);
    if (found == std::end(roles)) return std::nullopt;
    return found->role;
}

class HeaderReader {
public:
    explicit HeaderReader(const std::string& source) : source_{source} {}

    HeaderColumn column(std::string_view text, std::size_t number) const {
        const auto pieces = cut(text);
        HeaderColumn column;
        column.name = pieces.name;
        column.option = pieces.option;
        column.group = pieces.group.value_or("");
        if (pieces.type.empty() && pieces.name.empty()) {
            fail(number, text, "has no name; `:IGNORE` leaves a column out");
        }
        if (const auto role = find_role(pieces.type)) {
            column.role = *role;
            read_id_type(column, number, text);
            read_delimiter(column, number, text);
            return column;
        }
        if (pieces.name.empty())
            fail(number, text, fmt::format("is not known; {}", allowed_columns));
        read_type(column, pieces, number, text);
        return column;
    }

    [[noreturn]] void fail(std::size_t number, std::string_view text, std::string_view what) const {
        throw Error{ErrorCode::Input, fmt::format("`{}` line 1: column {} `{}` {}", source_,
                                                  number + 1, shortened(text), what)};
    }

private:
    static std::string shortened(std::string_view text) {
        constexpr std::size_t most = 60;
        return text.size() <= most ? std::string{text} : fmt::format("{}...", text.substr(0, most));
    }

    void read_type(HeaderColumn& column, const Pieces& pieces, std::size_t number,
                   std::string_view text) const {
        auto type = pieces.type;
        if (type.empty()) return;
        if (type.ends_with("[]")) {
            column.is_list = true;
            type.remove_suffix(2);
        }
        const auto found = find_type(type);
        if (!found || pieces.group) {
            fail(number, text,
                 fmt::format("has the unknown type `{}`; {}", shortened(type), allowed_columns));
        }
        column.type = *found;
    }

    void read_id_type(HeaderColumn& column, std::size_t number, std::string_view text) const {
        const auto option = lower(column.option);
        const auto at = option.find("id-type:");
        if (column.role != ColumnRole::Id || at == std::string::npos) return;
        auto type = std::string_view{option}.substr(at + std::string_view{"id-type:"}.size());
        type.remove_prefix(std::min(type.find_first_not_of(' '), type.size()));
        type = type.substr(0, type.find_first_of(", "));
        const auto found = find_type(type);
        if (!found) {
            fail(number, text, "has an unknown id-type; `string`, `int` and `long` are allowed");
        }
        column.ids_are_integers = found == ScalarType::Int || found == ScalarType::Long;
    }

    void read_delimiter(HeaderColumn& column, std::size_t number, std::string_view text) const {
        constexpr std::string_view key = "delimiter:";
        const std::string_view option = column.option;
        if (column.role != ColumnRole::Labels || !option.starts_with(key)) return;
        if (option.size() != key.size() + 1)
            fail(number, text, "has a delimiter that is not one character");
        column.delimiter = option.back();
    }

    const std::string& source_;
};

std::size_t count_of(const CsvHeader& header, ColumnRole role) {
    return static_cast<std::size_t>(std::ranges::count(header.columns, role, &HeaderColumn::role));
}

[[noreturn]] void fail(const std::string& source, std::string_view what) {
    throw Error{ErrorCode::Input, fmt::format("`{}` line 1: the header {}", source, what)};
}

void check_roles(const CsvHeader& header, const std::string& source) {
    constexpr ColumnRole single[] = {ColumnRole::Id, ColumnRole::StartId, ColumnRole::EndId,
                                     ColumnRole::Labels, ColumnRole::Type};
    for (const auto role : single) {
        if (count_of(header, role) < 2) continue;
        const auto* name = std::ranges::find(roles, role, &RoleName::role);
        fail(source, fmt::format("names `:{}` more than once, where one is allowed", name->name));
    }
    const bool starts = header.find(ColumnRole::StartId).has_value();
    const bool ends = header.find(ColumnRole::EndId).has_value();
    if (starts != ends) {
        fail(source, fmt::format("has `{}` but not `{}`", starts ? ":START_ID" : ":END_ID",
                                 starts ? ":END_ID" : ":START_ID"));
    }
    if (starts && header.find(ColumnRole::Id)) {
        fail(source, "has both `:ID` and `:START_ID`; a file holds nodes or relationships");
    }
    if (starts && header.find(ColumnRole::Labels)) {
        fail(source, "has both `:LABEL` and `:START_ID`; only nodes have labels");
    }
    if (!starts && header.find(ColumnRole::Type)) {
        fail(source, "has `:TYPE` but not `:START_ID` and `:END_ID`");
    }
}

void check_names(const CsvHeader& header, const std::string& source) {
    std::set<std::string_view> names;
    for (const auto& column : header.columns) {
        if (column.role != ColumnRole::Property && column.role != ColumnRole::Id) continue;
        if (column.name.empty() || names.insert(column.name).second) continue;
        fail(source, fmt::format("names the property `{}` twice", column.name));
    }
}

// A number, a date or a time.
bool looks_like_a_value(std::string_view text) {
    constexpr std::string_view beginnings = "+-.0123456789";
    constexpr std::string_view parts = "+-.,:/ eETZ0123456789";
    return !text.empty() && beginnings.find(text.front()) != std::string_view::npos &&
           text.find_first_of("0123456789") != std::string_view::npos &&
           text.find_first_not_of(parts) == std::string_view::npos;
}

// Without `:ID` and the like nothing but the names says that the first line is a header.
void check_is_header(std::span<const std::string> fields, const std::string& source) {
    if (is_import_header(fields)) return;
    const auto value = std::ranges::find_if(fields, looks_like_a_value);
    if (value == fields.end()) return;
    fail(source, fmt::format("would name a property `{}`, which is a value; the first line has to "
                             "name the columns, as in `id:ID,name,year:int`",
                             *value));
}

} // namespace

std::optional<std::size_t> CsvHeader::find(ColumnRole role) const {
    const auto found = std::ranges::find(columns, role, &HeaderColumn::role);
    if (found == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
}

bool is_import_header(std::span<const std::string> fields) {
    return std::ranges::any_of(fields, [](const std::string& field) {
        const auto role = find_role(cut(field).type);
        return role && *role != ColumnRole::Ignored;
    });
}

CsvHeader read_header(std::span<const std::string> fields, const std::string& source) {
    check_is_header(fields, source);
    CsvHeader header;
    const HeaderReader reader{source};
    for (std::size_t i = 0; i < fields.size(); ++i) {
        header.columns.push_back(reader.column(fields[i], i));
    }
    header.is_relationships = header.find(ColumnRole::StartId) || header.find(ColumnRole::EndId);
    check_roles(header, source);
    check_names(header, source);
    return header;
}

char find_delimiter(std::string_view text) {
    constexpr std::array candidates = {',', ';', '|', '\t'};
    char best = candidates.front();
    std::size_t most = 1;
    for (const char candidate : candidates) {
        CsvReader reader{open_bytes({text, nullptr}), candidate};
        CsvRecord record;
        if (!reader.next(record) || record.fault != CsvFault::None) continue;
        if (record.fields.size() > most) {
            most = record.fields.size();
            best = candidate;
        }
    }
    return best;
}

} // namespace lintas::loaders
