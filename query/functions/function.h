// What the engine knows about a scalar function: a row of a table.
//
// Invariant: `call` runs only with arguments that fit `parameters`; unless `sees_null`, a null
// argument makes the result null without a call. Bodies therefore hold no checks of count or type.
// Names are compared without regard to case.
#pragma once

#include "graph/error.h"
#include "graph/store.h"
#include "graph/value.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <random>
#include <span>
#include <string>
#include <string_view>

namespace lintas::query {

using Arguments = std::span<const Value>;

// What a parameter takes or a function gives. Number: an integer or a float. Temporal: any of the
// five instants; Entity: a node or a relationship. A parameter that accepts several is the union.
enum class Accepts : std::uint32_t {
    Nothing = 0,
    Boolean = 1u << 0,
    Integer = 1u << 1,
    Float = 1u << 2,
    Number = Integer | Float,
    String = 1u << 3,
    List = 1u << 4,
    Map = 1u << 5,
    Node = 1u << 6,
    Relationship = 1u << 7,
    Entity = Node | Relationship,
    Path = 1u << 8,
    Date = 1u << 9,
    LocalTime = 1u << 10,
    ZonedTime = 1u << 11,
    LocalDateTime = 1u << 12,
    ZonedDateTime = 1u << 13,
    Temporal = Date | LocalTime | ZonedTime | LocalDateTime | ZonedDateTime,
    Duration = 1u << 14,
    Point = 1u << 15,
    Any = (1u << 16) - 1,
};
constexpr Accepts operator|(Accepts left, Accepts right) {
    return static_cast<Accepts>(static_cast<std::uint32_t>(left) |
                                static_cast<std::uint32_t>(right));
}
constexpr bool overlaps(Accepts left, Accepts right) {
    return (static_cast<std::uint32_t>(left) & static_cast<std::uint32_t>(right)) != 0;
}
// The one type of a value that is not null. Nothing for null.
Accepts accepted_by(const Value& value);
// In words, for messages: "an integer or a float".
std::string describe(Accepts accepts);

struct FunctionParameter {
    constexpr FunctionParameter(std::string_view with_name = {}, Accepts takes = Accepts::Any,
                                bool may_lack = false)
        : name{with_name}, accepts{takes}, optional{may_lack} {}

    std::string_view name;
    Accepts accepts;
    bool optional;
};

// At most six parameters; the last may repeat (`variadic`).
class FunctionParameters {
public:
    constexpr FunctionParameters() = default;
    constexpr FunctionParameters(std::initializer_list<FunctionParameter> list,
                                 bool repeats_last = false)
        : variadic{repeats_last} {
        for (const auto& parameter : list) at_[count_++] = parameter;
    }
    constexpr std::span<const FunctionParameter> list() const { return {at_.data(), count_}; }

    bool variadic = false;

private:
    std::array<FunctionParameter, 6> at_{};
    std::size_t count_ = 0;
};

// What a body may ask of the running query. One per running query and thread.
struct CallContext {
    const Snapshot& graph; // nodes, relationships and their properties
    // Instants in UTC, fixed when the transaction and the statement began.
    ZonedDateTime transaction_time;
    ZonedDateTime statement_time;
    std::mt19937_64& random;
};

struct ScalarFunction {
    std::string_view name; // as documented: "toInteger", "duration.between"
    FunctionParameters parameters;
    Accepts gives;
    Value (*call)(Arguments, CallContext&);
    std::string_view summary; // one sentence
    bool sees_null = false;
    bool deterministic = true; // false: rand(), randomUUID(), the realtime clocks
};

// nullptr when no function has that name.
const ScalarFunction* find_function(std::string_view name);
// All functions, ordered by name.
std::span<const ScalarFunction* const> all_functions();
// The nearest name of a function or an aggregate, for "did you mean"; empty when none is near.
std::string_view near_function(std::string_view name);

// Checks count (SyntaxError InvalidNumberOfArguments) and types (TypeError InvalidArgumentValue),
// handles null, and calls.
Value call(const ScalarFunction& function, Arguments arguments, CallContext& context);

// One table per topic; catalogue.cpp lists the tables.
std::span<const ScalarFunction> conversion_functions();
std::span<const ScalarFunction> entity_functions();
std::span<const ScalarFunction> list_functions();
std::span<const ScalarFunction> math_functions();
std::span<const ScalarFunction> point_functions();
std::span<const ScalarFunction> scalar_functions();
std::span<const ScalarFunction> string_functions();
std::span<const ScalarFunction> temporal_functions();
std::span<const ScalarFunction> vector_functions();

} // namespace lintas::query
