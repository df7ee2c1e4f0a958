// Does random writes to a transaction and, the plain way, to the graph that it should show then.
//
// Invariant: after every write the transaction and the expected graph agree, or the test fails.
#pragma once

#include "graph/store.h"

#include "random_value.h"
#include "tests/conformance/expected_graph.h"

namespace lintas::conformance {

class RandomWriter {
public:
    // All must outlive the writer. `expected` is what the transaction shows at first.
    RandomWriter(Transaction& transaction, ExpectedGraph& expected, testing::RandomValues& random)
        : transaction_{transaction}, expected_{expected}, random_{random} {}

    void write();

private:
    void create_node();
    void create_relationship();
    void change_label();
    void change_property();
    void delete_relationship();
    void delete_node();
    void use_what_is_gone();

    NodeId some_node();
    RelationshipId some_relationship();
    template <typename Id> void change_property(Id entity, ExpectedProperties& properties);

    Transaction& transaction_;
    ExpectedGraph& expected_;
    testing::RandomValues& random_;
};

} // namespace lintas::conformance
