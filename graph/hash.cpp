// The hash that goes with equivalence, declared in compare.h.
#include "graph/compare.h"

#include "graph/instant_order.h"

#include <bit>
#include <cmath>
#include <functional>
#include <initializer_list>
#include <limits>

namespace lintas {

namespace {

// The finalizer of SplitMix64 (Steele, Lea and Flood, 2014): every bit of the input moves all of
// the output, so that consecutive ids spread over a table.
std::size_t mix(std::uint64_t bits) {
    bits += 0x9e3779b97f4a7c15;
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
    return bits ^ (bits >> 31);
}

std::size_t hash_integer(std::int64_t value) { return mix(static_cast<std::uint64_t>(value)); }

// A float that is a whole number hashes as that integer, -0.0 as 0, every NaN alike.
std::size_t hash_float(double value) {
    constexpr double beyond_all = 9'223'372'036'854'775'808.0; // 2^63
    if (value >= -beyond_all && value < beyond_all) {
        const auto whole = static_cast<std::int64_t>(value);
        if (static_cast<double>(whole) == value) return hash_integer(whole);
    }
    if (std::isnan(value)) value = std::numeric_limits<double>::quiet_NaN();
    return mix(std::bit_cast<std::uint64_t>(value));
}

std::size_t hash_text(std::string_view text) { return std::hash<std::string_view>{}(text); }

std::size_t join(std::size_t hash, std::size_t part) { return mix(hash ^ part); }

// Parts in order; the type keeps a node apart from the integer of its id.
std::size_t hash_parts(ValueType type, std::initializer_list<std::int64_t> parts) {
    auto hash = mix(static_cast<std::uint64_t>(type));
    for (const auto part : parts) hash = join(hash, static_cast<std::uint64_t>(part));
    return hash;
}

std::size_t hash_path(const Path& path) {
    auto hash = hash_parts(ValueType::Path, {});
    for (const auto node : path.nodes) hash = join(hash, raw(node));
    for (const auto relationship : path.relationships) hash = join(hash, raw(relationship));
    return hash;
}

std::size_t hash_point(const Point& point) {
    auto hash = hash_parts(ValueType::Point, {static_cast<std::int64_t>(point.crs)});
    for (const double coordinate : {point.x, point.y, point.z}) {
        hash = join(hash, hash_float(coordinate));
    }
    return hash;
}

struct HashAlternative {
    std::size_t operator()(Null) const { return hash_parts(ValueType::Null, {}); }
    std::size_t operator()(bool value) const {
        return hash_parts(ValueType::Boolean, {value ? 1 : 0});
    }
    std::size_t operator()(std::int64_t value) const { return hash_integer(value); }
    std::size_t operator()(double value) const { return hash_float(value); }
    std::size_t operator()(const std::string& value) const { return hash_text(value); }
    std::size_t operator()(const ListPointer& list) const {
        auto joined = hash_parts(ValueType::List, {});
        for (const auto& value : *list) joined = join(joined, hash(value));
        return joined;
    }
    std::size_t operator()(const MapPointer& map) const {
        auto joined = hash_parts(ValueType::Map, {});
        for (const auto& [key, value] : *map) {
            joined = join(join(joined, hash_text(key)), hash(value));
        }
        return joined;
    }
    std::size_t operator()(NodeId value) const { return hash_parts(ValueType::Node, {raw(value)}); }
    std::size_t operator()(RelationshipId value) const {
        return hash_parts(ValueType::Relationship, {raw(value)});
    }
    std::size_t operator()(const PathPointer& path) const { return hash_path(*path); }
    std::size_t operator()(const Date& value) const {
        return hash_parts(ValueType::Date, {value.days});
    }
    std::size_t operator()(const LocalTime& value) const {
        return hash_parts(ValueType::LocalTime, {value.nanoseconds});
    }
    std::size_t operator()(const ZonedTime& value) const {
        return hash_parts(ValueType::ZonedTime, {instant(value)});
    }
    std::size_t operator()(const LocalDateTime& value) const {
        return hash_parts(ValueType::LocalDateTime, {value.seconds, value.nanoseconds});
    }
    std::size_t operator()(const ZonedDateTime& value) const {
        return hash_parts(ValueType::ZonedDateTime, {value.seconds, value.nanoseconds});
    }
    std::size_t operator()(const Duration& value) const {
        return hash_parts(ValueType::Duration,
                          {value.months, value.days, value.seconds, value.nanoseconds});
    }
    std::size_t operator()(const Point& value) const { return hash_point(value); }
};

} // namespace

std::size_t hash(const Value& value) {
    if (value.is(ValueType::Integer)) return hash_integer(value.integer());
    if (value.is(ValueType::Float)) return hash_float(value.floating());
    if (value.is(ValueType::String)) return hash_text(value.string());
    return std::visit(HashAlternative{}, value.storage());
}

} // namespace lintas
