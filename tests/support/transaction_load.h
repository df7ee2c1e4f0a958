// A BulkLoad into any store that has transactions, so that loaders can fill a memory store.
//
// Invariant: nothing is visible before finish(), which commits.
#pragma once

#include "graph/bulk_load.h"
#include "graph/store.h"

#include <memory>

namespace lintas::testing {

class TransactionLoad final : public BulkLoad {
public:
    // `store` must outlive the load.
    explicit TransactionLoad(Store& store) : transaction_{store.begin()} {}

    LabelId label(std::string_view name) override { return transaction_->label(name); }
    TypeId type(std::string_view name) override { return transaction_->type(name); }
    KeyId key(std::string_view name) override { return transaction_->key(name); }

    void add_nodes(const LabelSet& labels, std::size_t rows,
                   std::span<const PropertyColumn> properties, Nodes& out) override {
        for (std::size_t row = 0; row < rows; ++row) {
            const auto node = transaction_->create_node(labels);
            set_properties(node, row, properties);
            out.push_back(node);
        }
    }

    void add_relationships(TypeId type, std::span<const NodeId> sources,
                           std::span<const NodeId> targets,
                           std::span<const PropertyColumn> properties) override {
        for (std::size_t row = 0; row < sources.size(); ++row)
            set_properties(transaction_->create_relationship(sources[row], type, targets[row]), row,
                           properties);
    }

    void set_schema(Schema schema) override { transaction_->set_schema(std::move(schema)); }
    void set_inspection(Inspect inspect) override { inspect_ = std::move(inspect); }
    void finish() override {
        if (inspect_) inspect_(*transaction_);
        transaction_->commit();
    }

private:
    template <typename Id>
    void set_properties(Id entity, std::size_t row, std::span<const PropertyColumn> properties) {
        for (const auto& [key, column] : properties)
            if (!column.is_null(row)) transaction_->set_property(entity, key, column.value(row));
    }

    std::unique_ptr<Transaction> transaction_;
    Inspect inspect_;
};

} // namespace lintas::testing
