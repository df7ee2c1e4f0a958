// Column: the values of one property or one expression for the rows of a batch, typed where the
// rows share a type and boxed where they do not.
//
// Invariant: size() is the same for the data and, unless empty, for `nulls`. Where nulls[i] is 1
// the i-th datum has no meaning. A Boxed column says null by a null Value and leaves `nulls` empty.
// The bytes of a string view belong to the snapshot or to `keep`.
#pragma once

#include "graph/ids.h"
#include "graph/value.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

namespace lintas {

// The same value in every row, also for zero rows.
struct Constant {
    Value value;
    std::size_t rows = 0;
};

using Booleans = std::vector<std::uint8_t>;
using Integers = std::vector<std::int64_t>;
using Floats = std::vector<double>;
using Strings = std::vector<std::string_view>;
using Nodes = std::vector<NodeId>;
using Relationships = std::vector<RelationshipId>;
using Boxed = std::vector<Value>;

class Column {
public:
    using Data =
        std::variant<Constant, Booleans, Integers, Floats, Strings, Nodes, Relationships, Boxed>;

    Column() : data_{Boxed{}} {}
    Column(Data data, std::vector<std::uint8_t> nulls = {})
        : data_{std::move(data)}, nulls_{std::move(nulls)} {}

    std::size_t size() const;
    bool is_null(std::size_t row) const;
    // The value of a row, boxed. Costs a copy; kernels use the typed data instead.
    Value value(std::size_t row) const;

    const Data& data() const { return data_; }
    Data& data() { return data_; }
    std::span<const std::uint8_t> nulls() const { return nulls_; }
    std::vector<std::uint8_t>& nulls() { return nulls_; }
    bool may_be_null() const { return !nulls_.empty(); }

    // The typed data, or nullptr when the column has another type.
    template <typename T> const T* get() const { return std::get_if<T>(&data_); }

    // A new column of the rows named by `rows`, in that order; rows may repeat.
    Column select(std::span<const std::uint32_t> rows) const;
    // Appends the rows of `other`; the column becomes Boxed when the types differ.
    void append(const Column& other);

    // Keeps alive what string views of this column look into. Shared with the columns made from it.
    void keep(std::shared_ptr<const void> owner);

private:
    void become(const Column& other);
    void append_vector(const Column& other);

    Data data_;
    std::vector<std::uint8_t> nulls_;
    std::vector<std::shared_ptr<const void>> kept_;
};

// Boxed values as the narrowest typed column that holds them all (Boxed when they are mixed, and
// for lists, maps, paths and temporal values; a null Constant when there are nulls only). Strings
// are copied into memory the column keeps.
Column typed_column(Boxed values);

} // namespace lintas
