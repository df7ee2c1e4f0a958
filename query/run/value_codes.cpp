#include "query/run/value_codes.h"

#include "graph/compare.h"
#include "graph/expect.h"
#include "query/run/value_reader.h"

#include <functional>

namespace lintas::query {

namespace {

std::uint64_t number_of(std::uint8_t datum) { return datum; }
std::uint64_t number_of(std::int64_t datum) { return static_cast<std::uint64_t>(datum); }
std::uint64_t number_of(NodeId datum) { return raw(datum); }
std::uint64_t number_of(RelationshipId datum) { return raw(datum); }

Value value_of_number(std::uint64_t number, ValueType type) {
    const auto id = static_cast<std::uint32_t>(number);
    if (type == ValueType::Boolean) return number != 0;
    if (type == ValueType::Node) return NodeId{id};
    if (type == ValueType::Relationship) return RelationshipId{id};
    return static_cast<std::int64_t>(number);
}

template <typename Vector> constexpr ValueType type_of_vector = ValueType::Null;
template <> constexpr ValueType type_of_vector<Booleans> = ValueType::Boolean;
template <> constexpr ValueType type_of_vector<Integers> = ValueType::Integer;
template <> constexpr ValueType type_of_vector<Nodes> = ValueType::Node;
template <> constexpr ValueType type_of_vector<Relationships> = ValueType::Relationship;

// Where a list, map or path is in memory, which values share; null for all others.
const void* place_of(const Value& value) {
    const auto& storage = value.storage();
    if (const auto* const list = std::get_if<ListPointer>(&storage)) return list->get();
    if (const auto* const map = std::get_if<MapPointer>(&storage)) return map->get();
    if (const auto* const path = std::get_if<PathPointer>(&storage)) return path->get();
    return nullptr;
}

} // namespace

Codes ValueCodes::encode(const Column& column) {
    Codes codes(column.size());
    if (const auto* constant = column.get<Constant>()) {
        if (codes.empty()) return codes;
        const auto& value = constant->value;
        const auto code = value.is_null() ? code_of_null() : encode(typed_column({value})).front();
        return Codes(codes.size(), code);
    }
    if (column.get<Booleans>()) {
        encode_numbers<Booleans>(column, codes);
    } else if (column.get<Integers>()) {
        encode_numbers<Integers>(column, codes);
    } else if (column.get<Nodes>()) {
        encode_numbers<Nodes>(column, codes);
    } else if (column.get<Relationships>()) {
        encode_numbers<Relationships>(column, codes);
    } else if (column.get<Strings>()) {
        encode_texts(column, codes);
    } else {
        encode_values(column, codes);
    }
    return codes;
}

template <typename Vector> void ValueCodes::encode_numbers(const Column& column, Codes& codes) {
    if (!becomes(Keys::Numbers, type_of_vector<Vector>)) return encode_values(column, codes);
    const auto& data = *column.get<Vector>();
    const auto nulls = column.nulls();
    for (std::size_t row = 0; row < codes.size(); ++row) {
        const bool is_null = !nulls.empty() && nulls[row];
        codes[row] = is_null ? code_of_null() : code_of_number(number_of(data[row]));
    }
}

void ValueCodes::encode_texts(const Column& column, Codes& codes) {
    if (!becomes(Keys::Texts, ValueType::String)) return encode_values(column, codes);
    const auto& data = *column.get<Strings>();
    const auto nulls = column.nulls();
    for (std::size_t row = 0; row < codes.size(); ++row) {
        const bool is_null = !nulls.empty() && nulls[row];
        codes[row] = is_null ? code_of_null() : code_of_text(data[row]);
    }
}

void ValueCodes::encode_values(const Column& column, Codes& codes) {
    ValueReader values{column};
    // A list that a clause carries along is the same in row after row, and hashed once.
    Value before;
    for (std::size_t row = 0; row < codes.size(); ++row) {
        const auto& value = values[row];
        const auto* const place = place_of(value);
        if (place && place == place_of(before)) {
            codes[row] = codes[row - 1];
            continue;
        }
        codes[row] = code_of_value(value);
        before = place ? value : Value{};
    }
}

// Is the dictionary of this kind, or was it still undecided and is so now?
bool ValueCodes::becomes(Keys keys, ValueType type) {
    if (keys_ == Keys::Undecided) {
        keys_ = keys;
        type_ = type;
        if (keys == Keys::Numbers) numbers_.resize(size_);
        if (keys == Keys::Texts) texts_.resize(size_);
    }
    return keys_ == keys && type_ == type;
}

void ValueCodes::become_values() {
    if (keys_ == Keys::Values) return;
    Boxed values(size_);
    for (std::uint32_t code = 0; code < size_; ++code) values[code] = value_of(code);
    values_ = std::move(values);
    numbers_.clear();
    texts_.clear();
    keys_ = Keys::Values;
    type_ = ValueType::Null;
    table_ = {};
    bytes_ = size_ * sizeof(Value);
    for (std::uint32_t code = 0; code < size_; ++code) {
        if (code == null_) continue;
        table_.find_or_add(spread_bits(hash(values_[code])), code,
                           [](std::uint32_t) { return false; }); // they are distinct
    }
}

std::uint32_t ValueCodes::code_of_null() {
    if (null_) return *null_;
    null_ = size_++;
    if (keys_ == Keys::Numbers) numbers_.emplace_back();
    if (keys_ == Keys::Texts) texts_.emplace_back();
    if (keys_ == Keys::Values) values_.emplace_back();
    return *null_;
}

std::uint32_t ValueCodes::code_of_number(std::uint64_t number) {
    const auto code = table_.find_or_add(
        spread_bits(number), size_, [&](std::uint32_t known) { return numbers_[known] == number; });
    if (code < size_) return code;
    numbers_.push_back(number);
    bytes_ += sizeof(number);
    return size_++;
}

std::uint32_t ValueCodes::code_of_text(std::string_view text) {
    const auto hash = spread_bits(std::hash<std::string_view>{}(text));
    const auto code =
        table_.find_or_add(hash, size_, [&](std::uint32_t known) { return texts_[known] == text; });
    if (code < size_) return code;
    texts_.emplace_back(text);
    bytes_ += sizeof(std::string) + text.size();
    return size_++;
}

std::uint32_t ValueCodes::code_of_value(const Value& value) {
    if (value.is_null()) return code_of_null();
    become_values();
    const auto code = table_.find_or_add(spread_bits(hash(value)), size_, [&](std::uint32_t known) {
        return equivalent(values_[known], value);
    });
    if (code < size_) return code;
    values_.push_back(value);
    bytes_ += sizeof(Value) + (value.is(ValueType::String) ? value.string().size() : 0);
    return size_++;
}

Value ValueCodes::value_of(std::uint32_t code) const {
    if (code == null_) return {};
    switch (keys_) {
    case Keys::Undecided: return {};
    case Keys::Numbers: return value_of_number(numbers_[code], type_);
    case Keys::Texts: return texts_[code];
    case Keys::Values: return values_[code];
    }
    return {};
}

} // namespace lintas::query
