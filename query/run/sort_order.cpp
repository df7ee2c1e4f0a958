#include "query/run/sort_order.h"

#include "graph/compare.h"
#include "graph/expect.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lintas::query {

namespace {

using Order = std::weak_ordering;

Order order_data(std::uint8_t left, std::uint8_t right) { return left <=> right; }
Order order_data(std::int64_t left, std::int64_t right) { return left <=> right; }
Order order_data(std::string_view left, std::string_view right) {
    return left.compare(right) <=> 0;
}
Order order_data(NodeId left, NodeId right) { return left <=> right; }
Order order_data(RelationshipId left, RelationshipId right) { return left <=> right; }
// NaN after all others and equal to itself.
Order order_data(double left, double right) {
    if (left < right) return Order::less;
    if (left > right) return Order::greater;
    return std::isnan(left) <=> std::isnan(right);
}

// Null comes last.
template <typename Vector>
Order compare_typed(const Column& column, std::uint32_t left, std::uint32_t right) {
    const auto nulls = column.nulls();
    if (!nulls.empty() && (nulls[left] || nulls[right])) return nulls[left] <=> nulls[right];
    const auto& data = *column.get<Vector>();
    return order_data(data[left], data[right]);
}

Order compare_boxed(const Column& column, std::uint32_t left, std::uint32_t right) {
    const auto& data = *column.get<Boxed>();
    return order(data[left], data[right]);
}

Order compare_constant(const Column&, std::uint32_t, std::uint32_t) { return Order::equivalent; }

struct Chooser {
    using Compare = Order (*)(const Column&, std::uint32_t, std::uint32_t);

    Compare operator()(const Constant&) const { return compare_constant; }
    Compare operator()(const Boxed&) const { return compare_boxed; }
    template <typename Vector> Compare operator()(const Vector&) const {
        return compare_typed<Vector>;
    }
};

} // namespace

SortOrder::SortOrder(const std::vector<SortKey>& keys, std::span<const Column* const> columns) {
    expect(keys.size() == columns.size(), "there is a column for each key");
    for (std::size_t at = 0; at < keys.size(); ++at) {
        keys_.push_back(
            {columns[at], std::visit(Chooser{}, columns[at]->data()), keys[at].descending});
    }
}

std::weak_ordering SortOrder::compare(std::uint32_t left, std::uint32_t right) const {
    for (const auto& key : keys_) {
        const auto order = key.compare(*key.column, left, right);
        if (order != 0) return key.descending ? 0 <=> order : order;
    }
    return Order::equivalent;
}

std::vector<std::uint32_t> SortOrder::sorted(std::size_t rows) const {
    std::vector<std::uint32_t> numbers(rows);
    std::iota(numbers.begin(), numbers.end(), 0u);
    std::ranges::stable_sort(numbers, [this](std::uint32_t left, std::uint32_t right) {
        return compare(left, right) < 0;
    });
    return numbers;
}

} // namespace lintas::query
