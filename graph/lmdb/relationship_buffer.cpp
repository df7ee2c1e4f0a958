#include "graph/lmdb/relationship_buffer.h"

#include "graph/error.h"
#include "graph/expect.h"
#include "graph/lmdb/encode_column.h"

#include <algorithm>

namespace lintas::lmdb {

namespace {

constexpr std::size_t most_waiting_chunks = 8;
constexpr std::size_t most_relationships = std::size_t{1} << 32;

} // namespace

void NumberBlocks::append(std::span<const NodeId> numbers) {
    size_ += numbers.size();
    while (!numbers.empty()) {
        if (blocks_.empty() || blocks_.back().size() == block_size)
            blocks_.emplace_back().reserve(block_size);
        auto& block = blocks_.back();
        const auto some = numbers.first(std::min(numbers.size(), block_size - block.size()));
        for (const auto number : some) block.push_back(raw(number));
        numbers = numbers.subspan(some.size());
    }
}

void RelationshipBuffer::add(std::span<const NodeId> sources, std::span<const NodeId> targets,
                             std::span<const PropertyColumn> properties, const Names<KeyId>& keys) {
    for (const auto& [key, column] : properties) {
        expect(column.size() == sources.size(), "a column has a row for each relationship");
        keys_.insert(key);
    }
    if (sources.size() > most_relationships - sources_.size())
        throw Error{ErrorCode::Limit, "The load has more than 4,294,967,296 relationships of one "
                                      "type; the store allows no more"};
    for (std::size_t begin = 0; begin < sources.size();) {
        const auto filled = row_of(static_cast<std::uint32_t>(sources_.size()));
        const auto count = std::min<std::size_t>(sources.size() - begin, group_rows - filled);
        for (const auto& [key, column] : properties)
            open_[key].append(column, begin, count, filled, keys.name(key));
        sources_.append(sources.subspan(begin, count));
        targets_.append(targets.subspan(begin, count));
        begin += count;
        if (filled + count == group_rows) close_chunk(group_rows);
    }
}

void RelationshipBuffer::close() {
    if (const auto filled = row_of(static_cast<std::uint32_t>(sources_.size())))
        close_chunk(filled);
}

void RelationshipBuffer::close_chunk(std::uint32_t rows) {
    auto& chunk = chunks_.emplace_back();
    if (open_.empty()) return;
    const auto number = static_cast<std::uint16_t>(chunks_.size() - 1);
    pool_.wait_for_room(most_waiting_chunks);
    pool_.add(TaskPool::Task{[&chunk, number, rows, builders = std::exchange(open_, {})] {
        for (const auto& [key, builder] : builders) {
            const SegmentKey place{SegmentKind::RelationshipProperty, 0, raw(key), number, 0};
            if (auto segment = encode_column(place, builder, rows, nullptr))
                chunk.emplace(key, std::move(*segment));
        }
    }});
}

void RelationshipBuffer::fill(ColumnTable& table, KeyId key) const {
    for (std::uint32_t number = 0; number < chunks_.size(); ++number) {
        const auto found = chunks_[number].find(key);
        if (found == chunks_[number].end()) continue;
        table.add(number, {found->second.key, found->second.bytes}, nullptr);
    }
}

void RelationshipBuffer::forget_ends() {
    sources_.clear();
    targets_.clear();
}

} // namespace lintas::lmdb
