#include "query/run/index_seek.h"

#include "graph/index/read_entries.h"
#include "query/run/evaluate.h"
#include "query/run/key_bounds_of.h"

#include <algorithm>
#include <ranges>

namespace lintas::query {

namespace {

template <typename Id> std::vector<Id> ids_of(const EntityNumbers& numbers) {
    std::vector<Id> ids(numbers.size());
    std::ranges::transform(numbers, ids.begin(), [](std::uint32_t number) { return Id{number}; });
    return ids;
}

} // namespace

IndexSeek::IndexSeek(const IndexSeekStep& step, OperatorPointer input, RunContext& context)
    : Matcher{std::move(input), context}, step_{step}, members_{context.graph(), step.index.entity,
                                                                step.index.labels} {}

void IndexSeek::start(const Batch& input) {
    values_.clear();
    for (const auto& key : step_.keys) {
        auto& columns = values_.emplace_back();
        for (const auto& expression : expressions_of(key))
            columns.push_back(evaluate(*expression, input, context_));
    }
    input_rows_ = input.rows();
    row_ = 0;
    is_begun_ = false;
}

// All searches of a row begin together: an index that one of them lacks is used by none.
void IndexSeek::begin_row() {
    is_begun_ = true;
    seeks_.clear();
    position_ = {};
    sorted_.reset();
    std::vector<std::vector<Value>> values;
    for (const auto& columns : values_) {
        auto& row = values.emplace_back();
        for (const auto& column : columns) row.push_back(column.value(row_));
    }
    const auto bounds = key_bounds_of(step_.keys, values);
    is_scanning_ = !bounds || !begin_seeks(*bounds);
    if (is_scanning_ && step_.order != SeekOrder::Any) {
        sorted_ = read_entries(step_.index, context_.graph(),
                               [this](std::uint64_t) { context_.check(); });
        sorted_at_ = 0;
    }
}

bool IndexSeek::begin_seeks(const std::vector<KeyBounds>& bounds) {
    auto* view = context_.indexes();
    if (view == nullptr) return bounds.empty();
    for (const auto& one : bounds | std::views::reverse) {
        auto seek = view->seek(step_.index, one, step_.order);
        if (!seek) return false;
        seeks_.push_back(std::move(*seek));
    }
    return true;
}

bool IndexSeek::take_found() {
    for (; !seeks_.empty(); seeks_.pop_back())
        if (seeks_.back().next(found_)) return true;
    return false;
}

bool IndexSeek::take_scanned() {
    if (sorted_) return take_sorted();
    EntityNumbers some;
    if (!members_.scan(position_, some)) return false;
    found_.insert(found_.end(), some.begin(), some.end());
    return true;
}

bool IndexSeek::take_sorted() {
    const auto size = sorted_->size();
    const auto end = std::min(size, sorted_at_ + batch_rows);
    for (; sorted_at_ < end; ++sorted_at_)
        found_.push_back(sorted_->entity(
            step_.order == SeekOrder::Descending ? size - 1 - sorted_at_ : sorted_at_));
    return sorted_at_ < size;
}

bool IndexSeek::take_some() {
    if (!is_begun_) begin_row();
    return is_scanning_ ? take_scanned() : take_found();
}

bool IndexSeek::fill(RowNumbers& rows) {
    found_.clear();
    while (row_ < input_rows_ && found_.size() < batch_rows) {
        const auto row = static_cast<std::uint32_t>(row_);
        if (!take_some()) {
            ++row_;
            is_begun_ = false;
        }
        rows.resize(found_.size(), row);
        context_.check();
    }
    return row_ < input_rows_;
}

void IndexSeek::finish(Batch& out) {
    if (step_.index.entity == EntityKind::Node)
        out.set(step_.entity, Column{ids_of<NodeId>(found_)});
    else
        out.set(step_.entity, Column{ids_of<RelationshipId>(found_)});
}

} // namespace lintas::query
