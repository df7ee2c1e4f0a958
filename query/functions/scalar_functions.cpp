#include "graph/compare.h"
#include "query/functions/function.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::query {

namespace {

Value coalesce(Arguments arguments, CallContext&) {
    const auto found = std::ranges::find(arguments, false, &Value::is_null);
    return found == arguments.end() ? Value{} : *found;
}

Value null_if(Arguments arguments, CallContext&) {
    return equal(arguments[0], arguments[1]) == true ? Value{} : arguments[0];
}

// A version 4 UUID of RFC 9562: 122 random bits, four that say the version, two the variant.
Value random_uuid(Arguments, CallContext& context) {
    const auto high = (context.random() & ~0xF000ull) | 0x4000ull;
    const auto low = (context.random() & ~(0b11ull << 62)) | (0b10ull << 62);
    return fmt::format("{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", high >> 32, high >> 16 & 0xFFFF,
                       high & 0xFFFF, low >> 48, low & 0xFFFF'FFFF'FFFF);
}

Value timestamp(Arguments, CallContext& context) {
    const auto& now = context.statement_time;
    return now.seconds * 1000 + now.nanoseconds / 1'000'000;
}

constexpr ScalarFunction scalar_table[] = {
    {.name = "coalesce",
     .parameters = {{{"values"}}, true},
     .gives = Accepts::Any,
     .call = coalesce,
     .summary = "The first of the values that is not null",
     .sees_null = true},
    {.name = "nullIf",
     .parameters = {{"value"}, {"unwanted"}},
     .gives = Accepts::Any,
     .call = null_if,
     .summary = "Null if the two values are equal, otherwise the first",
     .sees_null = true},
    {.name = "randomUUID",
     .parameters = {},
     .gives = Accepts::String,
     .call = random_uuid,
     .summary = "A random UUID",
     .deterministic = false},
    {"timestamp",
     {},
     Accepts::Integer,
     timestamp,
     "The milliseconds from 1970-01-01T00:00Z to the beginning of the statement"},
};

} // namespace

std::span<const ScalarFunction> scalar_functions() { return scalar_table; }

} // namespace lintas::query
