// Orderability and equivalence, declared in compare.h.
#include "graph/compare.h"

#include "graph/instant_order.h"
#include "graph/number_order.h"

#include <algorithm>
#include <tuple>

namespace lintas {

namespace {

using Order = std::weak_ordering;

// Where a type stands among all types, numbers together.
int rank(ValueType type) {
    switch (type) {
        using enum ValueType;
    case Map: return 0;
    case Node: return 1;
    case Relationship: return 2;
    case List: return 3;
    case Path: return 4;
    case ZonedDateTime: return 5;
    case LocalDateTime: return 6;
    case Date: return 7;
    case ZonedTime: return 8;
    case LocalTime: return 9;
    case Duration: return 10;
    case Point: return 11;
    case String: return 12;
    case Boolean: return 13;
    case Integer:
    case Float: return 14;
    case Null: return 15;
    }
    return 16;
}

// NaN after all others and equal to itself.
Order order_floats(double left, double right) {
    if (left < right) return Order::less;
    if (left > right) return Order::greater;
    return std::isnan(left) <=> std::isnan(right);
}

Order order_numbers(const Value& left, const Value& right) {
    const auto is_nan = [](const Value& value) {
        return value.is(ValueType::Float) && std::isnan(value.floating());
    };
    const auto comparison = compare_numbers(left, right);
    if (std::is_lt(comparison)) return Order::less;
    if (std::is_gt(comparison)) return Order::greater;
    return is_nan(left) <=> is_nan(right);
}

Order order_points(const Point& left, const Point& right) {
    if (left.crs != right.crs) return left.crs <=> right.crs;
    if (const auto by_x = order_floats(left.x, right.x); std::is_neq(by_x)) return by_x;
    if (const auto by_y = order_floats(left.y, right.y); std::is_neq(by_y)) return by_y;
    return order_floats(left.z, right.z);
}

// By average length, a month being 30.436875 days of 24 hours, then by the fields.
Order order_durations(const Duration& left, const Duration& right) {
    __extension__ using Wide = __int128;
    const auto seconds = [](const Duration& duration) {
        return Wide{duration.months} * 2'629'746 + Wide{duration.days} * 86'400 + duration.seconds;
    };
    const auto fields = [](const Duration& duration) {
        return std::tuple{duration.nanoseconds, duration.months, duration.days, duration.seconds};
    };
    const auto left_seconds = seconds(left);
    const auto right_seconds = seconds(right);
    if (left_seconds < right_seconds) return Order::less;
    if (left_seconds > right_seconds) return Order::greater;
    return fields(left) <=> fields(right);
}

// Nodes and relationships in the order of the walk.
Order order_paths(const Path& left, const Path& right) {
    const auto common = std::min(left.relationships.size(), right.relationships.size());
    for (std::size_t step = 0; step < common; ++step) {
        const auto by_node = left.nodes[step] <=> right.nodes[step];
        if (std::is_neq(by_node)) return by_node;
        const auto by_relationship = left.relationships[step] <=> right.relationships[step];
        if (std::is_neq(by_relationship)) return by_relationship;
    }
    const auto by_node = left.nodes[common] <=> right.nodes[common];
    return std::is_neq(by_node) ? by_node : left.nodes.size() <=> right.nodes.size();
}

Order order_lists(const List& left, const List& right) {
    return std::lexicographical_compare_three_way(left.begin(), left.end(), right.begin(),
                                                  right.end(), order);
}

// Fewer keys first, then by the keys, then by the values.
Order order_maps(const Map& left, const Map& right) {
    if (left.size() != right.size()) return left.size() <=> right.size();
    const auto by = [&](auto part) {
        return std::lexicographical_compare_three_way(left.begin(), left.end(), right.begin(),
                                                      right.end(), part);
    };
    const auto by_keys = by([](const auto& one, const auto& two) -> Order {
        return one.first.compare(two.first) <=> 0;
    });
    if (std::is_neq(by_keys)) return by_keys;
    return by([](const auto& one, const auto& two) { return order(one.second, two.second); });
}

// The order among values of one type.
struct Orderability {
    const Value& right;

    Order operator()(Null) const { return Order::equivalent; }
    Order operator()(bool left) const { return left <=> right.boolean(); }
    Order operator()(std::int64_t left) const { return left <=> right.integer(); }
    Order operator()(double left) const { return order_floats(left, right.floating()); }
    Order operator()(const std::string& left) const { return left.compare(right.string()) <=> 0; }
    Order operator()(const ListPointer& left) const { return order_lists(*left, right.list()); }
    Order operator()(const MapPointer& left) const { return order_maps(*left, right.map()); }
    Order operator()(NodeId left) const { return left <=> right.node(); }
    Order operator()(RelationshipId left) const { return left <=> right.relationship(); }
    Order operator()(const PathPointer& left) const { return order_paths(*left, right.path()); }
    Order operator()(const Date& left) const { return left <=> right.as<Date>(); }
    Order operator()(const LocalTime& left) const { return left <=> right.as<LocalTime>(); }
    Order operator()(const ZonedTime& left) const {
        return by_instant(left, right.as<ZonedTime>());
    }
    Order operator()(const LocalDateTime& left) const { return left <=> right.as<LocalDateTime>(); }
    Order operator()(const ZonedDateTime& left) const {
        return by_instant(left, right.as<ZonedDateTime>());
    }
    Order operator()(const Duration& left) const {
        return order_durations(left, right.as<Duration>());
    }
    Order operator()(const Point& left) const { return order_points(left, right.as<Point>()); }
};

} // namespace

Order order(const Value& left, const Value& right) {
    if (left.type() == right.type()) return std::visit(Orderability{right}, left.storage());
    if (left.is_number() && right.is_number()) return order_numbers(left, right);
    return rank(left.type()) <=> rank(right.type());
}

bool equivalent(const Value& left, const Value& right) {
    if (left.type() != right.type()) {
        return left.is_number() && right.is_number() && std::is_eq(compare_numbers(left, right));
    }
    if (left.is(ValueType::Integer)) return left.integer() == right.integer();
    if (left.is(ValueType::String)) return left.string() == right.string();
    if (left.is(ValueType::Float))
        return std::is_eq(order_floats(left.floating(), right.floating()));
    return std::is_eq(std::visit(Orderability{right}, left.storage()));
}

} // namespace lintas
