#include "graph/lmdb/dictionary.h"

#include <xxhash.h>

#include <algorithm>
#include <functional>

namespace lintas::lmdb {

namespace {

constexpr std::size_t most_texts = 65'536;
constexpr std::size_t most_bytes = std::size_t{64} << 20;
constexpr std::size_t first_slots = 1024;

} // namespace

std::optional<std::uint32_t> DictionaryBuilder::add(std::string_view text) {
    if (slots_.size() < 2 * (texts_.size() + 1)) grow();
    const auto hash = XXH3_64bits(text.data(), text.size());
    const auto slot = slot_of(text, hash);
    if (slots_[slot] != no_code) return slots_[slot];
    if (texts_.size() == most_texts || text_bytes_ + text.size() > most_bytes) return std::nullopt;
    slots_[slot] = static_cast<std::uint32_t>(texts_.size());
    texts_.emplace_back(text);
    hashes_.push_back(hash);
    text_bytes_ += text.size();
    return slots_[slot];
}

// The slot that holds the text, or the empty one where it belongs.
std::size_t DictionaryBuilder::slot_of(std::string_view text, std::uint64_t hash) const {
    const auto mask = slots_.size() - 1;
    auto slot = hash & mask;
    while (slots_[slot] != no_code &&
           (hashes_[slots_[slot]] != hash || texts_[slots_[slot]] != text))
        slot = (slot + 1) & mask;
    return slot;
}

void DictionaryBuilder::grow() {
    slots_.assign(std::max(first_slots, slots_.size() * 2), no_code);
    const auto mask = slots_.size() - 1;
    for (std::size_t code = 0; code < texts_.size(); ++code) {
        auto slot = hashes_[code] & mask;
        while (slots_[slot] != no_code) slot = (slot + 1) & mask;
        slots_[slot] = static_cast<std::uint32_t>(code);
    }
}

void DictionaryBuilder::shrink(std::size_t size) {
    // Newest first: nothing was pushed further along its chain by what came after it.
    while (texts_.size() > size) {
        slots_[slot_of(texts_.back(), hashes_.back())] = no_code;
        text_bytes_ -= texts_.back().size();
        texts_.pop_back();
        hashes_.pop_back();
    }
}

SealedSegment DictionaryBuilder::seal(const SegmentKey& key) const {
    auto writer = segment_writer();
    std::uint32_t end = 0;
    writer.put(end);
    for (const auto& text : texts_) writer.put(end += static_cast<std::uint32_t>(text.size()));
    for (const auto& text : texts_) writer.put_text(text);
    SegmentHeader header;
    header.rows = header.items = static_cast<std::uint32_t>(texts_.size());
    return lmdb::seal(key, header, std::move(writer));
}

std::optional<DictionaryView> DictionaryView::read(const StoredSegment& segment) {
    DictionaryView view;
    view.bytes_ = AlignedBytes{segment.bytes};
    view.size_ = header_of(view.bytes_).items;
    if (view.size_ > most_texts) return std::nullopt;
    ByteReader reader{payload_of(view.bytes_)};
    view.offsets_ = reader.view<std::uint32_t>(view.size_ + std::size_t{1});
    if (!view.offsets_ || view.offsets_[0] != 0) return std::nullopt;
    if (!std::is_sorted(view.offsets_, view.offsets_ + view.size_ + 1)) return std::nullopt;
    view.texts_ = reader.view<char>(view.offsets_[view.size_]);
    if (!view.texts_) return std::nullopt;
    return view;
}

} // namespace lintas::lmdb
