#include "graph/temporal_parts.h"

#include "graph/temporal_calendar.h"

namespace lintas {

namespace {

TemporalParts parts(const LocalDateTime& value) { return {date_of(value), time_of(value), {}, 0}; }

TemporalParts parts(const ZonedDateTime& value) {
    auto all = parts(local_of(value));
    all.zone = time_zone_of(value);
    all.offset = value.offset;
    return all;
}

} // namespace

std::optional<TemporalParts> parts_of(const Value& value) {
    if (value.is(ValueType::Date)) return TemporalParts{value.as<Date>(), {}, {}, 0};
    if (value.is(ValueType::LocalTime)) return TemporalParts{{}, value.as<LocalTime>(), {}, 0};
    if (value.is(ValueType::LocalDateTime)) return parts(value.as<LocalDateTime>());
    if (value.is(ValueType::ZonedDateTime)) return parts(value.as<ZonedDateTime>());
    if (value.is(ValueType::ZonedTime)) {
        const auto& [nanoseconds, offset] = value.as<ZonedTime>();
        return TemporalParts{{}, LocalTime{nanoseconds}, TimeZone{{}, offset}, offset};
    }
    return {};
}

} // namespace lintas
