#include "query/run/load_csv.h"

#include "graph/error.h"
#include "query/run/import_file.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::query {

namespace {

char terminator_of(const Value& value, Span span) {
    if (value.is(ValueType::String) && value.string().size() == 1) {
        const auto character = value.string().front();
        if (character != '"' && character != '\n' && character != '\r') return character;
    }
    throw Error{ErrorCode::Argument, ErrorDetail::InvalidArgumentValue,
                fmt::format("`FIELDTERMINATOR` needs one character such as `;`, but found `{}`",
                            to_text(value)),
                span};
}

} // namespace

void LoadCsv::start(const Batch& input) {
    records_.reset();
    urls_.emplace(*step_.url, input, context_);
    if (step_.terminator) terminators_.emplace(*step_.terminator, input, context_);
    input_rows_ = input.rows();
    row_ = 0;
}

void LoadCsv::open() {
    const auto url = (*urls_)->value(row_);
    if (!url.is(ValueType::String))
        throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                    fmt::format("`LOAD CSV` needs a URL such as `'file:///rows.csv'`, but found "
                                "`{}`",
                                to_text(url)),
                    step_.url->span};
    const auto terminator =
        terminators_ ? terminator_of((*terminators_)->value(row_), step_.terminator->span) : ',';
    const auto file = import_file(url.string(), context_.import_folder(), step_.url->span);
    records_ = std::make_unique<CsvRecords>(file, url.string(), terminator);
    if (step_.headers) read_headers();
}

void LoadCsv::read_headers() {
    headers_.clear();
    CsvRecord record;
    if (!records_->next(record)) return;
    for (auto& field : record) {
        auto name = field.value_or("");
        if (std::ranges::find(headers_, name) != headers_.end())
            throw Error{ErrorCode::Input,
                        fmt::format("`{}` has the column `{}` twice", records_->name(), name),
                        step_.url->span};
        headers_.push_back(std::move(name));
    }
}

// Fields beyond the headers are left aside; what a short record lacks is null.
Value LoadCsv::row_of(CsvRecord record) const {
    const auto boxed = [](std::optional<std::string>& field) {
        return field ? Value{std::move(*field)} : Value{};
    };
    if (!step_.headers) {
        List list;
        for (auto& field : record) list.push_back(boxed(field));
        return Value{std::move(list)};
    }
    record.resize(headers_.size());
    Map map;
    for (std::size_t i = 0; i < headers_.size(); ++i)
        map.insert_or_assign(headers_[i], boxed(record[i]));
    return Value{std::move(map)};
}

bool LoadCsv::fill(RowNumbers& rows) {
    values_.clear();
    while (row_ < input_rows_ && values_.size() < batch_rows) {
        if (!records_) open();
        CsvRecord record;
        if (records_->next(record)) {
            rows.push_back(static_cast<std::uint32_t>(row_));
            values_.push_back(row_of(std::move(record)));
        } else {
            records_.reset();
            ++row_;
        }
    }
    return row_ < input_rows_;
}

void LoadCsv::finish(Batch& out) { out.set(step_.variable, typed_column(std::move(values_))); }

} // namespace lintas::query
