// Values as bytes: a byte for the ValueType, then the value. docs/storage.md has the layout.
//
// Invariant: decode_value(encode_value(x)) is x for every value that a property may hold, with its
// exact bits; a time zone is stored by name.
#pragma once

#include "graph/lmdb/bytes.h"
#include "graph/value.h"

#include <optional>
#include <string_view>

namespace lintas::lmdb {

// Throws Type (InvalidPropertyType), naming the key, for a value that no property may hold, and
// Limit for lists nested deeper than 100.
void expect_storable(const Value& value, std::string_view key);

// A value of a type that is a plain number: an integer, a date of so many days, a local time of so
// many nanoseconds. REQUIRES: type is one of these.
Value number_value(ValueType type, std::int64_t number);

// REQUIRES: expect_storable() lets the value pass, or it is null.
void encode_value(const Value& value, ByteWriter& writer);
// nullopt for bytes that are no value.
std::optional<Value> decode_value(ByteReader& reader);

} // namespace lintas::lmdb
