#include "loaders/csv_column.h"

#include "loaders/csv_scalar.h"
#include "loaders/utf8.h"

#include <algorithm>
#include <optional>

namespace lintas::loaders {
namespace {

// Rows of one type, and which of them are null.
template <typename Data> class Builder : public ColumnBuilder {
public:
    void truncate(std::size_t rows) override {
        if (data_.size() <= rows) return;
        data_.resize(rows);
        nulls_.resize(rows);
        null_count_ = static_cast<std::size_t>(std::ranges::count(nulls_, std::uint8_t{1}));
    }
    std::optional<Column> take() override {
        const bool all_null = null_count_ == data_.size();
        const bool some_null = null_count_ != 0;
        auto column =
            Column{std::move(data_), some_null ? std::move(nulls_) : std::vector<std::uint8_t>{}};
        data_ = {};
        nulls_ = {};
        null_count_ = 0;
        if (all_null) return std::nullopt;
        return column;
    }

protected:
    using Datum = typename Data::value_type;

    bool add(Datum datum) {
        data_.push_back(std::move(datum));
        nulls_.push_back(0);
        return true;
    }
    bool add_null() {
        data_.emplace_back();
        nulls_.push_back(1);
        ++null_count_;
        return true;
    }

private:
    Data data_;
    std::vector<std::uint8_t> nulls_;
    std::size_t null_count_ = 0;
};

class IntegerBuilder final : public Builder<Integers> {
public:
    explicit IntegerBuilder(ScalarType type) : type_{type} {}
    bool append(const CsvField& field) override {
        if (field.text.empty()) return add_null();
        const auto number = parse_integer(field.text, type_);
        return number && add(*number);
    }

private:
    ScalarType type_;
};

class FloatBuilder final : public Builder<Floats> {
public:
    bool append(const CsvField& field) override {
        if (field.text.empty()) return add_null();
        const auto number = parse_float(field.text);
        return number && add(*number);
    }
};

class BooleanBuilder final : public Builder<Booleans> {
public:
    bool append(const CsvField& field) override {
        if (field.text.empty()) return add_null();
        const auto truth = parse_boolean(field.text);
        return truth && add(*truth ? std::uint8_t{1} : std::uint8_t{0});
    }
};

class StringBuilder final : public Builder<Strings> {
public:
    bool append(const CsvField& field) override {
        if (field.text.empty() && !field.quoted) return add_null();
        return is_utf8(field.text) && add(field.text);
    }
};

// A Boxed column says null by a null Value and has no list of nulls.
class BoxedBuilder : public ColumnBuilder {
public:
    BoxedBuilder(ScalarType type, std::string option) : type_{type}, option_{std::move(option)} {}

    bool append(const CsvField& field) override {
        if (field.text.empty()) return add(Value{});
        auto value = parse(field.text);
        return value && add(std::move(*value));
    }
    void truncate(std::size_t rows) override {
        if (data_.size() > rows) data_.resize(rows);
    }
    std::optional<Column> take() override {
        const bool all_null = std::ranges::all_of(data_, &Value::is_null);
        auto column = Column{std::move(data_)};
        data_ = {};
        if (all_null) return std::nullopt;
        return column;
    }

protected:
    virtual std::optional<Value> parse(std::string_view text) const {
        return parse_scalar(text, type_, option_);
    }

private:
    bool add(Value value) {
        data_.push_back(std::move(value));
        return true;
    }

    ScalarType type_;
    std::string option_;
    Boxed data_;
};

class ListBuilder final : public BoxedBuilder {
public:
    ListBuilder(ScalarType type, std::string option, char delimiter)
        : BoxedBuilder{type, std::move(option)}, delimiter_{delimiter} {}

protected:
    std::optional<Value> parse(std::string_view text) const override {
        List list;
        while (true) {
            const auto end = text.find(delimiter_);
            auto item = BoxedBuilder::parse(text.substr(0, end));
            if (!item) return std::nullopt;
            list.push_back(std::move(*item));
            if (end == std::string_view::npos) return Value{std::move(list)};
            text.remove_prefix(end + 1);
        }
    }

private:
    char delimiter_;
};

} // namespace

std::unique_ptr<ColumnBuilder> make_column_builder(const HeaderColumn& column,
                                                   char list_delimiter) {
    if (column.is_list) {
        return std::make_unique<ListBuilder>(column.type, column.option, list_delimiter);
    }
    switch (column.type) {
    case ScalarType::String: return std::make_unique<StringBuilder>();
    case ScalarType::Byte:
    case ScalarType::Short:
    case ScalarType::Int:
    case ScalarType::Long: return std::make_unique<IntegerBuilder>(column.type);
    case ScalarType::Float: return std::make_unique<FloatBuilder>();
    case ScalarType::Boolean: return std::make_unique<BooleanBuilder>();
    case ScalarType::Character:
    case ScalarType::Date:
    case ScalarType::LocalTime:
    case ScalarType::ZonedTime:
    case ScalarType::LocalDateTime:
    case ScalarType::ZonedDateTime:
    case ScalarType::Duration:
    case ScalarType::Point:
    case ScalarType::Any: return std::make_unique<BoxedBuilder>(column.type, column.option);
    }
    return nullptr;
}

} // namespace lintas::loaders
