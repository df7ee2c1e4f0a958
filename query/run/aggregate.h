// Aggregate: one row a group with its keys and what the aggregates come to in it.
#pragma once

#include "query/run/accumulator.h"
#include "query/run/batch_slices.h"
#include "query/run/group_table.h"
#include "query/run/operator.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace lintas::query {

class Aggregate final : public Operator {
public:
    Aggregate(const AggregateStep& step, OperatorPointer input, RunContext& context);
    bool next(Batch& out) override;

private:
    struct Running {
        const AggregateColumn* column;
        std::unique_ptr<Accumulator> accumulator;
        std::optional<GroupTable> distinct; // of (group, value), where only distinct values count
    };

    Codes groups_of(const Batch& batch);
    void remember_keys(std::span<const Column* const> columns, const Codes& groups,
                       std::size_t known);
    std::size_t group_count() const { return groups_ ? groups_->size() : 1; }
    void add(Running& running, const Batch& batch, const Codes& groups);
    void add_distinct(Running& running, const Codes& groups, const Column& value,
                      const Column* second);
    void read_all();
    Batch results();
    std::size_t bytes() const;

    const AggregateStep& step_;
    OperatorPointer input_;
    RunContext& context_;
    std::optional<GroupTable> groups_; // none without keys: then there is exactly one group
    std::vector<Boxed> keys_;          // by key, by group: the values of the first row
    std::vector<Running> running_;
    bool is_read_ = false;
    BatchSlices slices_;
    Held held_;
};

} // namespace lintas::query
