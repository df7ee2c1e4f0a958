// ValueCodes: a dictionary of the distinct values of a column, by equivalence, over all its
// batches.
//
// Invariant: codes run from 0 in the order in which the values first appeared; null has a code too.
// While all columns have one type the dictionary is typed; the first column of another type makes
// it a dictionary of boxed values, with the same codes.
#pragma once

#include "graph/column.h"
#include "query/run/batch.h"
#include "query/run/code_table.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::query {

using Codes = std::vector<std::uint32_t>;

class ValueCodes {
public:
    // The code of each row.
    Codes encode(const Column& column);

    std::size_t size() const { return size_; }
    // Roughly, what it holds.
    std::size_t bytes() const { return bytes_ + table_.bytes(); }

private:
    // What the keys are. Numbers stand for booleans, integers, nodes and relationships.
    enum class Keys { Undecided, Numbers, Texts, Values };

    template <typename Vector> void encode_numbers(const Column& column, Codes& codes);
    void encode_texts(const Column& column, Codes& codes);
    void encode_values(const Column& column, Codes& codes);

    bool becomes(Keys keys, ValueType type);
    void become_values();
    std::uint32_t code_of_null();
    std::uint32_t code_of_number(std::uint64_t number);
    std::uint32_t code_of_text(std::string_view text);
    std::uint32_t code_of_value(const Value& value);
    Value value_of(std::uint32_t code) const;

    Keys keys_ = Keys::Undecided;
    ValueType type_ = ValueType::Null; // of Numbers
    CodeTable table_;
    std::uint32_t size_ = 0;
    std::optional<std::uint32_t> null_;
    std::size_t bytes_ = 0;
    // By code, as keys_ says; the place of null has no meaning.
    std::vector<std::uint64_t> numbers_;
    std::deque<std::string> texts_;
    Boxed values_;
};

} // namespace lintas::query
