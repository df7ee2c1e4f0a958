#include "graph/lmdb/value_bytes.h"

#include "graph/error.h"
#include "graph/expect.h"
#include "graph/property_type.h"
#include "graph/zones.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::lmdb {

namespace {

constexpr int deepest_list = 100;

bool is_too_deep(const Value& value, int depth) {
    if (!value.is(ValueType::List)) return false;
    return depth == deepest_list ||
           std::ranges::any_of(value.list(), [depth](const Value& element) {
               return is_too_deep(element, depth + 1);
           });
}

void put_counted_text(ByteWriter& writer, std::string_view text) {
    writer.put(static_cast<std::uint32_t>(text.size()));
    writer.put_text(text);
}

struct EncodeValue {
    ByteWriter& writer;

    void operator()(bool value) const { writer.put(std::uint8_t{value}); }
    void operator()(std::int64_t value) const { writer.put(value); }
    void operator()(double value) const { writer.put(value); }
    void operator()(const std::string& value) const { put_counted_text(writer, value); }
    void operator()(const ListPointer& value) const {
        writer.put(static_cast<std::uint32_t>(value->size()));
        for (const auto& element : *value) encode_value(element, writer);
    }
    void operator()(Date value) const { writer.put(value.days); }
    void operator()(LocalTime value) const { writer.put(value.nanoseconds); }
    void operator()(const ZonedTime& value) const {
        writer.put(value.nanoseconds);
        writer.put(value.offset);
    }
    void operator()(const LocalDateTime& value) const {
        writer.put(value.seconds);
        writer.put(value.nanoseconds);
    }
    void operator()(const ZonedDateTime& value) const {
        writer.put(value.seconds);
        writer.put(value.nanoseconds);
        writer.put(value.offset);
        put_counted_text(writer, zone_name(value.zone));
    }
    void operator()(const Duration& value) const {
        writer.put(value.months);
        writer.put(value.days);
        writer.put(value.seconds);
        writer.put(value.nanoseconds);
    }
    void operator()(const Point& value) const {
        writer.put(static_cast<std::uint16_t>(value.crs));
        writer.put(value.x);
        writer.put(value.y);
        writer.put(value.z);
    }
    void operator()(Null) const {}
    void operator()(const MapPointer&) const { refuse(); }
    void operator()(NodeId) const { refuse(); }
    void operator()(RelationshipId) const { refuse(); }
    void operator()(const PathPointer&) const { refuse(); }

    static void refuse() { expect(false, "only storable values are stored"); }
};

std::optional<std::string_view> get_counted_text(ByteReader& reader) {
    const auto size = reader.get<std::uint32_t>();
    if (!size) return std::nullopt;
    const auto bytes = reader.skip(*size);
    if (bytes.size() != *size) return std::nullopt;
    return text_of(bytes);
}

std::optional<Value> decode(ByteReader& reader, int depth);

std::optional<Value> decode_list(ByteReader& reader, int depth) {
    const auto size = reader.get<std::uint32_t>();
    if (!size || *size > reader.left() || depth >= deepest_list) return std::nullopt;
    List elements;
    elements.reserve(*size);
    for (std::uint32_t at = 0; at < *size; ++at) {
        auto element = decode(reader, depth + 1);
        if (!element) return std::nullopt;
        elements.push_back(std::move(*element));
    }
    return Value{std::move(elements)};
}

std::optional<Value> decode_zoned(ByteReader& reader) {
    ZonedDateTime value;
    value.seconds = reader.get<std::int64_t>().value_or(0);
    value.nanoseconds = reader.get<std::int32_t>().value_or(0);
    value.offset = reader.get<std::int32_t>().value_or(0);
    const auto name = get_counted_text(reader);
    if (!name) return std::nullopt;
    // A zone that this system no longer knows leaves the instant and the offset as they were.
    if (!name->empty()) value.zone = find_zone(*name).value_or(ZoneId{});
    return Value{value};
}

std::optional<Value> decode_point(ByteReader& reader) {
    const auto crs = static_cast<Crs>(reader.get<std::uint16_t>().value_or(0));
    const auto x = reader.get<double>().value_or(0);
    const auto y = reader.get<double>().value_or(0);
    const auto z = reader.get<double>().value_or(0);
    switch (crs) {
    case Crs::Wgs84:
    case Crs::Wgs84_3d:
    case Crs::Cartesian:
    case Crs::Cartesian3d: return Value{Point{crs, x, y, z}};
    }
    return std::nullopt;
}

// Missing bytes read as zero here; decode() looks at reader.ok().
std::optional<Value> decode_fixed(ValueType type, ByteReader& reader) {
    const auto wide = [&reader] { return reader.get<std::int64_t>().value_or(0); };
    const auto narrow = [&reader] { return reader.get<std::int32_t>().value_or(0); };
    if (type == ValueType::Boolean) return reader.get<std::uint8_t>().value_or(0) != 0;
    if (type == ValueType::Integer) return wide();
    if (type == ValueType::Float) return reader.get<double>().value_or(0);
    if (type == ValueType::Date) return Date{wide()};
    if (type == ValueType::LocalTime) return LocalTime{wide()};
    const auto first = wide();
    if (type == ValueType::ZonedTime) return ZonedTime{first, narrow()};
    if (type == ValueType::LocalDateTime) return LocalDateTime{first, narrow()};
    if (type != ValueType::Duration) return std::nullopt;
    const auto days = wide();
    const auto seconds = wide();
    return Duration{first, days, seconds, narrow()};
}

std::optional<Value> decode(ByteReader& reader, int depth) {
    const auto tag = reader.get<std::uint8_t>();
    if (!tag) return std::nullopt;
    if (*tag == 0) return Value{};
    const auto type = static_cast<ValueType>(*tag);
    std::optional<Value> value;
    if (type == ValueType::String) {
        if (const auto text = get_counted_text(reader)) value = *text;
    } else if (type == ValueType::List) {
        value = decode_list(reader, depth);
    } else if (type == ValueType::ZonedDateTime) {
        value = decode_zoned(reader);
    } else if (type == ValueType::Point) {
        value = decode_point(reader);
    } else {
        value = decode_fixed(type, reader);
    }
    return reader.ok() ? value : std::nullopt;
}

} // namespace

void expect_storable(const Value& value, std::string_view key) {
    if (is_too_deep(value, 0))
        throw Error{ErrorCode::Limit,
                    fmt::format("Property `{}` would hold lists nested deeper than {}; the store "
                                "allows no more",
                                key, deepest_list)};
    require_storable(value, key);
}

Value number_value(ValueType type, std::int64_t number) {
    if (type == ValueType::Date) return Date{number};
    if (type == ValueType::LocalTime) return LocalTime{number};
    return number;
}

void encode_value(const Value& value, ByteWriter& writer) {
    writer.put(static_cast<std::uint8_t>(value.type()));
    std::visit(EncodeValue{writer}, value.storage());
}

std::optional<Value> decode_value(ByteReader& reader) { return decode(reader, 0); }

} // namespace lintas::lmdb
