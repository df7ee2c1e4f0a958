// A BulkLoad that passes everything on to another one and counts it.
//
// Invariant: the counts hold what the other one was given.
#pragma once

#include "graph/bulk_load.h"
#include "loaders/load_report.h"

#include <map>
#include <string>

namespace lintas::loaders {

class CountingLoad final : public BulkLoad {
public:
    explicit CountingLoad(BulkLoad& target) : target_{target} {}

    LabelId label(std::string_view name) override;
    TypeId type(std::string_view name) override;
    KeyId key(std::string_view name) override;
    void add_nodes(const LabelSet& labels, std::size_t rows,
                   std::span<const PropertyColumn> properties, Nodes& out) override;
    void add_relationships(TypeId type, std::span<const NodeId> sources,
                           std::span<const NodeId> targets,
                           std::span<const PropertyColumn> properties) override;
    void set_schema(Schema schema) override { target_.set_schema(std::move(schema)); }
    void set_inspection(Inspect inspect) override { target_.set_inspection(std::move(inspect)); }
    void finish() override { target_.finish(); }

    // Fills in what was counted.
    void report(LoadReport& report) const;

private:
    BulkLoad& target_;
    std::map<LabelId, std::string> labels_;
    std::map<TypeId, std::string> types_;
    std::map<LabelId, std::uint64_t> nodes_of_label_;
    std::map<TypeId, std::uint64_t> relationships_of_type_;
    std::uint64_t nodes_ = 0;
};

} // namespace lintas::loaders
