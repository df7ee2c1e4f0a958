#include "graph/lmdb/encode_column.h"

#include "graph/lmdb/column_view.h"
#include "graph/lmdb/decimal.h"
#include "graph/lmdb/text_prefix.h"
#include "graph/lmdb/value_bytes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace lintas::lmdb {

namespace {

// A column under one row in eight filled is sparse.
constexpr std::size_t sparse_below = 8;
// Strings worth a dictionary show it early: most of the first ones would repeat.
constexpr std::size_t dictionary_sample = 1024;

class ColumnEncoder {
public:
    ColumnEncoder(const SegmentKey& key, const ColumnBuilder& column, std::uint32_t rows,
                  DictionaryBuilder* dictionary)
        : key_{key}, column_{column}, rows_{rows}, dictionary_{dictionary} {
        const auto filled = column.rows().size();
        if (filled * sparse_below < rows) header_.flags |= flag_sparse;
        is_gapless_ = is_sparse() || filled == rows;
        header_.rows = rows;
        header_.items = is_sparse() ? static_cast<std::uint32_t>(filled) : rows;
        header_.nulls = static_cast<std::uint32_t>(rows - filled);
    }

    SealedSegment run() {
        if (is_sparse()) {
            writer_.put_all(std::span{column_.rows()});
            writer_.align(8);
        }
        std::visit([this](const auto& values) { encode(values); }, column_.values());
        writer_.align(8);
        if (!is_gapless_) write_nulls();
        return seal(key_, header_, std::move(writer_));
    }

private:
    bool is_sparse() const { return (header_.flags & flag_sparse) != 0; }

    void encode(std::monostate) {}
    void encode(const Booleans& values);
    void encode(const TaggedIntegers& values);
    void encode(const Floats& values);
    void encode(const Texts& values);
    void encode(const Boxed& values);

    void begin(Encoding encoding, ValueType type) {
        header_.encoding = static_cast<std::uint8_t>(encoding);
        header_.type = static_cast<std::uint8_t>(type);
    }
    void write_constant(const Value& value) {
        begin(Encoding::Constant, value.type());
        encode_value(value, writer_);
    }
    void set_zone(std::uint64_t minimum, std::uint64_t maximum) {
        header_.flags |= flag_zone;
        header_.zone_minimum = minimum;
        header_.zone_maximum = maximum;
    }
    void set_zone(const Floats& values);
    void set_zone(const Texts& values);

    // One value an item: the given ones in their rows, zero in rows without a value.
    template <typename T> void write_items(std::span<const T> values) {
        if (is_gapless_) return writer_.put_all(values);
        std::vector<T> items(rows_);
        for (std::size_t at = 0; at < values.size(); ++at) items[column_.rows()[at]] = values[at];
        writer_.put_all(std::span<const T>{items});
    }
    template <typename T>
    void write_distances(std::span<const std::int64_t> numbers, std::int64_t base,
                         std::uint32_t scale) {
        writer_.put(NumberPrelude{base, sizeof(T), scale});
        std::vector<T> distances(numbers.size());
        std::ranges::transform(numbers, distances.begin(), [base](std::int64_t number) {
            return static_cast<T>(static_cast<std::uint64_t>(number) -
                                  static_cast<std::uint64_t>(base));
        });
        write_items(std::span<const T>{distances});
    }
    bool write_small(std::span<const std::int64_t> numbers, std::int64_t minimum,
                     std::int64_t maximum, std::uint32_t scale);
    bool write_decimals(const Floats& values);
    bool write_codes(const Texts& values);
    bool is_worth_a_dictionary(const Texts& values);
    void write_texts(const Texts& values);
    void write_nulls();

