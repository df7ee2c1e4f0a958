// RelationshipBuffer: the relationships of one type as a bulk load brings them, until all are there
// and can be sorted.
//
// Invariant: the position of a relationship in the order of arrival names it here; properties are
// held encoded, 65,536 relationships at a time.
#pragma once

#include "graph/bulk_load.h"
#include "graph/lmdb/column_builder.h"
#include "graph/lmdb/column_table.h"
#include "graph/lmdb/task_pool.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <span>
#include <vector>

namespace lintas::lmdb {

// A vector that grows without ever copying what it has.
class NumberBlocks {
public:
    void append(std::span<const NodeId> numbers);
    std::size_t size() const { return size_; }
    // Calls visit(number) in order.
    template <typename Visit> void each(Visit visit) const {
        for (const auto& block : blocks_)
            for (const auto number : block) visit(number);
    }
    void clear() { *this = {}; }

private:
    static constexpr std::size_t block_size = 65'536;

    std::vector<std::vector<std::uint32_t>> blocks_;
    std::size_t size_ = 0;
};

class RelationshipBuffer {
public:
    // Encodes full chunks on the pool, which outlives the buffer's use of it.
    explicit RelationshipBuffer(TaskPool& pool) : pool_{pool} {}

    void add(std::span<const NodeId> sources, std::span<const NodeId> targets,
             std::span<const PropertyColumn> properties, const Names<KeyId>& keys);
    // Encodes the last chunk too. The pool must have done everything before what follows is used.
    void close();

    std::size_t size() const { return sources_.size(); }
    const NumberBlocks& sources() const { return sources_; }
    const NumberBlocks& targets() const { return targets_; }
    const std::set<KeyId>& keys() const { return keys_; }
    // Adds the property's chunks to a table, by position of arrival.
    void fill(ColumnTable& table, KeyId key) const;
    void forget_ends();

private:
    using Builders = std::map<KeyId, ColumnBuilder>;
    using Chunk = std::map<KeyId, SealedSegment>;

    void close_chunk(std::uint32_t rows);

    TaskPool& pool_;
    NumberBlocks sources_;
    NumberBlocks targets_;
    std::set<KeyId> keys_;
    Builders open_;
    std::deque<Chunk> chunks_; // does not move what the pool writes to
};

} // namespace lintas::lmdb
