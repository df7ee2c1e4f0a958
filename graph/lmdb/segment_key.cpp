#include "graph/lmdb/segment_key.h"

#include <fmt/format.h>

namespace lintas::lmdb {

namespace {

template <typename T> std::byte* put_big_endian(std::byte* to, T number) {
    for (std::size_t at = sizeof(T); at-- > 0;)
        *to++ = static_cast<std::byte>((number >> (8 * at)) & 0xff);
    return to;
}

template <typename T> T big_endian(const std::byte* from) {
    T number = 0;
    for (std::size_t at = 0; at < sizeof(T); ++at)
        number = static_cast<T>((number << (sizeof(T) > 1 ? 8 : 0)) | std::to_integer<T>(from[at]));
    return number;
}

bool is_kind(std::uint8_t byte) {
    switch (static_cast<SegmentKind>(byte)) {
    case SegmentKind::Adjacency:
    case SegmentKind::Dictionary:
    case SegmentKind::Ends:
    case SegmentKind::Groups:
    case SegmentKind::LabelSets:
    case SegmentKind::NodeProperty:
    case SegmentKind::RelationshipProperty: return true;
    }
    return false;
}

} // namespace

SegmentKeyBytes to_bytes(const SegmentKey& key) {
    SegmentKeyBytes bytes;
    auto* to = bytes.data();
    *to++ = static_cast<std::byte>(key.kind);
    *to++ = static_cast<std::byte>(key.sub);
    to = put_big_endian(to, key.id);
    to = put_big_endian(to, key.group);
    put_big_endian(to, key.part);
    return bytes;
}

std::optional<SegmentKey> to_segment_key(ByteView bytes) {
    if (bytes.size() != sizeof(SegmentKeyBytes)) return std::nullopt;
    const auto kind = std::to_integer<std::uint8_t>(bytes[0]);
    const auto sub = std::to_integer<std::uint8_t>(bytes[1]);
    if (!is_kind(kind) || sub > 1) return std::nullopt;
    return SegmentKey{static_cast<SegmentKind>(kind), sub, big_endian<std::uint32_t>(&bytes[2]),
                      big_endian<std::uint16_t>(&bytes[6]), big_endian<std::uint32_t>(&bytes[8])};
}

std::string to_text(const SegmentKey& key) {
    return fmt::format("{}/{}/{}/{}/{}", static_cast<char>(key.kind), key.sub, key.id, key.group,
                       key.part);
}

} // namespace lintas::lmdb
