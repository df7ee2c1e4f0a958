#include "query/run/list_set.h"

#include "query/functions/operators.h"
#include "random_seed.h"
#include "random_value.h"

#include <catch2/catch.hpp>

namespace lintas::query {

TEST_CASE("A list's set answers what looking through the list answers", "[run][in]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    testing::RandomValues random{seed};
    for (int round = 0; round < 3000; ++round) {
        List elements(random.below(6));
        for (auto& element : elements) element = random.any(1);
        const Value list{elements};
        const ListSet set{list};
        const auto value = random.any(1);
        CAPTURE(to_text(list), to_text(value));
        CHECK(to_text(truth(set.contains(value))) == to_text(in_list(value, list)));
        if (value.is(ValueType::Integer)) {
            CHECK(set.contains(value.integer()) == set.contains(value));
        }
        if (value.is(ValueType::String)) {
            CHECK(set.contains(std::string_view{value.string()}) == set.contains(value));
        }
    }
}

TEST_CASE("The set of a list is made once, and of another list anew", "[run][in]") {
    ListSets sets;
    const Value one{Value{List{1, 2}}};
    const Value same = one;
    const Value other{Value{List{3}}};
    const auto* first = &sets.set_of(one);
    CHECK(&sets.set_of(same) == first);
    CHECK(sets.set_of(other).contains(std::int64_t{3}) == true);
    for (int number = 0; number < 20; ++number) sets.set_of(Value{List{number}});
    CHECK(sets.set_of(one).contains(std::int64_t{2}) == true);
}

} // namespace lintas::query
