// MERGE: for each row what matches, or, where nothing does, what is made.
#pragma once

#include "query/run/changer.h"
#include "query/run/creator.h"
#include "query/run/drained.h"

namespace lintas::query {

class Merge final : public Operator {
public:
    Merge(const MergeStep& step, OperatorPointer input, RunContext& context);
    bool next(Batch& out) override;

private:
    void merge_row(const Batch& row);
    bool take_matches(const Batch& row);
    void refuse_null(const std::vector<Column>& properties) const;

    const MergeStep& step_;
    RunContext& context_;
    Drained input_;
    Creator creator_;
    Changer on_create_;
    Changer on_match_;
    std::vector<Batch> results_;
    std::size_t at_ = 0;
};

} // namespace lintas::query
