#include "query/run/merge.h"

#include "query/run/correlated_rows.h"

#include <fmt/format.h>

namespace lintas::query {

Merge::Merge(const MergeStep& step, OperatorPointer input, RunContext& context)
    : step_{step}, context_{context}, input_{std::move(input), context}, creator_{step.creation,
                                                                                  context},
      on_create_{step.on_create, context}, on_match_{step.on_match, context} {}

bool Merge::take_matches(const Batch& row) {
    const Correlation correlation{*step_.match, step_.imports, step_.row_number, true};
    CorrelatedRows rows{correlation, row, context_};
    RowNumbers outer;
    Batch inner;
    std::vector<Batch> found;
    while (rows.next(outer, inner)) {
        auto joined = row.select(outer);
        for (const auto slot : step_.exports) joined.share(slot, inner, slot);
        own_strings(joined);
        found.push_back(std::move(joined));
        inner = Batch{};
    }
    for (auto& batch : found) {
        on_match_.change(batch);
        results_.push_back(std::move(batch));
    }
    return !found.empty();
}

void Merge::refuse_null(const std::vector<Column>& properties) const {
    for (const auto& column : properties) {
        const auto value = column.value(0);
        if (!value.is(ValueType::Map)) continue;
        for (const auto& [key, held] : value.map())
            if (held.is_null())
                throw Error{ErrorCode::Semantic, ErrorDetail::MergeReadOwnWrites,
                            fmt::format("`MERGE` cannot look for `{}: null`, since null is no "
                                        "property",
                                        key)};
    }
}

void Merge::merge_row(const Batch& row) {
    const auto properties = creator_.evaluate_properties(row);
    refuse_null(properties);
    if (take_matches(row)) return;
    auto made = row;
    creator_.create(made, properties);
    on_create_.change(made);
    results_.push_back(std::move(made));
}

bool Merge::next(Batch& out) {
    if (input_.read())
        for (const auto& batch : input_.batches())
            for (std::uint32_t row = 0; row < batch.rows(); ++row) {
                context_.check();
                merge_row(batch.select({row}));
            }
    if (at_ == results_.size()) return false;
    out = std::move(results_[at_++]);
    return true;
}

} // namespace lintas::query
