#include "graph/lmdb/column_view.h"

#include "graph/lmdb/damage.h"
#include "graph/lmdb/value_bytes.h"

#include <algorithm>
#include <array>

namespace lintas::lmdb {

namespace {

constexpr std::size_t word_bits = 64;

// Reads a payload into a view, part by part. False: it is not what the header promises.
class Parse {
public:
    Parse(ColumnView& view, const SegmentHeader& header)
        : view_{view}, header_{header}, reader_{payload_of(view.bytes)} {}

    bool all(const DictionaryView* dictionary) {
        return counts() && sparse_rows() && values(dictionary) && nulls();
    }

private:
    bool counts() {
        view_.encoding = static_cast<Encoding>(header_.encoding);
        view_.type = static_cast<ValueType>(header_.type);
        view_.rows = header_.rows;
        view_.items = header_.items;
        return view_.rows <= group_rows && view_.items <= view_.rows;
    }
    bool sparse_rows() {
        if (!(header_.flags & flag_sparse)) return view_.items == view_.rows;
        view_.sparse_rows = reader_.view<std::uint16_t>(view_.items);
        reader_.align(8);
        return reader_.ok();
    }
    bool values(const DictionaryView* dictionary) {
        switch (view_.encoding) {
        case Encoding::Constant: return constant();
        case Encoding::Boolean: return view_.type == ValueType::Boolean && plain(8, words());
        case Encoding::Integer: return is_integral() && small_numbers() && view_.divisor == 1;
        case Encoding::Integer64: return is_integral() && plain(8, view_.items);
        case Encoding::Float: return view_.type == ValueType::Float && plain(8, view_.items);
        case Encoding::Decimal: return view_.type == ValueType::Float && small_numbers();
        case Encoding::Dictionary:
            view_.dictionary = dictionary;
            return dictionary && view_.type == ValueType::String && small_numbers();
        case Encoding::String: return view_.type == ValueType::String && texts();
        case Encoding::Variant: return view_.type == ValueType::Null && texts();
        }
        return false;
    }
    bool nulls() {
        if (!(header_.flags & flag_nulls)) return true;
        view_.nulls = reader_.view<std::uint64_t>(words());
        return reader_.ok();
    }

    bool is_integral() const {
        return view_.type == ValueType::Integer || view_.type == ValueType::Date ||
               view_.type == ValueType::LocalTime;
    }
    std::size_t words() const { return (view_.items + word_bits - 1) / word_bits; }
    bool plain(std::size_t width, std::size_t count) {
        view_.width = static_cast<std::uint32_t>(width);
        view_.numbers = reader_.view<std::byte>(width * count);
        reader_.align(8);
        return reader_.ok();
    }
    bool small_numbers() {
        const auto prelude = reader_.get<NumberPrelude>();
        if (!prelude || prelude->scale > largest_scale) return false;
        if (prelude->width != 1 && prelude->width != 2 && prelude->width != 4) return false;
        view_.base = prelude->base;
        view_.divisor = power_of_ten(prelude->scale);
        return plain(prelude->width, view_.items);
    }
    bool texts() {
        view_.offsets = reader_.view<std::uint32_t>(view_.items + std::size_t{1});
        if (!view_.offsets || view_.offsets[0] != 0) return false;
        if (!std::is_sorted(view_.offsets, view_.offsets + view_.items + 1)) return false;
        view_.texts = reader_.view<char>(view_.offsets[view_.items]);
        reader_.align(8);
        return reader_.ok();
    }
    bool constant() {
        auto value = decode_value(reader_);
        if (!value || !value->is(view_.type)) return false;
        view_.constant = std::move(*value);
        reader_.align(8);
        return reader_.ok();
    }

    ColumnView& view_;
    const SegmentHeader& header_;
    ByteReader reader_;
};

template <typename T> T at(const std::byte* numbers, std::uint32_t item) {
    return reinterpret_cast<const T*>(numbers)[item];
}

Value variant_value(const ColumnView& view, std::uint32_t item) {
    ByteReader reader{bytes_of(view.text(item))};
    auto value = decode_value(reader);
    if (!value) throw_damaged("a value of mixed type is cut short");
    return std::move(*value);
}

std::string_view dictionary_text(const ColumnView& view, std::uint32_t item) {
    const auto code = view.number(item);
    if (code >= view.dictionary->size()) throw_damaged("a code has no string in its dictionary");
    return view.dictionary->text(code);
}

} // namespace

double power_of_ten(std::uint32_t scale) {
    static constexpr std::array<double, largest_scale + 1> powers{1e0, 1e1, 1e2, 1e3, 1e4,
                                                                  1e5, 1e6, 1e7, 1e8, 1e9};
    return powers.at(scale);
}

std::optional<ColumnView> ColumnView::read(const StoredSegment& segment,
                                           const DictionaryView* dictionary) {
    ColumnView view;
    view.bytes = AlignedBytes{segment.bytes};
    if (!Parse{view, header_of(view.bytes)}.all(dictionary)) return std::nullopt;
    return view;
}

std::optional<std::uint32_t> ColumnView::find_item(std::uint32_t row) const {
    if (row >= rows) return std::nullopt;
    auto item = row;
    if (sparse_rows) {
        const auto* end = sparse_rows + items;
        const auto* found = std::lower_bound(sparse_rows, end, row);
        if (found == end || *found != row) return std::nullopt;
        item = static_cast<std::uint32_t>(found - sparse_rows);
    }
    return is_null(item) ? std::nullopt : std::optional{item};
}

std::uint32_t ColumnView::number(std::uint32_t item) const {
    if (width == 1) return at<std::uint8_t>(numbers, item);
    if (width == 2) return at<std::uint16_t>(numbers, item);
    return at<std::uint32_t>(numbers, item);
}

Value ColumnView::value(std::uint32_t item) const {
    switch (encoding) {
    case Encoding::Constant: return constant;
    case Encoding::Boolean: return (at<std::uint64_t>(numbers, item / 64) >> item % 64 & 1) != 0;
    case Encoding::Integer: return number_value(type, add_distance(base, number(item)));
    case Encoding::Integer64: return number_value(type, at<std::int64_t>(numbers, item));
    case Encoding::Float: return at<double>(numbers, item);
    case Encoding::Decimal: return static_cast<double>(add_distance(base, number(item))) / divisor;
    case Encoding::Dictionary: return dictionary_text(*this, item);
    case Encoding::String: return text(item);
    case Encoding::Variant: return variant_value(*this, item);
    }
    return {};
}

} // namespace lintas::lmdb
