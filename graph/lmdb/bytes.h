// Plain numbers in byte buffers, for everything that is stored.
//
// Invariant: stored numbers are little-endian (keys are not: see segment_key.h), and a ByteReader
// never reads past its bytes, whatever they hold.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace lintas::lmdb {

static_assert(std::endian::native == std::endian::little, "stored numbers are read in place");

using Bytes = std::vector<std::byte>;
using ByteView = std::span<const std::byte>;

inline ByteView bytes_of(std::string_view text) {
    return std::as_bytes(std::span{text.data(), text.size()});
}
inline std::string_view text_of(ByteView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

class ByteWriter {
public:
    // Leaves `room` zero bytes in front, for a header that is known later.
    explicit ByteWriter(std::size_t room = 0) : bytes_(room) {}

    template <typename T> void put(const T& value) { put_all(std::span<const T>{&value, 1}); }
    template <typename T> void put_all(std::span<const T> values) {
        static_assert(std::is_trivially_copyable_v<T>);
        if (values.empty()) return;
        const auto at = bytes_.size();
        bytes_.resize(at + values.size_bytes());
        std::memcpy(bytes_.data() + at, values.data(), values.size_bytes());
    }
    void put_text(std::string_view text) { put_all(bytes_of(text)); }
    // Fills up with zeros to a multiple of `boundary`.
    void align(std::size_t boundary) {
        bytes_.resize((bytes_.size() + boundary - 1) / boundary * boundary);
    }

    std::size_t size() const { return bytes_.size(); }
    Bytes take() { return std::move(bytes_); }

private:
    Bytes bytes_;
};

class ByteReader {
public:
    explicit ByteReader(ByteView bytes) : bytes_{bytes} {}

    template <typename T> std::optional<T> get() {
        static_assert(std::is_trivially_copyable_v<T>);
        const auto bytes = skip(sizeof(T));
        if (bytes.size() != sizeof(T)) return std::nullopt;
        T value;
        std::memcpy(&value, bytes.data(), sizeof(T));
        return value;
    }
    // The next `count` values in place; nullptr if there are not as many.
    // REQUIRES: they lie aligned, as in AlignedBytes after align().
    template <typename T> const T* view(std::size_t count) {
        static_assert(std::is_trivially_copyable_v<T>);
        if (count > left() / sizeof(T)) return fail(), nullptr;
        return reinterpret_cast<const T*>(skip(count * sizeof(T)).data());
    }
    // The next `count` bytes; fewer only if there are not as many, and then ok() is false.
    ByteView skip(std::size_t count) {
        if (count > left()) return fail(), ByteView{};
        const auto skipped = bytes_.subspan(at_, count);
        at_ += count;
        return skipped;
    }
    void align(std::size_t boundary) { skip((boundary - at_ % boundary) % boundary); }

    std::size_t left() const { return bytes_.size() - at_; }
    ByteView rest() const { return bytes_.subspan(at_); }
    bool ok() const { return ok_; }

private:
    void fail() {
        ok_ = false;
        at_ = bytes_.size();
    }

    ByteView bytes_;
    std::size_t at_ = 0;
    bool ok_ = true;
};

// Bytes at an address that is a multiple of eight: in place where they lie so, else a copy. LMDB
// aligns values on pages of their own to 16 bytes, and those within a leaf page to 2.
class AlignedBytes {
public:
    AlignedBytes() = default;
    explicit AlignedBytes(ByteView bytes) : bytes_{bytes} {
        if (std::bit_cast<std::uintptr_t>(bytes.data()) % alignof(std::uint64_t) == 0) return;
        copy_ = std::make_unique<std::uint64_t[]>(bytes.size() / sizeof(std::uint64_t) + 1);
        std::memcpy(copy_.get(), bytes.data(), bytes.size());
        bytes_ = std::as_bytes(std::span{copy_.get(), bytes.size() / sizeof(std::uint64_t) + 1})
                     .first(bytes.size());
    }

    ByteView view() const { return bytes_; }

private:
    ByteView bytes_;
    std::unique_ptr<std::uint64_t[]> copy_;
};

} // namespace lintas::lmdb
