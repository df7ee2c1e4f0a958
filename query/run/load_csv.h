// LoadCsv: one row for each record of a file, as a list or a map of strings.
#pragma once

#include "query/run/csv_records.h"
#include "query/run/matcher.h"
#include "query/run/operand.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lintas::query {

class LoadCsv final : public Matcher {
public:
    LoadCsv(const LoadCsvStep& step, OperatorPointer input, RunContext& context)
        : Matcher{std::move(input), context}, step_{step} {}

private:
    void start(const Batch& input) override;
    bool fill(RowNumbers& rows) override;
    void finish(Batch& out) override;

    void open();
    void read_headers();
    Value row_of(CsvRecord record) const;

    const LoadCsvStep& step_;
    std::optional<Operand> urls_;        // of the input batch
    std::optional<Operand> terminators_; // likewise; absent: a comma
    std::size_t input_rows_ = 0;
    std::size_t row_ = 0;
    std::unique_ptr<CsvRecords> records_; // of the file of row_
    std::vector<std::string> headers_;
    Boxed values_; // of the last fill()
};

} // namespace lintas::query
