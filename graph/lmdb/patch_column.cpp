#include "graph/lmdb/patch_column.h"

#include <algorithm>
#include <memory>
#include <string>

namespace lintas::lmdb {

namespace {

using Replacements = std::span<const Replacement>;

bool all_fit(Replacements replacements, ValueType type) {
    return std::ranges::all_of(replacements, [type](const Replacement& replacement) {
        return replacement.value->is_null() || replacement.value->is(type);
    });
}

void set_null(Column& column, std::size_t row, bool is_null) {
    auto& nulls = column.nulls();
    if (nulls.empty() && !is_null) return;
    if (nulls.empty()) nulls.resize(column.size());
    nulls[row] = is_null ? 1 : 0;
}

// REQUIRES: all_fit() for the type of the column's data.
template <typename Vector, typename T> void put_typed(Column& column, Replacements replacements) {
    auto& data = std::get<Vector>(column.data());
    for (const auto& [row, value] : replacements) {
        if (!value->is_null()) data[row] = value->template as<T>();
        set_null(column, row, value->is_null());
    }
}

void put_texts(Column& column, Replacements replacements) {
    std::size_t bytes = 0;
    for (const auto& [row, value] : replacements)
        bytes += value->is_null() ? 0 : value->string().size();
    const auto owner = std::make_shared<std::string>();
    owner->reserve(bytes); // the views below hold because it never moves
    auto& data = std::get<Strings>(column.data());
    for (const auto& [row, value] : replacements) {
        set_null(column, row, value->is_null());
        if (value->is_null()) continue;
        const auto begin = owner->size();
        *owner += value->string();
        data[row] = std::string_view{*owner}.substr(begin);
    }
    column.keep(owner);
}

Column boxed(const Column& column, Replacements replacements) {
    Boxed values(column.size());
    for (std::size_t row = 0; row < values.size(); ++row) values[row] = column.value(row);
    for (const auto& [row, value] : replacements) values[row] = *value;
    return typed_column(std::move(values));
}

} // namespace

Column patch_column(Column column, std::span<const Replacement> replacements) {
    const auto fit = [replacements](ValueType type) { return all_fit(replacements, type); };
    if (column.get<Integers>() && fit(ValueType::Integer))
        put_typed<Integers, std::int64_t>(column, replacements);
    else if (column.get<Floats>() && fit(ValueType::Float))
        put_typed<Floats, double>(column, replacements);
    else if (column.get<Booleans>() && fit(ValueType::Boolean))
        put_typed<Booleans, bool>(column, replacements);
    else if (column.get<Strings>() && fit(ValueType::String))
        put_texts(column, replacements);
    else
        return boxed(column, replacements);
    return column;
}

} // namespace lintas::lmdb
