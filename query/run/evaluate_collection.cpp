// Lists and maps: literals, indexing and slices.
#include "query/functions/operators.h"
#include "query/run/column_kernel.h"
#include "query/run/evaluator.h"

#include <algorithm>
#include <optional>

namespace lintas::query {

namespace {

// make(row) for each row; once where all the parts are constant.
template <typename Make>
Column make_rows(const std::vector<Operand>& parts, std::size_t rows, Make make) {
    const bool constant = std::ranges::all_of(
        parts, [](const Operand& part) { return part->get<Constant>() != nullptr; });
    if (constant) return Column{Constant{make(0), rows}};
    Boxed results;
    results.reserve(rows);
    for (std::size_t row = 0; row < rows; ++row) results.push_back(make(row));
    return Column{std::move(results)};
}

} // namespace

Column Evaluator::operator()(const ListExpression& form) const {
    std::vector<Operand> items;
    items.reserve(form.items.size());
    for (const auto& item : form.items) items.push_back(operand(item));
    return make_rows(items, batch.rows(), [&](std::size_t row) {
        List list;
        list.reserve(items.size());
        for (const auto& item : items) list.push_back(item->value(row));
        return Value{std::move(list)};
    });
}

Column Evaluator::operator()(const MapExpression& form) const {
    std::vector<Operand> values;
    values.reserve(form.entries.size());
    for (const auto& [key, value] : form.entries) values.push_back(operand(value));
    return make_rows(values, batch.rows(), [&](std::size_t row) {
        Map map;
        for (std::size_t at = 0; at < values.size(); ++at) {
            map.insert_or_assign(form.entries[at].first, values[at]->value(row));
        }
        return Value{std::move(map)};
    });
}

Column Evaluator::operator()(const IndexExpression& form) const {
    const auto base = operand(form.base);
    const auto index = operand(form.index);
    return boxed_rows(*base, *index, [this](const Value& whole, const Value& at) {
        return element(whole, at, context.call_context());
    });
}

Column Evaluator::operator()(const SliceExpression& form) const {
    std::vector<Operand> parts{operand(form.base)};
    parts.push_back(form.from ? operand(form.from) : Operand{null_column(batch.rows())});
    parts.push_back(form.to ? operand(form.to) : Operand{null_column(batch.rows())});
    const auto bound = [](const ExpressionPointer& written, const Operand& part, std::size_t row) {
        return written ? std::optional{part->value(row)} : std::nullopt;
    };
    auto slices = make_rows(parts, batch.rows(), [&](std::size_t row) {
        return slice(parts[0]->value(row), bound(form.from, parts[1], row),
                     bound(form.to, parts[2], row));
    });
    return slices;
}

} // namespace lintas::query
