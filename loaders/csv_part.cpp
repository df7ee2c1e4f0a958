#include "loaders/csv_part.h"

#include <utility>

namespace lintas::loaders {

CsvPart::CsvPart(std::vector<std::string> names, const std::vector<PropertyField>& fields,
                 char list_delimiter)
    : names_{std::move(names)}, fields_{fields} {
    for (const auto& field : fields) {
        builders_.push_back(make_column_builder(field.column, list_delimiter));
    }
}

std::optional<std::size_t> CsvPart::append(const CsvRecord& record) {
    for (std::size_t i = 0; i < builders_.size(); ++i) {
        if (builders_[i]->append(record.fields[fields_[i].field])) continue;
        truncate(rows_);
        return i;
    }
    ++rows_;
    return std::nullopt;
}

void CsvPart::drop_last() {
    --rows_;
    truncate(rows_);
}

void CsvPart::truncate(std::size_t rows) {
    for (const auto& builder : builders_) builder->truncate(rows);
}

CsvBatch CsvPart::take(const std::vector<std::shared_ptr<const void>>& owners) {
    CsvBatch batch;
    batch.names = names_;
    batch.rows = std::exchange(rows_, 0);
    batch.ids = std::exchange(ids, {});
    batch.sources = std::exchange(sources, {});
    batch.targets = std::exchange(targets, {});
    for (std::size_t i = 0; i < builders_.size(); ++i) {
        auto column = builders_[i]->take();
        if (!column) continue;
        for (const auto& owner : owners) column->keep(owner);
        batch.properties.push_back({fields_[i].key, std::move(*column)});
    }
    return batch;
}

} // namespace lintas::loaders
