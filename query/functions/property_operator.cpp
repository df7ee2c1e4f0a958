#include "graph/temporal_component.h"
#include "query/functions/excerpt.h"
#include "query/functions/geometry.h"
#include "query/functions/operators.h"

#include <fmt/format.h>

#include <array>

namespace lintas::query {

namespace {

template <typename Id> Value property_of(Id entity, std::string_view key, const Snapshot& graph) {
    const auto known = graph.symbols().keys.find(key);
    auto value = known ? graph.gather(*known, std::array{entity}).value(0) : Value{};
    if (value.is_null() && !graph.exists(entity))
        throw Error{ErrorCode::EntityNotFound, ErrorDetail::DeletedEntityAccess,
                    fmt::format("Entity `{}` was deleted, it has no property {} any more",
                                element_id(entity), excerpt(key))};
    return value;
}

struct PropertyOf {
    std::string_view key;
    const Snapshot& graph;

    Value operator()(Null) const { return {}; }
    Value operator()(bool) const { refuse(Accepts::Boolean); }
    Value operator()(std::int64_t) const { refuse(Accepts::Integer); }
    Value operator()(double) const { refuse(Accepts::Float); }
    Value operator()(const std::string&) const { refuse(Accepts::String); }
    Value operator()(const ListPointer&) const { refuse(Accepts::List); }
    Value operator()(const MapPointer& map) const {
        const auto found = map->find(key);
        return found == map->end() ? Value{} : found->second;
    }
    Value operator()(NodeId node) const { return property_of(node, key, graph); }
    Value operator()(RelationshipId relationship) const {
        return property_of(relationship, key, graph);
    }
    Value operator()(const PathPointer&) const { refuse(Accepts::Path); }
    Value operator()(const Date& date) const { return temporal(date); }
    Value operator()(const LocalTime& time) const { return temporal(time); }
    Value operator()(const ZonedTime& time) const { return temporal(time); }
    Value operator()(const LocalDateTime& datetime) const { return temporal(datetime); }
    Value operator()(const ZonedDateTime& datetime) const { return temporal(datetime); }
    Value operator()(const Duration& duration) const { return temporal(duration); }
    Value operator()(const Point& point) const { return known(point_component(point, key), point); }

private:
    Value temporal(const Value& value) const {
        return known(temporal_component(value, key), value);
    }
    Value known(std::optional<Value> component, const Value& value) const {
        if (component) return *std::move(component);
        throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentValue,
                    fmt::format("Component {} does not exist, the value is {}", excerpt(key),
                                describe(accepted_by(value)))};
    }
    [[noreturn]] void refuse(Accepts type) const {
        throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                    fmt::format("The value before property {} is {}, which has no properties",
                                excerpt(key), describe(type))};
    }
};

} // namespace

Value property(const Value& base, std::string_view key, CallContext& context) {
    return std::visit(PropertyOf{key, context.graph}, base.storage());
}

} // namespace lintas::query