    SegmentKey key_;
    const ColumnBuilder& column_;
    std::uint32_t rows_;
    DictionaryBuilder* dictionary_;
    bool is_gapless_ = true; // every item has a value
    SegmentHeader header_;
    ByteWriter writer_ = segment_writer();
};

void ColumnEncoder::encode(const Booleans& values) {
    if (std::ranges::adjacent_find(values, std::not_equal_to{}) == values.end())
        return write_constant(values.front() != 0);
    begin(Encoding::Boolean, ValueType::Boolean);
    std::vector<std::uint64_t> words((header_.items + 63) / 64);
    for (std::size_t at = 0; at < values.size(); ++at) {
        const std::size_t item = is_gapless_ ? at : column_.rows()[at];
        words[item / 64] |= std::uint64_t{values[at]} << item % 64;
    }
    writer_.put_all(std::span<const std::uint64_t>{words});
}

void ColumnEncoder::encode(const TaggedIntegers& values) {
    const auto [minimum, maximum] = std::ranges::minmax(values.numbers);
    set_zone(std::bit_cast<std::uint64_t>(minimum), std::bit_cast<std::uint64_t>(maximum));
    if (minimum == maximum) return write_constant(number_value(values.type, minimum));
    begin(Encoding::Integer, values.type);
    if (write_small(values.numbers, minimum, maximum, 0)) return;
    begin(Encoding::Integer64, values.type);
    write_items(std::span{values.numbers});
}

// False, with nothing written, if the distances need more than four bytes.
bool ColumnEncoder::write_small(std::span<const std::int64_t> numbers, std::int64_t minimum,
                                std::int64_t maximum, std::uint32_t scale) {
    const auto range = static_cast<std::uint64_t>(maximum) - static_cast<std::uint64_t>(minimum);
    if (range > std::numeric_limits<std::uint32_t>::max()) return false;
    if (range <= std::numeric_limits<std::uint8_t>::max())
        write_distances<std::uint8_t>(numbers, minimum, scale);
    else if (range <= std::numeric_limits<std::uint16_t>::max())
        write_distances<std::uint16_t>(numbers, minimum, scale);
    else
        write_distances<std::uint32_t>(numbers, minimum, scale);
    return true;
}

void ColumnEncoder::encode(const Floats& values) {
    set_zone(values);
    const auto same_bits = [first = std::bit_cast<std::uint64_t>(values.front())](double value) {
        return std::bit_cast<std::uint64_t>(value) == first;
    };
    if (std::ranges::all_of(values, same_bits)) return write_constant(values.front());
    if (write_decimals(values)) return;
    begin(Encoding::Float, ValueType::Float);
    write_items(std::span{values});
}

void ColumnEncoder::set_zone(const Floats& values) {
    if (std::ranges::any_of(values, [](double value) { return std::isnan(value); })) return;
    const auto [minimum, maximum] = std::ranges::minmax(values);
    set_zone(std::bit_cast<std::uint64_t>(minimum), std::bit_cast<std::uint64_t>(maximum));
}

bool ColumnEncoder::write_decimals(const Floats& values) {
    const auto decimals = to_decimals(values);
    if (!decimals) return false;
    const auto [minimum, maximum] = std::ranges::minmax(decimals->numbers);
    begin(Encoding::Decimal, ValueType::Float);
    return write_small(decimals->numbers, minimum, maximum, decimals->scale);
}

void ColumnEncoder::encode(const Texts& values) {
    set_zone(values);
    bool is_constant = true;
    for (std::size_t at = 1; at < values.size() && is_constant; ++at)
        is_constant = values[at] == values[0];
    if (is_constant) return write_constant(values[0]);
    if (dictionary_ && is_worth_a_dictionary(values) && write_codes(values)) return;
    begin(Encoding::String, ValueType::String);
    write_texts(values);
}

void ColumnEncoder::set_zone(const Texts& values) {
    auto minimum = text_prefix(values[0]);
    auto maximum = minimum;
    for (std::size_t at = 1; at < values.size(); ++at) {
        const auto number = text_prefix(values[at]);
        minimum = std::min(minimum, number);
        maximum = std::max(maximum, number);
    }
    set_zone(minimum, maximum);
}

bool ColumnEncoder::is_worth_a_dictionary(const Texts& values) {
    if (values.size() <= dictionary_sample) return true;
    const auto before = dictionary_->size();
    bool has_room = true;
    for (std::size_t at = 0; at < dictionary_sample && has_room; ++at)
        has_room = dictionary_->add(values[at]).has_value();
    const auto added = dictionary_->size() - before;
    dictionary_->shrink(before);
    return has_room && added <= dictionary_sample * 3 / 4;
}

// False, with nothing written or added, if the strings themselves take hardly more.
bool ColumnEncoder::write_codes(const Texts& values) {
    const auto size_before = dictionary_->size();
    const auto bytes_before = dictionary_->text_bytes();
    std::vector<std::uint16_t> codes(values.size());
    std::uint32_t largest = 0;
    for (std::size_t at = 0; at < values.size(); ++at) {
        const auto code = dictionary_->add(values[at]);
        if (!code) return dictionary_->shrink(size_before), false;
        codes[at] = static_cast<std::uint16_t>(*code);
        largest = std::max(largest, *code);
    }
    const std::size_t width = largest <= std::numeric_limits<std::uint8_t>::max() ? 1 : 2;
    const auto added = dictionary_->size() - size_before;
    const auto with = header_.items * width + dictionary_->text_bytes() - bytes_before +
                      added * sizeof(std::uint32_t);
    const auto without = header_.items * sizeof(std::uint32_t) + values.bytes.size();
    if (with * 5 > without * 4) return dictionary_->shrink(size_before), false;
    begin(Encoding::Dictionary, ValueType::String);
    const std::vector<std::int64_t> numbers(codes.begin(), codes.end());
    if (width == 1)
        write_distances<std::uint8_t>(numbers, 0, 0);
    else
        write_distances<std::uint16_t>(numbers, 0, 0);
    return true;
}

void ColumnEncoder::write_texts(const Texts& values) {
    if (is_gapless_) {
        writer_.put_all(std::span{values.offsets});
    } else {
        std::vector<std::uint32_t> offsets(rows_ + std::size_t{1});
        for (std::size_t at = 0; at < values.size(); ++at)
            offsets[column_.rows()[at] + std::size_t{1}] =
                values.offsets[at + 1] - values.offsets[at];
        for (std::size_t row = 0; row < rows_; ++row) offsets[row + 1] += offsets[row];
        writer_.put_all(std::span<const std::uint32_t>{offsets});
    }
    writer_.put_text(values.bytes);
}

void ColumnEncoder::encode(const Boxed& values) {
    ByteWriter bytes;
    Texts texts;
    for (const auto& value : values) {
        encode_value(value, bytes);
        texts.offsets.push_back(static_cast<std::uint32_t>(bytes.size()));
    }
    const auto taken = bytes.take();
    texts.bytes.assign(text_of(taken));
    begin(Encoding::Variant, ValueType::Null);
    write_texts(texts);
}

void ColumnEncoder::write_nulls() {
    header_.flags |= flag_nulls;
    std::vector<std::uint64_t> words((rows_ + std::size_t{63}) / 64);
    for (std::size_t row = 0; row < rows_; ++row) words[row / 64] |= std::uint64_t{1} << row % 64;
    for (const auto row : column_.rows()) words[row / 64] &= ~(std::uint64_t{1} << row % 64);
    writer_.put_all(std::span<const std::uint64_t>{words});
}

} // namespace

std::optional<SealedSegment> encode_column(const SegmentKey& key, const ColumnBuilder& column,
                                           std::uint32_t rows, DictionaryBuilder* dictionary) {
    if (column.rows().empty()) return std::nullopt;
    return ColumnEncoder{key, column, rows, dictionary}.run();
}

} // namespace lintas::lmdb
