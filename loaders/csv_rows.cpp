#include "loaders/csv_rows.h"

#include "graph/error.h"
#include "loaders/shown_text.h"

#include <fmt/format.h>

namespace lintas::loaders {

CsvRows::CsvRows(const CsvFile& file, Rejects& rejects, bool tolerate)
    : file_{file}, rejects_{rejects}, tolerate_{tolerate}, source_{file.input.name()},
      reader_{file.read()} {}

bool CsvRows::next() {
    const auto expected = file_.header.columns.size();
    while (reader_->next(record_)) {
        ++count_;
        if (record_.fault != CsvFault::None) {
            reject_row(record_.fault == CsvFault::OpenQuote ? "open quote" : "text after a quote",
                       describe(record_.fault), "");
        } else if (record_.fields.size() != expected) {
            const auto found = record_.fields.size();
            reject_row(found > expected ? "too many fields" : "too few fields",
                       fmt::format("{} found, where the header names {}",
                                   found == 1 ? "1 field" : fmt::format("{} fields", found),
                                   expected),
                       std::to_string(found));
        } else {
            return true;
        }
    }
    return false;
}

void CsvRows::reject(std::size_t column, std::string_view reason, std::string_view sentence) {
    const auto& header = file_.header.columns[column];
    const auto value = shown_text(record_.fields[column].text);
    const auto name = header.name.empty() ? "" : fmt::format(" `{}`", header.name);
    reject_row(reason, fmt::format("column {}{}: `{}` {}", column + 1, name, value, sentence),
               value);
}

void CsvRows::reject_row(std::string_view reason, std::string_view sentence,
                         std::string_view value) {
    if (!tolerate_) {
        throw Error{ErrorCode::Input,
                    fmt::format("`{}` line {}: {}", source_, record_.line, sentence)};
    }
    rejects_.add({source_, record_.line, reason, value});
}

} // namespace lintas::loaders
