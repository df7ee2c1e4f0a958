#include "graph/lmdb/log_format.h"

#include "graph/expect.h"
#include "graph/lmdb/checksum.h"
#include "graph/lmdb/damage.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::lmdb {

namespace {

constexpr std::string_view log_magic = "LINTAS log 1";
constexpr std::size_t magic_size = 16;
constexpr std::size_t uuid_size = 36;
constexpr std::uint32_t frame_magic = 0x474F4C4C; // "LLOG"
constexpr std::size_t alignment = 8;

struct FrameHeader {
    std::uint64_t checksum = 0; // of all that follows in the frame, seeded by the uuid
    std::uint32_t magic = frame_magic;
    std::uint32_t commits = 0;
    std::uint64_t first_lsn = 0;
    std::uint64_t size = 0; // of the records, with their sizes and padding
};
static_assert(sizeof(FrameHeader) == frame_header_size);

// The whole frame at a place; nullopt if there is none.
std::optional<FrameHeader> find_frame(ByteView bytes, std::size_t at, std::string_view uuid) {
    const auto header = ByteReader{bytes.subspan(at)}.get<FrameHeader>();
    if (!header || header->magic != frame_magic) return std::nullopt;
    const auto left = bytes.size() - at - frame_header_size;
    if (header->size > left || header->size % alignment != 0) return std::nullopt;
    const auto covered = bytes.subspan(at + sizeof header->checksum,
                                       frame_header_size - sizeof header->checksum + header->size);
    if (checksum(bytes_of(uuid), covered) != header->checksum) return std::nullopt;
    return header;
}

bool is_followed_by_frame(ByteView bytes, std::size_t at, const LogContent& content,
                          std::uint64_t expected) {
    for (at += alignment; at + frame_header_size <= bytes.size(); at += alignment) {
        const auto frame = find_frame(bytes, at, content.header.uuid);
        if (frame && frame->first_lsn > expected) return true;
    }
    return false;
}

// False for records that are not as many and as long as the frame says.
bool add_commits(const FrameHeader& frame, ByteView records, std::vector<Commit>& commits) {
    ByteReader reader{records};
    for (std::uint32_t at = 0; at < frame.commits; ++at) {
        const auto size = reader.get<std::uint32_t>();
        if (!size) return false;
        commits.push_back({frame.first_lsn + at, reader.skip(*size)});
    }
    return reader.ok() && reader.left() < alignment;
}

} // namespace

Bytes encode_log_header(const LogHeader& header) {
    expect(header.uuid.size() == uuid_size, "a store's uuid has 36 characters");
    ByteWriter writer;
    writer.put_text(log_magic);
    writer.align(magic_size);
    writer.put_text(header.uuid);
    writer.align(alignment);
    writer.put(header.first_lsn);
    auto bytes = writer.take();
    const auto sum = checksum({}, bytes);
    ByteWriter sealed;
    sealed.put_all(ByteView{bytes});
    sealed.put(sum);
    sealed.align(log_header_size);
    return sealed.take();
}

std::optional<LogHeader> decode_log_header(ByteView bytes) {
    if (bytes.size() < log_header_size) return std::nullopt;
    ByteReader reader{bytes};
    if (text_of(reader.skip(magic_size).first(log_magic.size())) != log_magic) return std::nullopt;
    LogHeader header;
    header.uuid = text_of(reader.skip(uuid_size));
    reader.align(alignment);
    header.first_lsn = reader.get<std::uint64_t>().value_or(0);
    const auto covered = bytes.first(bytes.size() - reader.left());
    if (reader.get<std::uint64_t>() != checksum({}, covered)) return std::nullopt;
    return header;
}

Bytes encode_frame(std::string_view uuid, std::uint64_t first_lsn,
                   const std::vector<Bytes>& records) {
    ByteWriter writer{frame_header_size};
    for (const auto& record : records) {
        writer.put(static_cast<std::uint32_t>(record.size()));
        writer.put_all(ByteView{record});
    }
    writer.align(alignment);
    auto bytes = writer.take();
    FrameHeader header;
    header.commits = static_cast<std::uint32_t>(records.size());
    header.first_lsn = first_lsn;
    header.size = bytes.size() - frame_header_size;
    std::memcpy(bytes.data(), &header, sizeof header);
    header.checksum = checksum(bytes_of(uuid), ByteView{bytes}.subspan(sizeof header.checksum));
    std::memcpy(bytes.data(), &header, sizeof header);
    return bytes;
}

std::optional<LogContent> read_log(ByteView bytes) {
    const auto header = decode_log_header(bytes);
    if (!header) return std::nullopt;
    LogContent content;
    content.header = *header;
    auto expected = header->first_lsn;
    auto at = log_header_size;
    while (at + frame_header_size <= bytes.size()) {
        const auto frame = find_frame(bytes, at, header->uuid);
        if (!frame || frame->first_lsn != expected) break;
        const auto records = bytes.subspan(at + frame_header_size, frame->size);
        if (!add_commits(*frame, records, content.commits))
            throw_damaged(fmt::format("commit {} of the log is not as it was written", expected));
        expected += frame->commits;
        at += frame_header_size + frame->size;
    }
    content.end = at;
    if (is_followed_by_frame(bytes, at, content, expected))
        throw_damaged(fmt::format("commit {} of the log is not as it was written", expected));
    return content;
}

} // namespace lintas::lmdb
