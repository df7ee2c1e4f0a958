// Every encoding of a column gives back what went in.
#include "graph/lmdb/column_table.h"
#include "graph/lmdb/column_view.h"
#include "graph/lmdb/encode_column.h"
#include "graph/lmdb/gather.h"
#include "graph/lmdb/value_bytes.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <functional>
#include <limits>

#include "random_seed.h"
#include "random_value.h"

using namespace lintas;
using namespace lintas::lmdb;
using lintas::testing::RandomValues;

namespace {

constexpr SegmentKey key{SegmentKind::NodeProperty, 0, 3, 0, 0};

// A segment with the values (null: none), and what reads it.
struct Encoded {
    SealedSegment segment;
    std::optional<SealedSegment> dictionary;
    std::unique_ptr<StoredDictionary> stored_dictionary;
    ColumnTable table;

    explicit Encoded(const Boxed& values, bool with_dictionary = true) {
        ColumnBuilder column;
        column.append(Column{values}, 0, values.size(), 0, "key");
        DictionaryBuilder builder;
        segment = encode_column(key, column, static_cast<std::uint32_t>(values.size()),
                                with_dictionary ? &builder : nullptr)
                      .value();
        if (builder.size() > 0) {
            dictionary = builder.seal({SegmentKind::Dictionary, 0, 3});
            stored_dictionary = std::make_unique<StoredDictionary>(
                StoredSegment{dictionary->key, dictionary->bytes});
        }
        table.add(0, {segment.key, segment.bytes}, stored_dictionary.get());
    }

    const ColumnView& view() const { return *table.find(0); }
};

// The exact value: type, and the bits of a float.
bool same(const Value& left, const Value& right) {
    ByteWriter one;
    ByteWriter two;
    encode_value(left, one);
    encode_value(right, two);
    return one.take() == two.take();
}

void check_round_trip(const Boxed& values, const Encoded& encoded, RandomValues& random) {
    std::vector<NodeId> rows(values.size());
    for (auto& row : rows)
        row = NodeId{static_cast<std::uint32_t>(random.below(values.size() + 1))};
    const auto column = gather(encoded.table, rows);
    REQUIRE(column.size() == rows.size());
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const auto row = raw(rows[at]);
        const auto wanted = row < values.size() ? values[row] : Value{};
        if (!same(column.value(at), wanted) || column.is_null(at) != wanted.is_null())
            FAIL("Row " << row << " is " << to_text(column.value(at)) << ", not "
                        << to_text(wanted));
        const auto item = encoded.view().find_item(row);
        if (item.has_value() == wanted.is_null()) FAIL("Row " << row << " is null or not");
        if (item && !same(encoded.view().value(*item), wanted)) FAIL("Row " << row << ", boxed");
    }
}

// What values look like, and the encoding they should get.
struct Kind {
    const char* name;
    Encoding encoding;
    std::uint32_t width; // of small numbers; 0: of no interest
    Value (*value)(RandomValues& random);
};

