#include "query/run/batch.h"

#include "graph/expect.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace lintas::query {

namespace {

using Selection = std::shared_ptr<const RowNumbers>;

// Composes each distinct selection of a batch once with the same chosen rows.
class Composer {
public:
    explicit Composer(RowNumbers rows) : rows_{std::make_shared<RowNumbers>(std::move(rows))} {}

    Selection compose(const Selection& before) {
        if (!before) return rows_;
        for (const auto& [known, composed] : composed_) {
            if (known == before) return composed;
        }
        RowNumbers numbers(rows_->size());
        std::ranges::transform(*rows_, numbers.begin(),
                               [&](std::uint32_t row) { return (*before)[row]; });
        composed_.emplace_back(before, std::make_shared<RowNumbers>(std::move(numbers)));
        return composed_.back().second;
    }

private:
    Selection rows_;
    std::vector<std::pair<Selection, Selection>> composed_;
};

std::size_t bytes_of_value(const Value& value) {
    constexpr std::size_t shared_part = 64; // of a list, map or path: at least its head
    std::size_t bytes = sizeof(Value);
    if (value.is(ValueType::String)) return bytes + value.string().size();
    if (value.is(ValueType::List)) return bytes + shared_part + value.list().size() * bytes;
    if (value.is(ValueType::Map) || value.is(ValueType::Path)) return bytes + shared_part;
    return bytes;
}

std::size_t bytes_of(const Column& column) {
    if (column.get<Constant>()) return sizeof(Constant);
    if (const auto* values = column.get<Boxed>()) {
        return std::accumulate(
            values->begin(), values->end(), std::size_t{0},
            [](std::size_t sum, const Value& value) { return sum + bytes_of_value(value); });
    }
    if (const auto* texts = column.get<Strings>()) {
        return std::accumulate(
            texts->begin(), texts->end(), column.size() * sizeof(std::string_view),
            [](std::size_t sum, std::string_view text) { return sum + text.size(); });
    }
    return column.size() * sizeof(std::int64_t);
}

} // namespace

RowNumbers row_numbers_from(std::size_t first, std::size_t count) {
    RowNumbers rows(count);
    std::iota(rows.begin(), rows.end(), static_cast<std::uint32_t>(first));
    return rows;
}

Batch::Entry& Batch::entry(Slot slot) const {
    const auto at = static_cast<std::size_t>(slot);
    expect(at < entries_.size(), "a slot lies within the width of its batch");
    return entries_[at];
}

bool Batch::is_set(Slot slot) const { return entry(slot).column != nullptr; }

void Batch::flatten(Entry& entry) {
    if (!entry.selection) return;
    entry.column = std::make_shared<Column>(entry.column->select(*entry.selection));
    entry.selection = nullptr;
}

Column& Batch::own(Entry& entry) {
    flatten(entry);
    if (entry.column.use_count() > 1) entry.column = std::make_shared<Column>(*entry.column);
    return *entry.column;
}

const Column& Batch::column(Slot slot) const {
    auto& found = entry(slot);
    expect(found.column != nullptr, "a slot that is read is set");
    flatten(found);
    return *found.column;
}

void Batch::set(Slot slot, Column column) {
    expect(column.size() == rows_, "a column has as many rows as its batch");
    entry(slot) = {std::make_shared<Column>(std::move(column)), nullptr};
}

void Batch::share(Slot slot, const Batch& from, Slot from_slot) {
    expect(from.rows_ == rows_, "a shared column has as many rows as its batch");
    expect(from.is_set(from_slot), "a slot that is shared is set");
    entry(slot) = from.entry(from_slot);
}

void Batch::clear(Slot slot) { entry(slot) = {}; }

Batch Batch::select(RowNumbers rows) const {
    Batch chosen{width(), rows.size()};
    Composer composer{std::move(rows)};
    for (std::size_t at = 0; at < entries_.size(); ++at) {
        const auto& [column, selection] = entries_[at];
        if (column) chosen.entries_[at] = {column, composer.compose(selection)};
    }
    return chosen;
}

Batch Batch::slice(std::size_t first, std::size_t count) const {
    if (first == 0 && count >= rows_) return *this;
    const auto begin = std::min(first, rows_);
    return select(row_numbers_from(begin, std::min(count, rows_ - begin)));
}

void Batch::append(const Batch& other) {
    expect(width() == other.width(), "batches that are joined have the same width");
    for (std::size_t at = 0; at < entries_.size(); ++at) {
        auto& mine = entries_[at];
        auto& theirs = other.entries_[at];
        if (!mine.column && !theirs.column) continue;
        if (!mine.column) mine.column = std::make_shared<Column>(Constant{{}, rows_});
        if (theirs.column) {
            flatten(theirs);
            own(mine).append(*theirs.column);
        } else {
            own(mine).append(Column{Constant{{}, other.rows_}});
        }
    }
    rows_ += other.rows_;
}

std::size_t Batch::bytes() const {
    std::size_t sum = 0;
    for (auto& found : entries_) {
        if (!found.column) continue;
        flatten(found);
        sum += bytes_of(*found.column);
    }
    return sum;
}

} // namespace lintas::query
