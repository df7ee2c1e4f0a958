// Compressed files for tests: gzip through zlib; zip and zstd by hand, with the data stored as they
// are, which every reader has to take.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lintas::testing {

inline std::string gzip(std::string_view bytes) {
    constexpr int gzip_wrapper = 15 + 16;
    constexpr int memory = 8;
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, gzip_wrapper, memory, Z_DEFAULT_STRATEGY) !=
        Z_OK) {
        throw std::runtime_error{"zlib cannot be set up"};
    }
    std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

inline void append_little_endian(std::string& to, std::uint64_t number, int bytes) {
    for (int i = 0; i < bytes; ++i) {
        to += static_cast<char>(number & 0xff);
        number >>= 8;
    }
}

// What the local header and the table of contents say alike (APPNOTE.TXT 4.3.7, 4.3.12).
inline std::string zip_entry_facts(const std::string& name, std::string_view bytes) {
    std::string facts;
    append_little_endian(facts, 20, 2);         // version needed
    append_little_endian(facts, 0, 2);          // flags
    append_little_endian(facts, 0, 2);          // stored
    append_little_endian(facts, 0x00210000, 4); // 1980-01-01
    append_little_endian(
        facts,
        crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())), 4);
    append_little_endian(facts, bytes.size(), 4);
    append_little_endian(facts, bytes.size(), 4);
    append_little_endian(facts, name.size(), 2);
    append_little_endian(facts, 0, 2); // extra
    return facts;
}

inline std::string zip(const std::vector<std::pair<std::string, std::string>>& files) {
    std::string archive;
    std::string contents;
    for (const auto& [name, bytes] : files) {
        const auto offset = archive.size();
        const auto facts = zip_entry_facts(name, bytes);
        archive += "PK\x03\x04" + facts + name + bytes;
        contents += "PK\x01\x02";
        append_little_endian(contents, 20, 2); // made by
        contents += facts;
        append_little_endian(contents, 0, 10); // comment, disk, attributes: none
        append_little_endian(contents, offset, 4);
        contents += name;
    }
    const auto at = archive.size();
    archive += contents + "PK\x05\x06";
    append_little_endian(archive, 0, 4); // disks
    append_little_endian(archive, files.size(), 2);
    append_little_endian(archive, files.size(), 2);
    append_little_endian(archive, contents.size(), 4);
    append_little_endian(archive, at, 4);
    append_little_endian(archive, 0, 2); // comment
    return archive;
}

// One frame with one raw block (RFC 8878, 3.1.1). REQUIRES: at most 255 bytes.
inline std::string zstd(std::string_view bytes) {
    std::string frame = "\x28\xb5\x2f\xfd\x20";
    append_little_endian(frame, bytes.size(), 1);
    append_little_endian(frame, bytes.size() << 3 | 1, 3);
    frame += bytes;
    return frame;
}

} // namespace lintas::testing
