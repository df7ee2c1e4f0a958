// A Cursor over rows that a test gives, in place of a query.
//
// Invariant: after the rows it ends, or throws the error that it was told to end with.
#pragma once

#include "graph/error.h"
#include "graph/memory_store.h"
#include "query/result.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lintas::testing {

class ListCursor final : public query::Cursor {
public:
    ListCursor(std::vector<std::string> columns, std::vector<std::vector<Value>> rows)
        : columns_{std::move(columns)}, rows_{std::move(rows)},
          graph_{make_memory_store()->snapshot()} {}

    // The graph that the ids in the rows refer to; without it an empty one.
    void show(std::shared_ptr<const Snapshot> graph) { graph_ = std::move(graph); }
    void end_with(Error error) { error_ = std::move(error); }
    query::Summary& summary() { return summary_; }

    const std::vector<std::string>& columns() const override { return columns_; }
    bool next(std::vector<Value>& row) override {
        if (position_ < rows_.size()) {
            row = rows_[position_++];
            return true;
        }
        if (error_) throw *std::exchange(error_, std::nullopt);
        return false;
    }
    const Snapshot& graph() const override { return *graph_; }
    const query::Summary& summary() const override { return summary_; }

private:
    std::vector<std::string> columns_;
    std::vector<std::vector<Value>> rows_;
    std::shared_ptr<const Snapshot> graph_;
    std::optional<Error> error_;
    query::Summary summary_;
    std::size_t position_ = 0;
};

// Two people in a store: (n:0:Person:Researcher {name: 'Ada'}) and (n:1 {}), with
// (n:0)-[r:0:KNOWS {since: 1990}]->(n:1).
inline std::shared_ptr<const Snapshot> two_people() {
    const auto store = make_memory_store();
    const auto transaction = store->begin();
    const auto labels = std::vector{transaction->label("Person"), transaction->label("Researcher")};
    const auto ada = transaction->create_node(labels);
    const auto other = transaction->create_node({});
    transaction->set_property(ada, transaction->key("name"), "Ada");
    const auto knows = transaction->create_relationship(ada, transaction->type("KNOWS"), other);
    transaction->set_property(knows, transaction->key("since"), 1990);
    transaction->commit();
    return store->snapshot();
}

} // namespace lintas::testing
