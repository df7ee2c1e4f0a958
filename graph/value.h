// Value: the closed set of values of the query language. Nodes and relationships are ids only;
// what belongs to them is asked from a Snapshot.
//
// Invariant: a Value never changes after it was built (lists, maps and paths are shared and
// immutable), so copies are cheap and safe across threads. Strings are UTF-8.
#pragma once

#include "graph/ids.h"
#include "graph/point.h"
#include "graph/temporal.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lintas {

class Value;
using List = std::vector<Value>;
// Keys in byte order, so that printing and hashing are deterministic.
using Map = std::map<std::string, Value, std::less<>>;

using Null = std::monostate;

// An alternating walk: nodes.size() == relationships.size() + 1. A relationship is walked against
// its direction when its source is not the node before it.
struct Path {
    std::vector<NodeId> nodes;
    std::vector<RelationshipId> relationships;
};

// Shared by all copies of the value that holds them; see the invariant.
using ListPointer = std::shared_ptr<const List>;
using MapPointer = std::shared_ptr<const Map>;
using PathPointer = std::shared_ptr<const Path>;

// In the order of the variant below.
enum class ValueType : std::uint8_t {
    Null,
    Boolean,
    Integer,
    Float,
    String,
    List,
    Map,
    Node,
    Relationship,
    Path,
    Date,
    LocalTime,
    ZonedTime,
    LocalDateTime,
    ZonedDateTime,
    Duration,
    Point,
};

// The name people know a type by: "INTEGER", "ZONED DATETIME", ...
std::string_view name(ValueType type);

class Value {
public:
    using Storage = std::variant<Null, bool, std::int64_t, double, std::string, ListPointer,
                                 MapPointer, NodeId, RelationshipId, PathPointer, Date, LocalTime,
                                 ZonedTime, LocalDateTime, ZonedDateTime, Duration, Point>;

    Value() = default;
    Value(bool value) : storage_{value} {}
    Value(std::int64_t value) : storage_{value} {}
    Value(int value) : storage_{std::int64_t{value}} {}
    Value(double value) : storage_{value} {}
    Value(std::string value) : storage_{std::move(value)} {}
    Value(std::string_view value) : storage_{std::string{value}} {}
    Value(const char* value) : storage_{std::string{value}} {}
    // Explicit, since otherwise List{std::move(list)} would be a list of one list.
    explicit Value(List value);
    Value(Map value);
    Value(Path value);
    Value(NodeId value) : storage_{value} {}
    Value(RelationshipId value) : storage_{value} {}
    Value(Date value) : storage_{value} {}
    Value(LocalTime value) : storage_{value} {}
    Value(ZonedTime value) : storage_{value} {}
    Value(LocalDateTime value) : storage_{value} {}
    Value(ZonedDateTime value) : storage_{value} {}
    Value(Duration value) : storage_{value} {}
    Value(Point value) : storage_{value} {}

    ValueType type() const { return static_cast<ValueType>(storage_.index()); }
    bool is_null() const { return type() == ValueType::Null; }
    bool is_number() const { return type() == ValueType::Integer || type() == ValueType::Float; }
    bool is(ValueType expected) const { return type() == expected; }

    // REQUIRES: the value has that type (std::bad_variant_access otherwise).
    bool boolean() const { return std::get<bool>(storage_); }
    std::int64_t integer() const { return std::get<std::int64_t>(storage_); }
    double floating() const { return std::get<double>(storage_); }
    const std::string& string() const { return std::get<std::string>(storage_); }
    const List& list() const { return *std::get<ListPointer>(storage_); }
    const Map& map() const { return *std::get<MapPointer>(storage_); }
    NodeId node() const { return std::get<NodeId>(storage_); }
    RelationshipId relationship() const { return std::get<RelationshipId>(storage_); }
    const Path& path() const { return *std::get<PathPointer>(storage_); }
    template <typename T> const T& as() const { return std::get<T>(storage_); }
    // An integer or a float as a float. REQUIRES: is_number().
    double number() const;

    const Storage& storage() const { return storage_; }

private:
    Storage storage_;
};

// Prints a value as Cypher source text: 'text', 1.0, [1, 2], {a: 1}, date('2024-01-01') is printed
// as its quoted ISO text '2024-01-01'. A node prints as (n:7), a relationship as [r:3], a path as
// <(n:1)-[r:0]->...>; print.h prints entities with labels and properties.
std::string to_text(const Value& value);
// A float as Cypher prints it: shortest text that reads back, always with a point or an exponent.
std::string to_text(double value);

} // namespace lintas
