// NodeLoader: takes in the nodes of a bulk load, gives them their ids and writes their properties,
// a group of 65,536 at a time.
//
// Invariant: a group holds nodes of one label set, its home, until there are more label sets than
// home groups are given to; the nodes of all further sets share groups.
#pragma once

#include "graph/bulk_load.h"
#include "graph/lmdb/catalogue.h"
#include "graph/lmdb/column_builder.h"
#include "graph/lmdb/dictionary.h"
#include "graph/lmdb/label_set_index.h"
#include "graph/lmdb/store_writer.h"
#include "graph/lmdb/task_pool.h"

#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace lintas::lmdb {

class NodeLoader {
public:
    // All must outlive the loader. The pool has one thread.
    NodeLoader(StoreWriter& writer, TaskPool& pool, std::size_t most_home_sets)
        : writer_{writer}, pool_{pool}, most_home_sets_{most_home_sets} {}

    // As BulkLoad::add_nodes; `keys` names the properties in errors.
    void add(const LabelSet& labels, std::size_t rows, std::span<const PropertyColumn> properties,
             const Names<KeyId>& keys, Nodes& out);
    // Hands the groups that are not full yet to the pool.
    void close();
    // Writes what is known only when the pool has done everything that add() and close() gave it.
    void finish();

    const LabelSetIndex& index() const { return index_; }
    const std::vector<LabelSet>& label_sets() const { return label_sets_; }
    // Nodes of each label set, by number.
    const std::vector<std::uint64_t>& counts() const { return counts_; }

private:
    struct OpenGroup {
        std::uint32_t group = 0;
        std::map<KeyId, ColumnBuilder> columns;
    };

    std::uint32_t number_of(const LabelSet& labels);
    // The group that takes the next nodes of a label set.
    OpenGroup& open_group(std::uint32_t label_set);
    void close(OpenGroup group);
    void encode(const OpenGroup& group, std::uint32_t rows);

    StoreWriter& writer_;
    TaskPool& pool_;
    std::size_t most_home_sets_;
    std::map<LabelSet, std::uint32_t> numbers_;
    std::vector<LabelSet> label_sets_;
    std::vector<std::uint64_t> counts_;
    LabelSetIndex index_;
    std::map<std::uint32_t, OpenGroup> open_; // by label set; mixed_owner for the shared one
    std::map<KeyId, DictionaryBuilder> dictionaries_; // used by the pool's thread alone
};

} // namespace lintas::lmdb
