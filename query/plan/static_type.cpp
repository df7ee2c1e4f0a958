#include "query/plan/static_type.h"

namespace lintas::query {

namespace {

Accepts without(Accepts all, Accepts some) {
    return static_cast<Accepts>(static_cast<std::uint32_t>(all) &
                                ~static_cast<std::uint32_t>(some));
}

} // namespace

bool StaticType::is_only(Accepts what) const {
    return accepts != Accepts::Nothing && !overlaps(without(accepts, what), Accepts::Any);
}

StaticType type_of_value(const Value& value) {
    if (value.is_null()) return {};
    if (!value.is(ValueType::List)) return {accepted_by(value), Accepts::Any};
    auto element = Accepts::Nothing;
    for (const auto& item : value.list())
        element = element | (item.is_null() ? Accepts::Any : accepted_by(item));
    return list_of(value.list().empty() ? Accepts::Any : element);
}

StaticType list_of(Accepts element) { return {Accepts::List, element}; }

StaticType either(const StaticType& left, const StaticType& right) {
    const auto none = [](const StaticType& type) { return !type.may_be(Accepts::List); };
    const auto element = none(left)    ? right.element
                         : none(right) ? left.element
                                       : left.element | right.element;
    return {left.accepts | right.accepts, element};
}

StaticType element_of(const StaticType& list) {
    return {list.is_only(Accepts::List) ? list.element : Accepts::Any, Accepts::Any};
}

} // namespace lintas::query
