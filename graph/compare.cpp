#include "graph/compare.h"

#include "graph/instant_order.h"
#include "graph/number_order.h"

#include <algorithm>

namespace lintas {

namespace {

using Truth = std::optional<bool>;
using Comparison = std::optional<std::partial_ordering>;

// AND of the parts: a false one decides, otherwise a null one does.
class Conjunction {
public:
    // False when the answer stands.
    bool add(Truth part) {
        if (!part) result_ = std::nullopt;
        if (part == false) result_ = false;
        return part != false;
    }
    Truth result() const { return result_; }

private:
    Truth result_ = true;
};

bool same_point(const Point& left, const Point& right) {
    return left.crs == right.crs && left.x == right.x && left.y == right.y && left.z == right.z;
}

// Equality with a left value of the same type.
struct Equality {
    const Value& right;

    Truth operator()(Null) const { return std::nullopt; }
    Truth operator()(bool left) const { return left == right.boolean(); }
    Truth operator()(std::int64_t left) const { return left == right.integer(); }
    Truth operator()(double left) const { return left == right.floating(); }
    Truth operator()(const std::string& left) const { return left == right.string(); }
    Truth operator()(const ListPointer& left) const {
        const auto& other = right.list();
        if (left->size() != other.size()) return false;
        Conjunction all;
        for (std::size_t at = 0; at < other.size(); ++at) {
            if (!all.add(equal((*left)[at], other[at]))) break;
        }
        return all.result();
    }
    Truth operator()(const MapPointer& left) const {
        const auto& other = right.map();
        const auto same_key = [](const auto& one, const auto& two) {
            return one.first == two.first;
        };
        if (!std::ranges::equal(*left, other, same_key)) return false;
        Conjunction all;
        for (auto one = left->begin(), two = other.begin(); one != left->end(); ++one, ++two) {
            if (!all.add(equal(one->second, two->second))) break;
        }
        return all.result();
    }
    Truth operator()(NodeId left) const { return left == right.node(); }
    Truth operator()(RelationshipId left) const { return left == right.relationship(); }
    Truth operator()(const PathPointer& left) const {
        const auto& other = right.path();
        return left->nodes == other.nodes && left->relationships == other.relationships;
    }
    Truth operator()(const Date& left) const { return left == right.as<Date>(); }
    Truth operator()(const LocalTime& left) const { return left == right.as<LocalTime>(); }
    Truth operator()(const ZonedTime& left) const {
        return std::is_eq(by_instant(left, right.as<ZonedTime>()));
    }
    Truth operator()(const LocalDateTime& left) const { return left == right.as<LocalDateTime>(); }
    Truth operator()(const ZonedDateTime& left) const {
        return std::is_eq(by_instant(left, right.as<ZonedDateTime>()));
    }
    Truth operator()(const Duration& left) const { return left == right.as<Duration>(); }
    Truth operator()(const Point& left) const { return same_point(left, right.as<Point>()); }
};

// Elements that are not comparable may still be equal, and then the next ones decide.
Comparison compare_elements(const Value& left, const Value& right) {
    const auto comparison = compare(left, right);
    if (comparison || left.is(ValueType::List)) return comparison;
    return equal(left, right) == true ? Comparison{std::partial_ordering::equivalent}
                                      : std::nullopt;
}

// Comparability with a left value of the same type.
struct Comparability {
    const Value& right;

    Comparison operator()(Null) const { return std::nullopt; }
    Comparison operator()(bool left) const { return left <=> right.boolean(); }
    Comparison operator()(std::int64_t left) const { return left <=> right.integer(); }
    Comparison operator()(double left) const { return left <=> right.floating(); }
    Comparison operator()(const std::string& left) const {
        return left.compare(right.string()) <=> 0;
    }
    Comparison operator()(const ListPointer& left) const {
        const auto& other = right.list();
        const auto common = std::min(left->size(), other.size());
        for (std::size_t at = 0; at < common; ++at) {
            const auto comparison = compare_elements((*left)[at], other[at]);
            if (comparison != std::partial_ordering::equivalent) return comparison;
        }
        return left->size() <=> other.size();
    }
    Comparison operator()(const MapPointer&) const { return std::nullopt; }
    Comparison operator()(NodeId) const { return std::nullopt; }
    Comparison operator()(RelationshipId) const { return std::nullopt; }
    Comparison operator()(const PathPointer&) const { return std::nullopt; }
    Comparison operator()(const Date& left) const { return left <=> right.as<Date>(); }
    Comparison operator()(const LocalTime& left) const { return left <=> right.as<LocalTime>(); }
    Comparison operator()(const ZonedTime& left) const {
        return by_instant(left, right.as<ZonedTime>());
    }
    Comparison operator()(const LocalDateTime& left) const {
        return left <=> right.as<LocalDateTime>();
    }
    Comparison operator()(const ZonedDateTime& left) const {
        return by_instant(left, right.as<ZonedDateTime>());
    }
    Comparison operator()(const Duration&) const { return std::nullopt; }
    Comparison operator()(const Point&) const { return std::nullopt; }
};

} // namespace

Truth equal(const Value& left, const Value& right) {
    if (left.is_number() && right.is_number()) return std::is_eq(compare_numbers(left, right));
    if (left.is_null() || right.is_null()) return std::nullopt;
    if (left.type() != right.type()) return false;
    return std::visit(Equality{right}, left.storage());
}

Comparison compare(const Value& left, const Value& right) {
    if (left.is_number() && right.is_number()) return compare_numbers(left, right);
    if (left.type() != right.type()) return std::nullopt;
    return std::visit(Comparability{right}, left.storage());
}

} // namespace lintas
