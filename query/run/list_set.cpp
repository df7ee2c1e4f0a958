#include "query/run/list_set.h"

#include "query/functions/operators.h"

#include <cmath>

namespace lintas::query {

namespace {

bool is_nested(const Value& value) { return value.is(ValueType::List) || value.is(ValueType::Map); }
bool is_nan(const Value& value) {
    return value.is(ValueType::Float) && std::isnan(value.floating());
}

std::optional<bool> as_truth(const Value& value) {
    return value.is_null() ? std::nullopt : std::optional{value.boolean()};
}

} // namespace

ListSet::ListSet(Value list) : list_{std::move(list)} {
    for (const auto& value : list_.list()) {
        has_null_ |= value.is_null();
        has_float_ |= value.is(ValueType::Float);
        if (value.is_null() || is_nested(value) || is_nan(value)) continue;
        values_.insert(value);
        if (value.is(ValueType::Integer)) integers_.insert(value.integer());
        if (value.is(ValueType::String)) texts_.insert(value.string());
    }
}

std::optional<bool> ListSet::absent() const {
    return has_null_ ? std::nullopt : std::optional{false};
}

std::optional<bool> ListSet::contains(const Value& value) const {
    if (value.is_null()) return list_.list().empty() ? std::optional{false} : std::nullopt;
    if (is_nested(value)) return as_truth(in_list(value, list_));
    if (!is_nan(value) && values_.contains(value)) return true;
    return absent();
}

std::optional<bool> ListSet::contains(std::int64_t value) const {
    if (integers_.contains(value)) return true;
    return has_float_ ? contains(Value{value}) : absent();
}

std::optional<bool> ListSet::contains(std::string_view value) const {
    return texts_.contains(value) ? std::optional{true} : absent();
}

const ListSet& ListSets::set_of(const Value& list) {
    for (const auto& known : sets_) {
        if (known && known->is_of(list)) return *known;
    }
    auto& place = sets_[next_++ % sets_.size()];
    place = std::make_unique<ListSet>(list);
    return *place;
}

} // namespace lintas::query
