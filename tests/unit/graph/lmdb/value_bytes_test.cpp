#include "graph/lmdb/value_bytes.h"

#include "graph/error.h"
#include "graph/zones.h"

#include <catch2/catch.hpp>

#include "random_seed.h"
#include "random_value.h"

using namespace lintas;
using namespace lintas::lmdb;

namespace {

Bytes bytes_of_value(const Value& value) {
    ByteWriter writer;
    encode_value(value, writer);
    return writer.take();
}

Value nested(int depth) {
    Value value = 1;
    for (int level = 0; level < depth; ++level) value = Value{List{value}};
    return value;
}

} // namespace

TEST_CASE("Values come back from their bytes", "[lmdb][values]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    testing::RandomValues random{seed};
    for (int round = 0; round < 5'000; ++round) {
        const auto value = random.storable(3);
        const auto bytes = bytes_of_value(value);
        ByteReader reader{bytes};
        const auto back = decode_value(reader);
        REQUIRE(back);
        CHECK(reader.left() == 0);
        CHECK(back->type() == value.type());
        CHECK(bytes_of_value(*back) == bytes);
    }
}

TEST_CASE("A time zone is stored by its name", "[lmdb][values]") {
    const auto zone = find_zone("Asia/Vientiane").value();
    const auto bytes = bytes_of_value(ZonedDateTime{1'700'000'000, 5, 25'200, zone});
    ByteReader reader{bytes};
    CHECK(decode_value(reader)->as<ZonedDateTime>().zone == zone);
    CHECK(text_of(bytes).find("Asia/Vientiane") != std::string_view::npos);
}

TEST_CASE("Bytes that are cut short are no value", "[lmdb][values]") {
    testing::RandomValues random{7};
    for (int round = 0; round < 300; ++round) {
        const auto bytes = bytes_of_value(random.storable(2));
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            ByteReader reader{ByteView{bytes}.first(size)};
            CHECK_FALSE(decode_value(reader));
        }
    }
}

TEST_CASE("Random bytes are a value or none, never a crash", "[lmdb][values]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    testing::RandomValues random{seed};
    for (int round = 0; round < 20'000; ++round) {
        Bytes bytes(random.below(60));
        for (auto& byte : bytes) byte = static_cast<std::byte>(random.below(256));
        if (!bytes.empty() && random.below(2) == 0) bytes[0] = static_cast<std::byte>(5);
        ByteReader reader{bytes};
        decode_value(reader);
    }
    SUCCEED();
}

TEST_CASE("Lists may be nested a hundred deep and no deeper", "[lmdb][values]") {
    CHECK_NOTHROW(expect_storable(nested(100), "key"));
    CHECK_THROWS_WITH(expect_storable(nested(101), "key"), Catch::Contains("`key`"));
    const auto bytes = bytes_of_value(nested(100));
    ByteReader reader{bytes};
    CHECK(decode_value(reader));
    const auto deeper = bytes_of_value(nested(101));
    ByteReader deeper_reader{deeper};
    CHECK_FALSE(decode_value(deeper_reader));
}

TEST_CASE("Properties hold no maps and no entities", "[lmdb][values]") {
    CHECK_THROWS_AS(expect_storable(Map{}, "key"), Error);
    CHECK_THROWS_AS(expect_storable(Value{List{NodeId{1}}}, "key"), Error);
}
