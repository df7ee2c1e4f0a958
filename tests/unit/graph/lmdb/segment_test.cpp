#include "graph/lmdb/segment.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lintas::lmdb;

TEST_CASE("Keys of segments come back, and their bytes are in their order", "[lmdb][segments]") {
    const SegmentKey keys[] = {
        {SegmentKind::Adjacency, 0, 0, 0, 0},
        {SegmentKind::Adjacency, 0, 0, 0, 258},
        {SegmentKind::Adjacency, 0, 0, 256, 1},
        {SegmentKind::Adjacency, 0, 70'000, 2, 0},
        {SegmentKind::Adjacency, 1, 0, 0, 0},
        {SegmentKind::Dictionary, 1, 3, 0, 4'000'000'000},
        {SegmentKind::NodeProperty, 0, 4'000'000'000, 65'535, 0},
        {SegmentKind::RelationshipProperty, 0, 1, 1, 0},
    };
    CHECK(std::ranges::is_sorted(keys));
    CHECK(std::ranges::is_sorted(keys, {}, [](const SegmentKey& key) { return to_bytes(key); }));
    for (const auto& key : keys) CHECK(to_segment_key(to_bytes(key)) == key);
    CHECK_FALSE(to_segment_key(bytes_of("Q123456789ab")));
    CHECK_FALSE(to_segment_key(bytes_of("P12345")));
    CHECK(to_text(keys[5]) == "D/1/3/0/4000000000");
}

TEST_CASE("A sealed segment passes until a byte of it changes", "[lmdb][segments]") {
    const SegmentKey key{SegmentKind::NodeProperty, 0, 1, 2, 0};
    auto writer = segment_writer();
    for (std::uint32_t number = 0; number < 20'000; ++number) writer.put(number);
    const auto sealed = seal(key, {.rows = 7}, std::move(writer));
    CHECK(is_intact({key, sealed.bytes}));
    const AlignedBytes bytes{sealed.bytes};
    CHECK(header_of(bytes).rows == 7);
    CHECK(ByteReader{payload_of(bytes)}.view<std::uint32_t>(20'000)[19'999] == 19'999);
    for (const std::size_t at : {std::size_t{0}, std::size_t{44}, std::size_t{48},
                                 sealed.bytes.size() / 2, sealed.bytes.size() - 1}) {
        auto changed = sealed.bytes;
        changed[at] ^= std::byte{1};
        CHECK_FALSE(is_intact({key, changed}));
    }
    CHECK_FALSE(is_intact({key, ByteView{sealed.bytes}.first(47)}));
}

TEST_CASE("Sizes fall into eight classes of pages a doubling", "[lmdb][segments]") {
    const auto pages = [](std::size_t size) { return (padded_size(size) + 16 + 4095) / 4096; };
    CHECK(padded_size(100) == 100);
    CHECK(padded_size(2018) == 2018);
    CHECK(pages(2019) == 1);
    CHECK(pages(4080) == 1);
    CHECK(pages(4081) == 2);
    CHECK(padded_size(16 * 4096 - 16) == 16 * 4096 - 16);
    CHECK(padded_size(16 * 4096 - 15) == 18 * 4096 - 16);
    CHECK(pages(33 * 4096 - 16) == 36);
    CHECK(pages(1000 * 4096 - 16) == 1024);
    for (std::size_t size = 1; size < 3'000'000; size += 37) {
        const auto padded = padded_size(size);
        CHECK((padded >= size && padded <= size + size / 8 + 4096));
        CHECK((size < 70'000 || padded_size(padded) == padded));
    }
}
