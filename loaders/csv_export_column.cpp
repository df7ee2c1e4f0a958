#include "loaders/csv_export_column.h"

#include "loaders/csv_any.h"
#include "loaders/csv_type_name.h"

#include <fmt/format.h>

namespace lintas::loaders {

namespace {

constexpr char list_delimiter = ';';

std::string list_text(const List& list) {
    std::string text;
    for (const auto& item : list) {
        if (&item != list.data()) text += list_delimiter;
        text += scalar_text(item);
    }
    return text;
}

// Can the item stand between delimiters?
bool is_plain(const Value& item) {
    const auto text = scalar_text(item);
    return !text.empty() && text.find(list_delimiter) == text.npos;
}

} // namespace

CsvExportColumn::Form CsvExportColumn::form_of(const Value& value) {
    if (const auto type = scalar_type(value)) return {*type, false};
    const auto& list = value.list();
    if (list.empty()) return {};
    const auto type = scalar_type(list.front());
    if (!type) return {};
    for (const auto& item : list)
        if (scalar_type(item) != type || !is_plain(item)) return {};
    return {*type, true};
}

void CsvExportColumn::see(const Value& value) {
    if (value.is_null()) return;
    const auto is_settled = has_values_ && form_ == Form{};
    if (is_settled) return;
    const auto form = form_of(value);
    form_ = !has_values_ || form == form_ ? form : Form{};
    has_values_ = true;
}

std::string CsvExportColumn::header(std::string_view name) const {
    return fmt::format("{}:{}{}", name, type_name(form_.type), form_.is_list ? "[]" : "");
}

std::optional<std::string> CsvExportColumn::field(const Value& value) const {
    if (value.is_null()) return std::nullopt;
    if (form_ == Form{}) return any_text(value);
    return form_.is_list ? list_text(value.list()) : scalar_text(value);
}

} // namespace lintas::loaders
