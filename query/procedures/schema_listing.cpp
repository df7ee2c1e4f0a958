// SHOW INDEXES and SHOW CONSTRAINTS: what is defined, and how far indexes are built.
#include "graph/index/index_view.h"
#include "graph/schema_text.h"
#include "query/procedures/listing.h"

#include <algorithm>
#include <cmath>

namespace lintas::query {

namespace {

Value text_list(const std::vector<std::string>& texts) {
    List list;
    for (const auto& text : texts) list.emplace_back(text);
    return Value{std::move(list)};
}

Value entity_text(EntityKind entity) {
    return entity == EntityKind::Node ? "NODE" : "RELATIONSHIP";
}

Value type_text(IndexKind kind) {
    switch (kind) {
    case IndexKind::Range: return "RANGE";
    case IndexKind::Text: return "TEXT";
    case IndexKind::FullText: return "FULLTEXT";
    }
    return {};
}

Value type_text(const ConstraintDefinition& constraint) {
    const auto is_node = constraint.entity == EntityKind::Node;
    switch (constraint.kind) {
    case ConstraintKind::Unique: return is_node ? "UNIQUENESS" : "RELATIONSHIP_UNIQUENESS";
    case ConstraintKind::Key: return is_node ? "NODE_KEY" : "RELATIONSHIP_KEY";
    case ConstraintKind::Exists:
        return is_node ? "NODE_PROPERTY_EXISTENCE" : "RELATIONSHIP_PROPERTY_EXISTENCE";
    case ConstraintKind::Type: return is_node ? "NODE_PROPERTY_TYPE" : "RELATIONSHIP_PROPERTY_TYPE";
    }
    return {};
}

Value state_text(IndexState state) {
    switch (state) {
    case IndexState::Populating: return "POPULATING";
    case IndexState::Online: return "ONLINE";
    case IndexState::Failed: return "FAILED";
    }
    return {};
}

IndexStatus status_of(const IndexDefinition& index, ProcedureContext& context) {
    if (context.indexes == nullptr) return {};
    return context.indexes->indexes().status(index, context.indexes->committed());
}

std::vector<Value> row_of(const IndexDefinition& index, ProcedureContext& context) {
    const auto status = status_of(index, context);
    return {Value{static_cast<std::int64_t>(index.id)},
            Value{index.name},
            state_text(status.state),
            Value{status.percent},
            type_text(index.kind),
            entity_text(index.entity),
            text_list(index.labels),
            text_list(index.keys),
            index.owned ? Value{index.name} : Value{},
            status.failure.empty() ? Value{} : Value{status.failure},
            Value{create_statement(index)}};
}

ProcedureRows indexes(Arguments, ProcedureContext& context) {
    ProcedureRows rows;
    for (const auto& index : context.graph.schema().indexes) rows.push_back(row_of(index, context));
    return rows;
}

std::vector<Value> row_of(const ConstraintDefinition& constraint, const Schema& schema) {
    const auto* index = schema.find_index(constraint.name);
    return {Value{static_cast<std::int64_t>(constraint.id)},
            Value{constraint.name},
            type_text(constraint),
            entity_text(constraint.entity),
            text_list({constraint.label}),
            text_list(constraint.keys),
            index != nullptr ? Value{index->name} : Value{},
            constraint.type.empty() ? Value{} : Value{constraint.type},
            Value{create_statement(constraint)}};
}

ProcedureRows constraints(Arguments, ProcedureContext& context) {
    const auto& schema = context.graph.schema();
    ProcedureRows rows;
    for (const auto& constraint : schema.constraints) rows.push_back(row_of(constraint, schema));
    return rows;
}

ListingKind constraints_of(const std::string& words, std::vector<Value> types) {
    return {words, "type", std::move(types)};
}

} // namespace

Listing index_listing() {
    auto procedure = rows_procedure("SHOW INDEXES",
                                    {{"id", Accepts::Integer},
                                     {"name", Accepts::String},
                                     {"state", Accepts::String},
                                     {"populationPercent", Accepts::Float},
                                     {"type", Accepts::String},
                                     {"entityType", Accepts::String},
                                     {"labelsOrTypes", Accepts::List},
                                     {"properties", Accepts::List},
                                     {"owningConstraint", Accepts::String},
                                     {"failureMessage", Accepts::String},
                                     {"createStatement", Accepts::String}},
                                    indexes, "The indexes");
    return {std::make_shared<const Procedure>(std::move(procedure)),
            9,
            {{"RANGE", "type", {Value{"RANGE"}}}, {"FULLTEXT", "type", {Value{"FULLTEXT"}}}}};
}

Listing constraint_listing() {
    auto procedure = rows_procedure("SHOW CONSTRAINTS",
                                    {{"id", Accepts::Integer},
                                     {"name", Accepts::String},
                                     {"type", Accepts::String},
                                     {"entityType", Accepts::String},
                                     {"labelsOrTypes", Accepts::List},
                                     {"properties", Accepts::List},
                                     {"ownedIndex", Accepts::String},
                                     {"propertyType", Accepts::String},
                                     {"createStatement", Accepts::String}},
                                    constraints, "The constraints");
    const std::vector<Value> existence{Value{"NODE_PROPERTY_EXISTENCE"},
                                       Value{"RELATIONSHIP_PROPERTY_EXISTENCE"}};
    const std::vector<Value> keys{Value{"NODE_KEY"}, Value{"RELATIONSHIP_KEY"}};
    const std::vector<Value> types{Value{"NODE_PROPERTY_TYPE"},
                                   Value{"RELATIONSHIP_PROPERTY_TYPE"}};
    const std::vector<Value> unique{Value{"UNIQUENESS"}, Value{"RELATIONSHIP_UNIQUENESS"}};
    return {std::make_shared<const Procedure>(std::move(procedure)),
            8,
            {constraints_of("EXIST", existence), constraints_of("EXISTENCE", existence),
             constraints_of("KEY", keys), constraints_of("PROPERTY TYPE", types),
             constraints_of("UNIQUE", unique), constraints_of("UNIQUENESS", unique)}};
}

} // namespace lintas::query
