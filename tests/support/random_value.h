// Random values that often meet: few distinct numbers and texts, and all the awkward ones (NaN,
// -0.0, 2^53 + 1, the same instant in two zones, empty and nested lists).
//
// Invariant: the same seed gives the same values.
#pragma once

#include "graph/value.h"

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <random>
#include <string>
#include <utility>

namespace lintas::testing {

class RandomValues {
public:
    explicit RandomValues(std::uint32_t seed) : engine_{seed} {}

    // Less than the bound, near enough to evenly.
    std::size_t below(std::size_t bound) { return engine_() % bound; }
    template <typename T> T one_of(std::initializer_list<T> choices) {
        return *(choices.begin() + below(choices.size()));
    }

    // Of any type; lists and maps are at most `depth` deep.
    Value any(int depth = 2) {
        switch (below(depth > 0 ? 7 : 4)) {
        case 4:
        case 5: return list(depth - 1);
        case 6: return map(depth - 1);
        case 3: return entity();
        default: return scalar();
        }
    }

    // That a property may hold, not null.
    Value storable(int depth = 1) {
        if (depth == 0 || below(4) > 0) return scalar();
        List values(below(4));
        for (auto& value : values) value = storable(depth - 1);
        return Value{std::move(values)};
    }

    // Boolean, number, text, temporal value or point.
    Value scalar() {
        switch (below(12)) {
        case 0: return below(2) == 0;
        case 1: return integer();
        case 2: return floating();
        case 3: return text();
        case 4: return Date{one_of<std::int64_t>({-1, 0, 19'000, -365'000'000'000})};
        case 5: return LocalTime{one_of<std::int64_t>({0, 1, 86'399'999'999'999})};
        case 6: return ZonedTime{hour() * 3'600'000'000'000, offset()};
        case 7: return LocalDateTime{hour() * 3600, one_of<std::int32_t>({0, 1, 999'999'999})};
        case 8: return ZonedDateTime{hour() * 3600, one_of<std::int32_t>({0, 5}), offset(), {}};
        case 9: return duration();
        case 10: return point();
        default: return below(2) == 0 ? integer() : text();
        }
    }

    Value integer() {
        return one_of<std::int64_t>({0, 1, -1, 2, 300, 70'000, 5'000'000'000, (1LL << 53) + 1,
                                     std::numeric_limits<std::int64_t>::min(),
                                     std::numeric_limits<std::int64_t>::max()});
    }
    Value floating() {
        constexpr auto infinity = std::numeric_limits<double>::infinity();
        return one_of<double>({0.0, -0.0, 1.0, -1.0, 0.5, 2.0, 1e300, 9007199254740992.0,
                               9223372036854775808.0, infinity, -infinity, std::nan("")});
    }
    Value text() {
        return one_of<const char*>({"", "a", "A", "b", "ab", "'\\", "größe", "ประเทศไทย",
                                    "a text that is longer than a small string holds"});
    }

private:
    Value entity() {
        switch (below(4)) {
        case 0: return Value{};
        case 1: return node();
        case 2: return RelationshipId{static_cast<std::uint32_t>(below(3))};
        default: return path();
        }
    }
    NodeId node() { return NodeId{static_cast<std::uint32_t>(below(3))}; }
    Value path() {
        Path path{{node()}, {}};
        for (auto steps = below(3); steps > 0; --steps) {
            path.relationships.push_back(RelationshipId{static_cast<std::uint32_t>(below(3))});
            path.nodes.push_back(node());
        }
        return path;
    }
    Value list(int depth) {
        List values(below(4));
        for (auto& value : values) value = any(depth);
        return Value{std::move(values)};
    }
    Value map(int depth) {
        Map values;
        for (auto keys = below(3); keys > 0; --keys) {
            values[one_of<const char*>({"a", "b", "c"})] = any(depth);
        }
        return Value{std::move(values)};
    }
    Value duration() {
        return Duration{one_of<std::int64_t>({0, 1, -1}), one_of<std::int64_t>({0, 30, 31}),
                        one_of<std::int64_t>({0, 60, -1, 37'746}),
                        one_of<std::int32_t>({0, 1, 999'999'999})};
    }
    Value point() {
        const auto crs = one_of({Crs::Wgs84, Crs::Wgs84_3d, Crs::Cartesian, Crs::Cartesian3d});
        const double z = has_height(crs) ? one_of({0.0, 7.5}) : 0.0;
        return Point{crs, one_of({0.0, -0.0, 1.5}), one_of({0.0, 2.5}), z};
    }
    std::int64_t hour() { return static_cast<std::int64_t>(below(4)); }
    std::int32_t offset() { return one_of<std::int32_t>({0, 3600, -3600}); }

    std::mt19937_64 engine_;
};

} // namespace lintas::testing
