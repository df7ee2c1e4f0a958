#include "query/run/aggregate.h"

#include "query/run/operand.h"
#include "query/run/with_span.h"

namespace lintas::query {

namespace {

// Where the arguments of an aggregate stand. REQUIRES: it has some.
Span span_of_arguments(const AggregateColumn& column) {
    return {column.arguments.front()->span.begin, column.arguments.back()->span.end};
}

} // namespace

Aggregate::Aggregate(const AggregateStep& step, OperatorPointer input, RunContext& context)
    : step_{step}, input_{std::move(input)}, context_{context},
      keys_(step.keys.size()), held_{context} {
    if (!step.keys.empty()) groups_.emplace(step.keys.size());
    for (const auto& column : step.aggregates) {
        running_.push_back({&column, make_accumulator(column.function, context), std::nullopt});
        if (column.distinct) running_.back().distinct.emplace(2);
    }
}

bool Aggregate::next(Batch& out) {
    if (!is_read_) {
        is_read_ = true;
        read_all();
        slices_ = BatchSlices{results()};
    }
    return slices_.next(out);
}

void Aggregate::read_all() {
    for (auto& running : running_) running.accumulator->grow(group_count());
    for (Batch batch; input_->next(batch);) {
        context_.check();
        const auto groups = groups_of(batch);
        for (auto& running : running_) {
            running.accumulator->grow(group_count());
            add(running, batch, groups);
        }
        held_.become(bytes());
    }
    input_.reset(); // what it holds is not needed any more
}

Codes Aggregate::groups_of(const Batch& batch) {
    if (!groups_) return Codes(batch.rows());
    std::vector<Operand> keys;
    std::vector<const Column*> columns;
    keys.reserve(step_.keys.size()); // the columns are looked at where they lie
    for (const auto& key : step_.keys) {
        keys.emplace_back(*key.value, batch, context_);
        columns.push_back(&*keys.back());
    }
    const auto known = groups_->size();
    auto groups = groups_->assign(columns);
    remember_keys(columns, groups, known);
    return groups;
}

// A group shows the keys of its first row: 1 and 1.0 are one key, but not the same to look at.
void Aggregate::remember_keys(std::span<const Column* const> columns, const Codes& groups,
                              std::size_t known) {
    if (groups_->size() == known) return;
    for (std::size_t row = 0; row < groups.size(); ++row) {
        if (groups[row] != known) continue;
        ++known;
        for (std::size_t key = 0; key < keys_.size(); ++key) {
            keys_[key].push_back(columns[key]->value(row));
        }
    }
}

void Aggregate::add(Running& running, const Batch& batch, const Codes& groups) {
    const auto& arguments = running.column->arguments;
    if (arguments.empty()) return running.accumulator->add(groups, nullptr, nullptr);
    const Operand value{*arguments[0], batch, context_};
    const auto second = arguments.size() > 1
                            ? std::optional<Operand>{std::in_place, *arguments[1], batch, context_}
                            : std::nullopt;
    const auto* second_column = second ? &**second : nullptr;
    with_span(span_of_arguments(*running.column), [&] {
        if (running.distinct) {
            add_distinct(running, groups, *value, second_column);
        } else {
            running.accumulator->add(groups, &*value, second_column);
        }
    });
}

// Passes on the rows whose value is new in their group.
void Aggregate::add_distinct(Running& running, const Codes& groups, const Column& value,
                             const Column* second) {
    Integers numbers{groups.begin(), groups.end()};
    const Column group_column{std::move(numbers)};
    auto next = running.distinct->size();
    const auto pairs = running.distinct->assign(std::vector<const Column*>{&group_column, &value});
    RowNumbers rows;
    Codes groups_of_rows;
    for (std::size_t row = 0; row < pairs.size(); ++row) {
        if (pairs[row] != next) continue;
        ++next;
        rows.push_back(static_cast<std::uint32_t>(row));
        groups_of_rows.push_back(groups[row]);
    }
    const auto values = value.select(rows);
    const auto seconds = second ? std::optional{second->select(rows)} : std::nullopt;
    running.accumulator->add(groups_of_rows, &values, seconds ? &*seconds : nullptr);
}

Batch Aggregate::results() {
    Batch batch{context_.frame_width(), group_count()};
    for (std::size_t key = 0; key < step_.keys.size(); ++key) {
        batch.set(step_.keys[key].slot, typed_column(std::move(keys_[key])));
    }
    for (const auto& running : running_) {
        const auto& column = *running.column;
        const auto set = [&] { batch.set(column.slot, running.accumulator->results()); };
        if (column.arguments.empty())
            set();
        else
            with_span(span_of_arguments(column), set);
    }
    return batch;
}

std::size_t Aggregate::bytes() const {
    auto sum = groups_ ? groups_->bytes() + keys_.size() * groups_->size() * sizeof(Value) : 0;
    for (const auto& running : running_) sum += running.distinct ? running.distinct->bytes() : 0;
    return sum;
}

} // namespace lintas::query
