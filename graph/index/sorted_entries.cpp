#include "graph/index/sorted_entries.h"

#include "graph/compare.h"
#include "graph/index/same_value.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace lintas {

namespace {

// Grows with the order of the keys, so that most comparisons of the sort are of two integers.
std::uint64_t leading_bits(const Integers& keys, std::size_t row) {
    return static_cast<std::uint64_t>(keys[row]) ^ (std::uint64_t{1} << 63);
}
std::uint64_t leading_bits(const Strings& keys, std::size_t row) {
    std::uint64_t bits = 0;
    for (std::size_t at = 0; at < 8; ++at)
        bits = bits << 8 | (at < keys[row].size() ? static_cast<unsigned char>(keys[row][at]) : 0u);
    return bits;
}
// Negative numbers have their bits turned over; NaN stands last and both zeros are one.
std::uint64_t leading_bits(const Floats& keys, std::size_t row) {
    const auto key = keys[row];
    if (std::isnan(key)) return ~std::uint64_t{0};
    const auto bits = std::bit_cast<std::uint64_t>(key == 0 ? 0.0 : key);
    constexpr auto sign = std::uint64_t{1} << 63;
    return (bits & sign) != 0 ? ~bits : bits | sign;
}
template <typename Vector> std::uint64_t leading_bits(const Vector&, std::size_t) { return 0; }

struct SortRow {
    std::uint64_t leading;
    std::uint32_t row;
};

std::vector<SortRow> rows_to_sort(const Column& first) {
    std::vector<SortRow> rows(first.size());
    std::visit(
        [&](const auto& data) {
            for (std::uint32_t row = 0; row < rows.size(); ++row)
                rows[row] = {leading_bits(data, row), row};
        },
        first.data());
    return rows;
}

std::weak_ordering order_in(const Column& column, std::size_t left, std::size_t right) {
    if (const auto* texts = column.get<Strings>(); texts && !column.may_be_null())
        return (*texts)[left] <=> (*texts)[right];
    if (const auto* numbers = column.get<Integers>(); numbers && !column.may_be_null())
        return (*numbers)[left] <=> (*numbers)[right];
    if (const auto* values = column.get<Boxed>()) return order((*values)[left], (*values)[right]);
    return order(column.value(left), column.value(right));
}

std::vector<std::uint32_t> sorted_rows(const EntityNumbers& entities,
                                       const std::vector<Column>& keys) {
    auto rows = rows_to_sort(keys.front());
    std::ranges::sort(rows, [&](const SortRow& left, const SortRow& right) {
        if (left.leading != right.leading) return left.leading < right.leading;
        for (const auto& key : keys) {
            const auto found = order_in(key, left.row, right.row);
            if (std::is_neq(found)) return std::is_lt(found);
        }
        return entities[left.row] < entities[right.row];
    });
    std::vector<std::uint32_t> order(rows.size());
    std::ranges::transform(rows, order.begin(), &SortRow::row);
    return order;
}

} // namespace

SortedEntries::SortedEntries(EntityNumbers entities, std::vector<Boxed> keys) {
    std::vector<Column> columns;
    for (auto& values : keys) {
        columns.push_back(typed_column(std::move(values)));
        values = {};
    }
    const auto rows = sorted_rows(entities, columns);
    entities_.reserve(rows.size());
    for (const auto row : rows) entities_.push_back(entities[row]);
    for (auto& column : columns) {
        keys_.push_back(column.select(rows));
        column = {};
    }
    count_distinct();
}

void SortedEntries::count_distinct() {
    distinct_.assign(keys_.size(), entities_.empty() ? 0 : 1);
    for (std::size_t at = 1; at < entities_.size(); ++at) {
        std::size_t same = 0;
        while (same < keys_.size() && same_value(keys_[same], at - 1, keys_[same], at)) ++same;
        for (auto keys = same; keys < keys_.size(); ++keys) ++distinct_[keys];
    }
}

std::weak_ordering SortedEntries::order_of(std::size_t at, std::size_t key,
                                           const Value& value) const {
    const auto& column = keys_[key];
    if (const auto* numbers = column.get<Integers>();
        numbers && value.is(ValueType::Integer) && !column.is_null(at))
        return (*numbers)[at] <=> value.integer();
    if (const auto* texts = column.get<Strings>();
        texts && value.is(ValueType::String) && !column.is_null(at))
        return (*texts)[at] <=> std::string_view{value.string()};
    return order(column.value(at), value);
}

std::pair<std::size_t, std::size_t> SortedEntries::find(const KeyBounds& bounds) const {
    const auto place = [&](std::size_t at) {
        return place_of(
            bounds, [&](std::size_t key, const Value& value) { return order_of(at, key, value); });
    };
    const auto first_where = [&](std::size_t begin, const auto& is_before) {
        auto size = this->size() - begin;
        while (size > 0) {
            const auto half = size / 2;
            if (is_before(place(begin + half))) {
                begin += half + 1;
                size -= half + 1;
            } else {
                size = half;
            }
        }
        return begin;
    };
    const auto first = first_where(0, [](std::weak_ordering at) { return std::is_lt(at); });
    return {first, first_where(first, [](std::weak_ordering at) { return std::is_lteq(at); })};
}

} // namespace lintas
