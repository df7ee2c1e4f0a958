// Dictionary: the different strings of a property, each with a code, so that a column of few
// different strings is a column of small numbers.
//
// Invariant: codes run from 0 without gaps, at most 65,536 of them, in the order in which the
// strings were added; a string has one code.
#pragma once

#include "graph/lmdb/bytes.h"
#include "graph/lmdb/segment.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::lmdb {

class DictionaryBuilder {
public:
    // The string's code, given to it now if it is new; nullopt if it is new and the dictionary is
    // full.
    std::optional<std::uint32_t> add(std::string_view text);
    // Forgets the strings added since size() was `size`.
    void shrink(std::size_t size);

    std::size_t size() const { return texts_.size(); }
    // Of all strings together.
    std::size_t text_bytes() const { return text_bytes_; }

    SealedSegment seal(const SegmentKey& key) const;

private:
    static constexpr std::uint32_t no_code = ~std::uint32_t{0};

    std::size_t slot_of(std::string_view text, std::uint64_t hash) const;
    void grow();

    std::deque<std::string> texts_;
    std::vector<std::uint64_t> hashes_; // of the texts
    std::vector<std::uint32_t> slots_;  // open addressing, a power of two; no_code where empty
    std::size_t text_bytes_ = 0;
};

// A stored dictionary. The strings lie in the segment.
class DictionaryView {
public:
    // nullopt if the payload is not that of a dictionary.
    static std::optional<DictionaryView> read(const StoredSegment& segment);

    std::uint32_t size() const { return size_; }
    // REQUIRES: code < size().
    std::string_view text(std::uint32_t code) const {
        return {texts_ + offsets_[code], offsets_[code + 1] - offsets_[code]};
    }

private:
    AlignedBytes bytes_;
    std::uint32_t size_ = 0;
    const std::uint32_t* offsets_ = nullptr;
    const char* texts_ = nullptr;
};

} // namespace lintas::lmdb
