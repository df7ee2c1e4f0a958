#include "graph/temporal_build_duration.h"

#include "graph/error.h"
#include "graph/temporal_amount.h"
#include "graph/temporal_calendar.h"
#include "graph/temporal_parse_duration.h"
#include "graph/temporal_quote.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string>

namespace lintas {

namespace {

// One of the component is `factor` of what its amount counts.
struct Component {
    std::string_view name;
    Amount Amounts::*amount;
    std::int64_t factor;
};

constexpr std::array components = {
    Component{"years", &Amounts::months, 12},
    Component{"quarters", &Amounts::months, 3},
    Component{"months", &Amounts::months, 1},
    Component{"weeks", &Amounts::days, 7},
    Component{"days", &Amounts::days, 1},
    Component{"hours", &Amounts::seconds, 3600},
    Component{"minutes", &Amounts::seconds, 60},
    Component{"seconds", &Amounts::seconds, 1},
    Component{"milliseconds", &Amounts::nanoseconds, 1'000'000},
    Component{"microseconds", &Amounts::nanoseconds, 1'000},
    Component{"nanoseconds", &Amounts::nanoseconds, 1},
};

const Component& component_for(std::string_view key) {
    const auto* found = std::ranges::find(components, key, &Component::name);
    if (found != components.end()) return *found;
    std::string known;
    for (const auto& component : components) known += fmt::format(" `{}`", component.name);
    throw Error{ErrorCode::Argument, ErrorDetail::InvalidArgumentValue,
                fmt::format("{} is no component of a duration; it has{}", quote(key), known)};
}

Amount read_amount(std::string_view key, const Value& value) {
    if (value.is(ValueType::Integer)) return {value.integer()};
    if (value.is(ValueType::Float)) return amount_of(decimal(value.floating()));
    throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                fmt::format("`{}` is {}, not INTEGER or FLOAT", key, name(value.type()))};
}

void add_component(const Component& component, const Amount& amount, Amounts& amounts) {
    auto& sum = amounts.*component.amount;
    if (component.amount != &Amounts::nanoseconds) {
        sum = add(sum, multiply(amount, component.factor));
        return;
    }
    // All at once the nanoseconds may not fit.
    const auto per_second = nanoseconds_per_second / component.factor;
    amounts.seconds = add(amounts.seconds, {amount.whole / per_second, 0, amount.fits});
    const Amount rest{amount.whole % per_second, amount.fraction, amount.fits};
    sum = add(sum, multiply(rest, component.factor));
}

Duration build_duration(const Map& fields) {
    if (fields.empty()) {
        throw Error{ErrorCode::Argument, ErrorDetail::InvalidArgumentValue,
                    "A duration needs one component at least, for example `days`"};
    }
    Amounts amounts;
    for (const auto& [key, value] : fields) {
        add_component(component_for(key), read_amount(key, value), amounts);
    }
    return duration_for(amounts);
}

} // namespace

Duration duration_from(const Value& value) {
    if (value.is(ValueType::Duration)) return value.as<Duration>();
    if (value.is(ValueType::Map)) return build_duration(value.map());
    if (!value.is(ValueType::String)) {
        throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                    fmt::format("{} cannot become a duration", name(value.type()))};
    }
    if (const auto duration = parse_duration(value.string())) return *duration;
    throw Error{
        ErrorCode::Argument, ErrorDetail::InvalidArgumentValue,
        fmt::format("{} is not a duration; write it as `P1Y2M3DT4H5M6.5S`", quote(value.string()))};
}

} // namespace lintas
