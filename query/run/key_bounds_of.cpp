#include "query/run/key_bounds_of.h"

#include "graph/compare.h"

#include <unordered_set>

namespace lintas::query {

namespace {

// Nothing is equal to null, to NaN, or to a list that has one of them.
bool may_equal(const Value& value) { return equal(value, value).value_or(false); }

// Within a list a part that is not comparable need not be reached.
bool may_compare(const Value& value) {
    if (value.is(ValueType::List)) return true;
    const auto found = compare(value, value);
    return found && *found != std::partial_ordering::unordered;
}

// Adds what is wanted of one more key to the bounds of the keys before it. Each gives the bounds
// that remain, or nullopt.
struct Extend {
    std::vector<KeyBounds> so_far;
    std::span<const Value> values;

    using Result = std::optional<std::vector<KeyBounds>>;

    Result operator()(const EqualKey&) {
        if (!may_equal(values[0])) return std::vector<KeyBounds>{};
        for (auto& bounds : so_far) bounds.equal.push_back(values[0]);
        return std::move(so_far);
    }
    Result operator()(const KeyInList&) const {
        if (values[0].is_null()) return std::vector<KeyBounds>{};
        if (!values[0].is(ValueType::List)) return {};
        std::unordered_set<Value, Hash, Equivalent> seen;
        std::vector<KeyBounds> all;
        for (const auto& element : values[0].list()) {
            if (!may_equal(element) || !seen.insert(element).second) continue;
            for (auto bounds : so_far) {
                bounds.equal.push_back(element);
                all.push_back(std::move(bounds));
            }
        }
        return all;
    }
    Result operator()(const KeyInRange& key) {
        for (const auto& value : values)
            if (!may_compare(value)) return std::vector<KeyBounds>{};
        for (auto& bounds : so_far) {
            if (key.lower) bounds.lower = KeyBound{values.front(), key.lower_included};
            if (key.upper) bounds.upper = KeyBound{values.back(), key.upper_included};
        }
        return std::move(so_far);
    }
    Result operator()(const KeyWithPrefix&) {
        if (!values[0].is(ValueType::String)) return std::vector<KeyBounds>{};
        for (auto& bounds : so_far) bound_prefix(bounds, values[0].string());
        return std::move(so_far);
    }
};

} // namespace

std::optional<std::vector<KeyBounds>> key_bounds_of(std::span<const KeySeek> seeks,
                                                    std::span<const std::vector<Value>> values) {
    std::vector<KeyBounds> all(1);
    for (std::size_t key = 0; key < seeks.size(); ++key) {
        auto next = std::visit(Extend{std::move(all), values[key]}, seeks[key]);
        if (!next) return {};
        all = std::move(*next);
    }
    return all;
}

} // namespace lintas::query
