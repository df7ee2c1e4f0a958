#include "graph/lmdb/column_builder.h"

#include "graph/error.h"
#include "graph/expect.h"
#include "graph/lmdb/segment.h"
#include "graph/lmdb/value_bytes.h"

#include <limits>

namespace lintas::lmdb {

namespace {

// Leaves room for offsets, nulls and header within the 4 GiB that a segment may have.
constexpr std::size_t most_text_bytes = std::numeric_limits<std::uint32_t>::max() - (64U << 20);

void append_text(Texts& texts, std::string_view text) {
    if (text.size() > most_text_bytes - texts.bytes.size())
        throw Error{ErrorCode::Limit, "The strings of one property of 65,536 entities are longer "
                                      "than 4 GiB; the store allows no more"};
    texts.bytes.append(text);
    texts.offsets.push_back(static_cast<std::uint32_t>(texts.bytes.size()));
}

Boxed boxed(const ColumnBuilder::Values& values) {
    Boxed all;
    if (const auto* booleans = std::get_if<Booleans>(&values))
        for (const auto value : *booleans) all.emplace_back(value != 0);
    else if (const auto* integers = std::get_if<TaggedIntegers>(&values))
        for (const auto value : integers->numbers)
            all.push_back(number_value(integers->type, value));
    else if (const auto* floats = std::get_if<Floats>(&values))
        for (const auto value : *floats) all.emplace_back(value);
    else if (const auto* texts = std::get_if<Texts>(&values))
        for (std::size_t at = 0; at < texts->size(); ++at) all.emplace_back((*texts)[at]);
    return all;
}

} // namespace

// Appends the chosen rows of a column's data.
struct ColumnBuilder::Append {
    ColumnBuilder& builder;
    std::span<const std::uint8_t> nulls; // of the chosen rows; may be empty
    std::size_t begin;
    std::size_t count;
    std::uint32_t first_row;
    std::string_view key;

    void operator()(const Booleans& data) const {
        each([&](std::size_t row) { add(data[row] != 0); });
    }
    void operator()(const Integers& data) const { numbers(data); }
    void operator()(const Floats& data) const {
        if (auto* floats = as<Floats>()) return copy(data, *floats);
        each([&](std::size_t row) { box(data[row]); });
    }
    void operator()(const Strings& data) const {
        each([&](std::size_t row) { add(data[row]); });
    }
    void operator()(const Boxed& data) const {
        each([&](std::size_t row) { add_value(data[row]); });
    }
    void operator()(const Constant& data) const {
        if (data.value.is_null()) return;
        expect_storable(data.value, key);
        each([&](std::size_t) { add_value(data.value); });
    }
    void operator()(const Nodes& data) const {
        each([&](std::size_t row) { expect_storable(data[row], key); });
    }
    void operator()(const Relationships& data) const {
        each([&](std::size_t row) { expect_storable(data[row], key); });
    }

    template <typename Visit> void each(Visit visit) const {
        for (std::size_t at = 0; at < count; ++at)
            if (nulls.empty() || nulls[at] == 0) {
                current = at;
                visit(begin + at);
            }
    }
    void mark() const { builder.rows_.push_back(static_cast<std::uint16_t>(first_row + current)); }

    // The builder's values as the wanted type, if they are that or none are there yet.
    template <typename Typed> Typed* as() const {
        if (std::holds_alternative<std::monostate>(builder.values_))
            builder.values_.emplace<Typed>();
        return std::get_if<Typed>(&builder.values_);
    }
    TaggedIntegers* as_integers(ValueType type) const {
        if (std::holds_alternative<std::monostate>(builder.values_))
            builder.values_ = TaggedIntegers{type, {}};
        auto* integers = std::get_if<TaggedIntegers>(&builder.values_);
        return integers && integers->type == type ? integers : nullptr;
    }

    template <typename Number>
    void copy(const std::vector<Number>& from, std::vector<Number>& to) const {
        each([&](std::size_t row) {
            to.push_back(from[row]);
            mark();
        });
    }
    void numbers(const Integers& data) const {
        if (auto* integers = as_integers(ValueType::Integer)) return copy(data, integers->numbers);
        each([&](std::size_t row) { box(data[row]); });
    }
    void add(bool value) const {
        auto* booleans = as<Booleans>();
        if (!booleans) return box(value);
        booleans->push_back(value);
        mark();
    }
    void add(std::string_view text) const {
        auto* texts = as<Texts>();
        if (!texts) return box(Value{text});
        append_text(*texts, text);
        mark();
    }
    void add_number(ValueType type, std::int64_t number) const {
        auto* integers = as_integers(type);
        if (!integers) return box(number_value(type, number));
        integers->numbers.push_back(number);
        mark();
    }
    void add_float(double number) const {
        auto* floats = as<Floats>();
        if (!floats) return box(number);
        floats->push_back(number);
        mark();
    }
    void add_value(const Value& value) const {
        if (value.is_null()) return;
        if (value.is(ValueType::Boolean)) return add(value.boolean());
        if (value.is(ValueType::Integer)) return add_number(ValueType::Integer, value.integer());
        if (value.is(ValueType::Date)) return add_number(ValueType::Date, value.as<Date>().days);
        if (value.is(ValueType::LocalTime))
            return add_number(ValueType::LocalTime, value.as<LocalTime>().nanoseconds);
        if (value.is(ValueType::Float)) return add_float(value.floating());
        if (value.is(ValueType::String)) return add(std::string_view{value.string()});
        expect_storable(value, key);
        box(value);
    }
    void box(Value value) const {
        if (!std::holds_alternative<Boxed>(builder.values_))
            builder.values_ = boxed(builder.values_);
        std::get<Boxed>(builder.values_).push_back(std::move(value));
        mark();
    }

    mutable std::size_t current = 0;
};

void ColumnBuilder::append(const Column& column, std::size_t begin, std::size_t count,
                           std::uint32_t first_row, std::string_view key) {
    expect(first_row + count <= group_rows, "the rows fit into the group");
    expect(rows_.empty() || rows_.back() < first_row, "rows come in order");
    if (count == 0) return;
    const auto nulls =
        column.nulls().empty() ? column.nulls() : column.nulls().subspan(begin, count);
    std::visit(Append{*this, nulls, begin, count, first_row, key, 0}, column.data());
}

} // namespace lintas::lmdb
