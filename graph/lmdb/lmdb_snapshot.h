// LmdbSnapshot: one state of a store in a file, read in place.
//
// Invariant: holds LMDB's reading transaction as long as it lives, so that what it lends stays
// where it is.
#pragma once

#include "graph/lmdb/graph_tables.h"
#include "graph/lmdb/opened_file.h"
#include "graph/lmdb/store_header.h"
#include "graph/store.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lintas::lmdb {

class LmdbSnapshot final : public Snapshot {
public:
    // Opens the file. Throws Storage if it is no sound store.
    LmdbSnapshot(const std::filesystem::path& file, std::size_t map_bytes);
    explicit LmdbSnapshot(OpenedFile opened);
    // Of tables whose bytes belong to somebody else, in the state of a transaction of LMDB.
    LmdbSnapshot(const StoreTables& tables, std::uint64_t transaction);

    // REQUIRES: a file was opened.
    const OpenedFile& file() const { return opened_.value(); }
    const Catalogue& catalogue() const { return catalogue_; }
    const StoreHeader& header() const { return header_; }
    const GraphTables& tables() const { return tables_; }
    // Everything that the file holds, as it lies there.
    const StoreTables& entries() const { return opened_.value().tables(); }

    const Symbols& symbols() const override { return catalogue_.symbols; }
    const Statistics& statistics() const override { return statistics_; }
    std::uint64_t version() const override { return header_.next_lsn - 1; }
    std::string identity() const override { return header_.uuid; }
    const Schema& schema() const override { return catalogue_.schema; }
    bool touched_since(TouchedMark& mark, Touched& out) const override;

    bool scan(ScanPosition& position, std::optional<LabelId> label, Nodes& out) const override;
    bool scan(ScanPosition& position, std::optional<TypeId> type,
              Relationships& out) const override;

    bool exists(NodeId node) const override;
    bool exists(RelationshipId relationship) const override;

    void has_label(std::span<const NodeId> nodes, LabelId label,
                   std::span<std::uint8_t> out) const override;
    LabelSet labels(NodeId node) const override;

    Column gather(KeyId key, std::span<const NodeId> nodes) const override;
    Column gather(KeyId key, std::span<const RelationshipId> relationships) const override;
    std::vector<PropertyValue> properties(NodeId node) const override;
    std::vector<PropertyValue> properties(RelationshipId relationship) const override;

    void expand(std::span<const NodeId> nodes, TypeId type, Direction direction,
                std::span<AdjacencyList> out) const override;
    void ends(std::span<const RelationshipId> relationships,
              std::span<RelationshipEnds> out) const override;

private:
    using ByLabelSet = std::vector<std::uint8_t>; // 1: the set with this number has the label

    void index_labels();
    std::vector<PropertyValue> properties(Entity entity, std::uint32_t id) const;

    std::optional<OpenedFile> opened_; // none: the bytes belong to somebody else
    StoreHeader header_;
    Catalogue catalogue_;
    Statistics statistics_;
    GraphTables tables_;
    std::vector<ByLabelSet> label_sets_of_; // by label
};

} // namespace lintas::lmdb
