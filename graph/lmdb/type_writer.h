// TypeWriter: sorts the relationships of one type of a bulk load and writes them: both directions
// and the properties.
//
// Invariant: ids count up in order of source, then target, then arrival.
#pragma once

#include "graph/ids.h"
#include "graph/lmdb/label_pair_counter.h"
#include "graph/lmdb/label_set_index.h"
#include "graph/lmdb/relationship_buffer.h"
#include "graph/lmdb/relationship_sort.h"
#include "graph/lmdb/store_writer.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace lintas::lmdb {

class TypeWriter {
public:
    // `first` is the id of the first relationship. All must outlive the writer.
    TypeWriter(TypeId type, RelationshipBuffer& buffer, std::uint32_t first,
               const LabelSetIndex& nodes, StoreWriter& writer)
        : type_{type}, buffer_{buffer}, first_{first}, nodes_{nodes}, writer_{writer} {}

    // First this; forgets the buffer's ends.
    void write_outgoing();
    // Then these, in any order, also at once.
    void write_incoming();
    void write_property(KeyId key);

    // By label sets of the ends.
    const LabelPairCounter::Pairs& pairs() { return pairs_.pairs(); }

private:
    using Ends = NumberBlocks;

    std::vector<std::uint64_t> group_sizes(const Ends& ends) const;
    GroupPartition partition_by_source() const;
    void write_outgoing_group(const GroupPartition& outgoing, std::uint32_t group);
    void count_pairs(std::uint32_t group, const SortedLists& lists);

    TypeId type_;
    RelationshipBuffer& buffer_;
    std::uint32_t first_;
    const LabelSetIndex& nodes_;
    StoreWriter& writer_;
    // Of each relationship in order of its id: when it arrived. Left out if nobody asks.
    std::vector<RelationshipId> arrivals_;
    std::unique_ptr<GroupPartition> incoming_;
    std::uint32_t written_ = 0;
    LabelPairCounter pairs_;
};

} // namespace lintas::lmdb
