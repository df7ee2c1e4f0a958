#include "graph/compare.h"
#include "query/functions/operators.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::query {

namespace {

[[noreturn]] void refuse_element(const std::string& message) {
    throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType, message};
}

// A place as counted from the start of a list of `size`; negative ones count from the end.
std::int64_t from_start(std::int64_t place, std::int64_t size) {
    return place < 0 ? place + size : place;
}

Value element_of_list(const List& list, const Value& index) {
    if (!index.is(ValueType::Integer))
        refuse_element(fmt::format("A list is indexed by {}, it must be an integer",
                                   describe(accepted_by(index))));
    const auto size = static_cast<std::int64_t>(list.size());
    const auto at = from_start(index.integer(), size);
    return at < 0 || at >= size ? Value{} : list[static_cast<std::size_t>(at)];
}

std::int64_t slice_bound(const Value& bound, std::int64_t size) {
    if (!bound.is(ValueType::Integer))
        refuse_element(fmt::format("A list is sliced by {}, it must be an integer",
                                   describe(accepted_by(bound))));
    return std::clamp<std::int64_t>(from_start(bound.integer(), size), 0, size);
}

} // namespace

Value in_list(const Value& value, const Value& list) {
    if (list.is_null()) return {};
    if (!list.is(ValueType::List))
        refuse_element(fmt::format("The right side of `IN` is {}, it must be a list",
                                   describe(accepted_by(list))));
    std::optional<bool> found = false;
    for (const auto& element : list.list()) {
        const auto same = equal(value, element);
        if (same == true) return true;
        if (!same) found = std::nullopt;
    }
    return truth(found);
}

Value element(const Value& base, const Value& index, CallContext& context) {
    if (base.is_null() || index.is_null()) return {};
    if (base.is(ValueType::List)) return element_of_list(base.list(), index);
    constexpr auto by_name = Accepts::Map | Accepts::Entity;
    if (!overlaps(by_name, accepted_by(base)))
        refuse_element(fmt::format("The value before `[` is {}, it must be {}",
                                   describe(accepted_by(base)), describe(Accepts::List | by_name)));
    if (!index.is(ValueType::String))
        throw Error{ErrorCode::Type, ErrorDetail::MapElementAccessByNonString,
                    fmt::format("{} is indexed by {}, it must be a string",
                                base.is(ValueType::Map) ? "A map" : "An entity",
                                describe(accepted_by(index)))};
    return property(base, index.string(), context);
}

Value slice(const Value& base, const std::optional<Value>& from, const std::optional<Value>& to) {
    const bool has_null = base.is_null() || (from && from->is_null()) || (to && to->is_null());
    if (has_null) return {};
    if (!base.is(ValueType::List))
        refuse_element(fmt::format("The value before `[` is {}, a slice needs a list",
                                   describe(accepted_by(base))));
    const auto& list = base.list();
    const auto size = static_cast<std::int64_t>(list.size());
    const auto begin = from ? slice_bound(*from, size) : 0;
    const auto end = to ? slice_bound(*to, size) : size;
    if (begin == 0 && end == size) return base;
    return Value{begin < end ? List(list.begin() + begin, list.begin() + end) : List{}};
}

} // namespace lintas::query
