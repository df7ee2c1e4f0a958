#include "graph/column.h"

#include "graph/expect.h"

#include <algorithm>
#include <iterator>

namespace lintas {

namespace {

using Nulls = std::vector<std::uint8_t>;

bool marks_null(std::span<const std::uint8_t> nulls, std::size_t row) {
    return !nulls.empty() && nulls[row] != 0;
}

template <typename Vector> std::size_t rows_of(const Vector& data) { return data.size(); }
std::size_t rows_of(const Constant& data) { return data.rows; }

template <typename Vector> Value value_at(const Vector& data, std::size_t row) { return data[row]; }
Value value_at(const Booleans& data, std::size_t row) { return data[row] != 0; }
Value value_at(const Constant& data, std::size_t) { return data.value; }

template <typename Vector>
Vector selected(const Vector& data, std::span<const std::uint32_t> rows) {
    Vector chosen(rows.size());
    for (std::size_t at = 0; at < rows.size(); ++at) chosen[at] = data[rows[at]];
    return chosen;
}
Boxed selected(const Boxed& data, std::span<const std::uint32_t> rows) {
    Boxed chosen;
    chosen.reserve(rows.size());
    for (const auto row : rows) chosen.push_back(data[row]);
    return chosen;
}
Constant selected(const Constant& data, std::span<const std::uint32_t> rows) {
    return {data.value, rows.size()};
}

bool is_all_null(const Column& column) {
    const auto* constant = column.get<Constant>();
    return constant && constant->value.is_null();
}

// Values that no one can tell apart, unlike equivalent ones such as 1 and 1.0. A cheap test: false
// for types that columns are rarely constant in.
bool identical(const Value& left, const Value& right) {
    if (left.type() != right.type()) return false;
    if (left.is_null()) return true;
    if (left.is(ValueType::Boolean)) return left.boolean() == right.boolean();
    if (left.is(ValueType::Integer)) return left.integer() == right.integer();
    return left.is(ValueType::String) && left.string() == right.string();
}

bool same_constant(const Column& left, const Column& right) {
    const auto* one = left.get<Constant>();
    const auto* two = right.get<Constant>();
    if (!one || !two || !identical(one->value, two->value)) return false;
    return one->value.is_null() || (!left.may_be_null() && !right.may_be_null());
}

// Nulls in a vector of the model's type.
struct NullsLike {
    std::size_t rows;

    template <typename Vector> Column operator()(const Vector&) const {
        return {Vector(rows), Nulls(rows, 1)};
    }
    Column operator()(const Boxed&) const { return Column{Boxed(rows)}; }
    Column operator()(const Constant& model) const {
        if (model.value.is_null()) return Column{Boxed(rows)};
        return std::visit(*this, typed_column({model.value}).data());
    }
};

// A constant as a vector: of its type, or for nulls of the model's type.
Column spread(const Column& column, const Column& model) {
    const auto& [value, rows] = *column.get<Constant>();
    if (value.is_null()) return std::visit(NullsLike{rows}, model.data());
    Boxed values(rows, value);
    for (std::size_t row = 0; row < rows; ++row) {
        if (marks_null(column.nulls(), row)) values[row] = {};
    }
    return typed_column(std::move(values));
}

// Appends data of the same type.
struct Extend {
    const Column::Data& other;

    template <typename Vector> void operator()(Vector& data) const {
        const auto& more = std::get<Vector>(other);
        data.insert(data.end(), more.begin(), more.end());
    }
    void operator()(Constant&) const {
        expect(false, "a constant is spread before it is extended");
    }
};

// All rows as values, boxed by one loop for each type.
struct Box {
    std::span<const std::uint8_t> nulls;

    template <typename Vector> Boxed operator()(const Vector& data) const {
        Boxed values;
        values.reserve(rows_of(data));
        for (std::size_t row = 0; row < rows_of(data); ++row) {
            values.push_back(marks_null(nulls, row) ? Value{} : value_at(data, row));
        }
        return values;
    }
};

Boxed boxes(const Column& column) { return std::visit(Box{column.nulls()}, column.data()); }

void append_nulls(Nulls& nulls, std::size_t rows, const Column& other) {
    if (nulls.empty() && !other.may_be_null()) return;
    nulls.resize(rows);
    if (other.may_be_null()) nulls.insert(nulls.end(), other.nulls().begin(), other.nulls().end());
    nulls.resize(rows + other.size());
}

} // namespace

std::size_t Column::size() const {
    return std::visit([](const auto& data) { return rows_of(data); }, data_);
}

bool Column::is_null(std::size_t row) const {
    if (marks_null(nulls_, row)) return true;
    if (const auto* values = get<Boxed>()) return (*values)[row].is_null();
    return is_all_null(*this);
}

Value Column::value(std::size_t row) const {
    if (marks_null(nulls_, row)) return {};
    return std::visit([row](const auto& data) { return value_at(data, row); }, data_);
}

Column Column::select(std::span<const std::uint32_t> rows) const {
    const auto choose = [rows](const auto& data) -> Data { return selected(data, rows); };
    Column chosen{std::visit(choose, data_)};
    if (!nulls_.empty()) chosen.nulls_ = selected(nulls_, rows);
    chosen.kept_ = kept_;
    return chosen;
}

void Column::append(const Column& other) {
    if (&other == this) return append(Column{other});
    if (other.size() == 0) return;
    for (const auto& owner : other.kept_) keep(owner);
    if (size() == 0) return become(other);
    if (same_constant(*this, other)) {
        std::get<Constant>(data_).rows += other.size();
        return nulls_.clear();
    }
    if (get<Constant>()) become(spread(*this, other));
    if (other.get<Constant>()) return append_vector(spread(other, *this));
    append_vector(other);
}

void Column::become(const Column& other) {
    for (const auto& owner : other.kept_) keep(owner);
    data_ = other.data_;
    nulls_ = other.nulls_;
}

void Column::append_vector(const Column& other) {
    for (const auto& owner : other.kept_) keep(owner);
    if (data_.index() != other.data_.index()) {
        auto values = boxes(*this);
        std::ranges::move(boxes(other), std::back_inserter(values));
        data_ = std::move(values);
        return nulls_.clear();
    }
    append_nulls(nulls_, size(), other);
    std::visit(Extend{other.data_}, data_);
}

void Column::keep(std::shared_ptr<const void> owner) {
    if (std::ranges::find(kept_, owner) == kept_.end()) kept_.push_back(std::move(owner));
}

} // namespace lintas
