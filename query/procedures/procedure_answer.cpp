#include "query/procedures/procedure_answer.h"

#include "graph/store.h"

#include <algorithm>
#include <numeric>

namespace lintas::query {

namespace {

class RowsAnswer final : public ProcedureAnswer {
public:
    explicit RowsAnswer(ProcedureRows rows) : rows_{std::move(rows)} {}

    bool next(ProcedureBlock& out) override {
        const auto count = std::min(batch_rows, rows_.size() - at_);
        if (count == 0) return false;
        std::vector<Boxed> columns(rows_[at_].size());
        for (std::size_t row = at_; row < at_ + count; ++row)
            for (std::size_t i = 0; i < columns.size(); ++i)
                columns[i].push_back(std::move(rows_[row][i]));
        at_ += count;
        out.clear();
        for (auto& column : columns) out.push_back(typed_column(std::move(column)));
        return true;
    }

private:
    ProcedureRows rows_;
    std::size_t at_ = 0;
};

class ColumnsAnswer final : public ProcedureAnswer {
public:
    explicit ColumnsAnswer(std::vector<Column> columns) : columns_{std::move(columns)} {}

    bool next(ProcedureBlock& out) override {
        const auto rows = columns_.empty() ? 0 : columns_.front().size();
        const auto count = std::min(batch_rows, rows - at_);
        if (count == 0) return false;
        std::vector<std::uint32_t> chosen(count);
        std::iota(chosen.begin(), chosen.end(), static_cast<std::uint32_t>(at_));
        at_ += count;
        out.clear();
        for (const auto& column : columns_) out.push_back(column.select(chosen));
        return true;
    }

private:
    std::vector<Column> columns_;
    std::size_t at_ = 0;
};

} // namespace

ProcedureAnswerPointer answer_of(ProcedureRows rows) {
    return std::make_unique<RowsAnswer>(std::move(rows));
}

ProcedureAnswerPointer answer_of(std::vector<Column> columns) {
    return std::make_unique<ColumnsAnswer>(std::move(columns));
}

} // namespace lintas::query
