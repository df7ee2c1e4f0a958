// Makes a query's changes to the graph and counts them.
//
// Invariant: null entities and null properties are passed over; a value is stored only if it may be
// a property. Errors of the transaction get the span of the change that failed.
#pragma once

#include "graph/store.h"
#include "query/plan/write_steps.h"
#include "query/run/run_context.h"

#include <string>
#include <vector>

namespace lintas::query {

class GraphWriter {
public:
    // Unsupported when the query runs on a snapshot that cannot be written to.
    explicit GraphWriter(RunContext& context);

    LabelId label(const std::string& name) { return transaction_.label(name); }
    TypeId type(const std::string& name) { return transaction_.type(name); }

    NodeId create_node(const std::vector<LabelId>& labels);
    RelationshipId create_relationship(const Value& source, TypeId type, const Value& target);

    // Properties of a new entity: a map, or null for none.
    template <typename Id> void add_properties(Id entity, const Value& properties);

    void set_property(const Value& entity, const Value& key, const Value& value);
    // `value`: a map, or an entity whose properties are copied.
    void set_properties(const Value& entity, const Value& value, bool add);
    void change_labels(const Value& node, const std::vector<std::string>& labels, bool remove);

    void delete_relationship(RelationshipId relationship);
    // With all its relationships.
    void detach(NodeId node);
    void delete_node(NodeId node);

private:
    Map properties_of(const Value& value) const;
    template <typename Id> void set(Id entity, const std::string& key, const Value& value);
    template <typename Id> void replace(Id entity, const Map& map, bool add);

    Transaction& transaction_;
    Changes& changes_;
};

} // namespace lintas::query