constexpr Kind kinds[] = {
    {"booleans", Encoding::Boolean, 0,
     [](RandomValues& random) { return Value{random.below(2) == 0}; }},
    {"bytes", Encoding::Integer, 1,
     [](RandomValues& random) {
         return Value{static_cast<std::int64_t>(random.below(256)) - 100};
     }},
    {"two bytes", Encoding::Integer, 2,
     [](RandomValues& random) {
         return Value{std::numeric_limits<std::int64_t>::max() -
                      static_cast<std::int64_t>(random.below(60'000)) - 1};
     }},
    {"four bytes", Encoding::Integer, 4,
     [](RandomValues& random) {
         return Value{static_cast<std::int64_t>(random.below(4'000'000'000)) +
                      std::numeric_limits<std::int64_t>::min()};
     }},
    {"any integers", Encoding::Integer64, 0,
     [](RandomValues& random) {
         return Value{static_cast<std::int64_t>(random.below(~std::size_t{0}))};
     }},
    {"dates", Encoding::Integer, 2,
     [](RandomValues& random) {
         return Value{Date{static_cast<std::int64_t>(random.below(30'000)) - 10'000}};
     }},
    {"local times", Encoding::Integer64, 0,
     [](RandomValues& random) {
         return Value{LocalTime{static_cast<std::int64_t>(random.below(86'400'000'000'000))}};
     }},
    {"amounts", Encoding::Decimal, 4,
     [](RandomValues& random) {
         return Value{(static_cast<double>(random.below(30'000'000)) - 500) / 100};
     }},
    {"scores", Encoding::Decimal, 2,
     [](RandomValues& random) { return Value{static_cast<double>(random.below(1000)) / 1000}; }},
    {"floats", Encoding::Float, 0,
     [](RandomValues& random) {
         return Value{std::sqrt(static_cast<double>(random.below(1000)))};
     }},
    {"awkward floats", Encoding::Float, 0, [](RandomValues& random) { return random.floating(); }},
    {"few strings", Encoding::Dictionary, 1, [](RandomValues& random) { return random.text(); }},
    {"many strings", Encoding::Dictionary, 2,
     [](RandomValues& random) {
         return Value{"a longer string with number " + std::to_string(random.below(300))};
     }},
    {"different strings", Encoding::String, 0,
     [](RandomValues& random) { return Value{std::to_string(random.below(~std::size_t{0}))}; }},
    {"one string", Encoding::Constant, 0, [](RandomValues&) { return Value{"same"}; }},
    {"one date", Encoding::Constant, 0, [](RandomValues&) { return Value{Date{7}}; }},
    {"one NaN", Encoding::Constant, 0, [](RandomValues&) { return Value{std::nan("")}; }},
    {"anything", Encoding::Variant, 0, [](RandomValues& random) { return random.storable(3); }},
};

Boxed random_values(const Kind& kind, std::size_t rows, std::size_t filled_percent,
                    RandomValues& random) {
    Boxed values(rows);
    for (auto& value : values)
        if (random.below(1000) < 10 * filled_percent) value = kind.value(random);
    values.front() = kind.value(random);
    return values;
}

} // namespace

TEST_CASE("Columns of every kind come back as they were", "[lmdb][columns]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    RandomValues random{seed};
    for (const auto& kind : kinds)
        for (const std::size_t filled_percent : {100, 90, 50, 10, 1})
            for (const std::size_t rows : {1, 63, 64, 3000}) {
                CAPTURE(kind.name, filled_percent, rows);
                const auto values = random_values(kind, rows, filled_percent, random);
                check_round_trip(values, Encoded{values}, random);
                check_round_trip(values, Encoded{values, false}, random);
            }
}

TEST_CASE("Columns get the encoding that suits them", "[lmdb][columns]") {
    RandomValues random{1};
    for (const auto& kind : kinds)
        for (const std::size_t filled_percent : {100, 60, 5}) {
            CAPTURE(kind.name, filled_percent);
            const Encoded encoded{random_values(kind, 20'000, filled_percent, random)};
            CHECK(encoded.view().encoding == kind.encoding);
            if (kind.width > 0) CHECK(encoded.view().width == kind.width);
            CHECK((encoded.view().sparse_rows != nullptr) == (filled_percent == 5));
            CHECK((encoded.view().nulls != nullptr) == (filled_percent == 60));
        }
}

TEST_CASE("A whole group of rows fits into a column", "[lmdb][columns]") {
    RandomValues random{2};
    for (const auto& kind : kinds) {
        if (kind.encoding == Encoding::Constant || kind.width == 1) continue;
        CAPTURE(kind.name);
        const auto values = random_values(kind, group_rows, 95, random);
        check_round_trip(values, Encoded{values}, random);
    }
}

TEST_CASE("A column of different types is boxed from the first other one on", "[lmdb][columns]") {
    RandomValues random{3};
    const Boxed values{1,      2,       Value{}, 2.5,
                       "text", Date{3}, true,    Value{List{1, Value{}, Value{List{}}}}};
    const Encoded encoded{values};
    CHECK(encoded.view().encoding == Encoding::Variant);
    check_round_trip(values, encoded, random);
}

TEST_CASE("A segment that lies at an odd address is read all the same", "[lmdb][columns]") {
    RandomValues random{4};
    for (const auto& kind : kinds) {
        CAPTURE(kind.name);
        const auto values = random_values(kind, 100, 90, random);
        const Encoded encoded{values};
        Bytes shifted(2);
        shifted.insert(shifted.end(), encoded.segment.bytes.begin(), encoded.segment.bytes.end());
        ColumnTable table;
        table.add(0, {encoded.segment.key, ByteView{shifted}.subspan(2)},
                  encoded.stored_dictionary.get());
        const auto column = gather(table, std::vector{NodeId{0}, NodeId{99}});
        CHECK(same(column.value(0), values[0]));
        CHECK(same(column.value(1), values[99]));
    }
}

TEST_CASE("A segment under another key does not pass", "[lmdb][columns]") {
    const Encoded encoded{{1, 2, 3}};
    CHECK(is_intact({key, encoded.segment.bytes}));
    auto other = key;
    other.group = 1;
    CHECK_FALSE(is_intact({other, encoded.segment.bytes}));
}

TEST_CASE("Headers that lie about their payload give no column", "[lmdb][columns]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    RandomValues random{seed};
    for (const auto& kind : kinds) {
        CAPTURE(kind.name);
        const Encoded encoded{random_values(kind, 200, 70, random)};
        for (int round = 0; round < 300; ++round) {
            auto bytes = encoded.segment.bytes;
            for (int change = 0; change < 2; ++change)
                bytes[8 + random.below(80)] = static_cast<std::byte>(random.below(256));
            const auto* dictionary =
                encoded.stored_dictionary ? &encoded.stored_dictionary->view() : nullptr;
            // Whatever it gives, reading it stays within the bytes (the sanitizers watch).
            const auto view = ColumnView::read({key, bytes}, dictionary);
            for (std::uint32_t row = 0; view && row < 300; ++row)
                if (const auto item = view->find_item(row); item && *item < view->items)
                    CHECK_NOTHROW(view->encoding == Encoding::Variant ||
                                  view->encoding == Encoding::Dictionary ||
                                  !view->value(*item).is_null());
        }
    }
}

TEST_CASE("A property of two groups of one type stays typed, of two types is boxed",
          "[lmdb][columns]") {
    const auto encode = [](std::uint16_t group, const Boxed& values) {
        ColumnBuilder column;
        column.append(Column{values}, 0, values.size(), 0, "key");
        const SegmentKey place{SegmentKind::NodeProperty, 0, 3, group, 0};
        return encode_column(place, column, static_cast<std::uint32_t>(values.size()), nullptr)
            .value();
    };
    const auto small = encode(0, {1, 2, 3});
    const auto wide = encode(1, {std::int64_t{1} << 40, 5, 0});
    const auto text = encode(3, {"a", "b", "c"});
    ColumnTable table;
    for (const auto* segment : {&small, &wide, &text})
        table.add(segment->key.group, {segment->key, segment->bytes}, nullptr);
    const NodeId first{1};
    const NodeId second{group_rows};
    const NodeId absent{2 * group_rows};
    const NodeId third{3 * group_rows + 2};
    const auto typed = gather(table, std::vector{second, first, absent});
    REQUIRE(typed.get<Integers>());
    CHECK(typed.value(0).integer() == std::int64_t{1} << 40);
    CHECK(typed.value(1).integer() == 2);
    CHECK(typed.is_null(2));
    const auto boxed = gather(table, std::vector{third, first});
    REQUIRE(boxed.get<Boxed>());
    CHECK(boxed.value(0).string() == "c");
    CHECK(gather(table, std::vector{absent, absent}).get<Constant>());
    CHECK(gather(table, Nodes{}).size() == 0);
}
