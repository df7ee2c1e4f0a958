#include "query/run/membership.h"

#include "query/functions/operators.h"
#include "query/run/column_kernel.h"
#include "query/run/truths.h"

namespace lintas::query {

namespace {

template <typename Vector>
Column test_typed(const Vector& values, std::span<const std::uint8_t> nulls, const ListSet& set) {
    Truths truths(values.size());
    for (std::size_t row = 0; row < values.size(); ++row) {
        const bool is_null = !nulls.empty() && nulls[row];
        truths[row] = truth_of(is_null ? set.contains(Value{}) : set.contains(values[row]));
    }
    return column_of(truths);
}

// Taking a list apart pays where more than one row asks for more than a few elements.
bool is_worth_a_set(const Column& values, const Value& list) {
    constexpr std::size_t few_elements = 4;
    return values.size() > 1 && !values.get<Constant>() && list.list().size() > few_elements;
}

} // namespace

Column test_membership(const Column& values, const Column& lists, ListSets& sets) {
    const auto* constant = lists.get<Constant>();
    if (!constant || !constant->value.is(ValueType::List) ||
        !is_worth_a_set(values, constant->value)) {
        return boxed_rows(values, lists, in_list);
    }
    const auto& set = sets.set_of(constant->value);
    if (const auto* integers = values.get<Integers>()) {
        return test_typed(*integers, values.nulls(), set);
    }
    if (const auto* texts = values.get<Strings>()) return test_typed(*texts, values.nulls(), set);
    return boxed_rows(values, [&set](const Value& value) { return truth(set.contains(value)); });
}

} // namespace lintas::query
