#include "query/run/nesting.h"

#include "graph/error.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

namespace lintas::query {

namespace {

constexpr std::uint64_t nesting_limit = 1'000;
constexpr std::uint64_t parts_limit = 100'000'000;

struct Extent {
    std::uint64_t depth = 0;
    std::uint64_t parts = 1;
};

// Measures each shared list or map once, since [x, x] of [x, x] of ... spells out to a huge tree.
class Measurer {
public:
    Extent measure(const Value& value) {
        if (value.is(ValueType::List)) return measure_list(value.list());
        if (value.is(ValueType::Map)) return measure_map(value.map());
        return {};
    }

private:
    Extent measure_list(const List& list) {
        if (const auto known = known_.find(&list); known != known_.end()) return known->second;
        Extent whole{1, 1};
        for (const auto& element : list) add(whole, measure(element));
        return known_[&list] = whole;
    }
    Extent measure_map(const Map& map) {
        if (const auto known = known_.find(&map); known != known_.end()) return known->second;
        Extent whole{1, 1};
        for (const auto& [key, value] : map) add(whole, measure(value));
        return known_[&map] = whole;
    }
    static void add(Extent& whole, const Extent& part) {
        whole.depth = std::max(whole.depth, part.depth + 1);
        whole.parts += part.parts;
        if (whole.depth <= nesting_limit && whole.parts <= parts_limit) return;
        throw Error{ErrorCode::Limit, ErrorDetail::NumberOutOfRange,
                    "A value is nested too deeply or holds too many parts"};
    }

    std::unordered_map<const void*, Extent> known_;
};

} // namespace

void check_nesting(const Value& value) {
    if (value.is(ValueType::List) || value.is(ValueType::Map)) Measurer{}.measure(value);
}

} // namespace lintas::query
