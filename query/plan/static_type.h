// What is known of an expression's type before it runs: the set of types its values may have, and
// for lists the set that their elements may have.
//
// Invariant: a value that is not null always has one of the types of `accepts`. Null is always
// possible and never mentioned.
#pragma once

#include "query/functions/function.h"

namespace lintas::query {

struct StaticType {
    Accepts accepts = Accepts::Any;
    Accepts element = Accepts::Any; // of the list, where accepts overlaps List

    bool may_be(Accepts what) const { return overlaps(accepts, what); }
    // Is every value that is not null one of `what`?
    bool is_only(Accepts what) const;
};

StaticType type_of_value(const Value& value);
StaticType list_of(Accepts element);
// Either of the two: CASE, coalesce, the elements of a list.
StaticType either(const StaticType& left, const StaticType& right);
// What an element of a list of this type may be. Any where it may be something else than a list.
StaticType element_of(const StaticType& list);

} // namespace lintas::query
