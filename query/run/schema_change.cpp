#include "query/run/schema_change.h"

#include "graph/index/schema_change.h"
#include "query/run/constraint_check.h"
#include "query/run/with_span.h"

namespace lintas::query {

namespace {

struct ChangeSchema {
    Schema& schema;
    RunContext& context;

    void operator()(const NewIndex& change) const {
        const auto if_present = change.if_not_exists ? IfPresent::Keep : IfPresent::Fail;
        if (add_index(schema, change.definition, if_present)) ++context.changes().indexes_added;
    }
    void operator()(const NewConstraint& change) const {
        const auto if_present = change.if_not_exists ? IfPresent::Keep : IfPresent::Fail;
        const auto id = schema.next_id;
        if (!add_constraint(schema, change.definition, if_present)) return;
        for (const auto& made : schema.constraints)
            if (made.id >= id)
                verify_constraint(context.graph(), made, [this] { context.check(); });
        ++context.changes().constraints_added;
    }
    void operator()(const DroppedDefinition& change) const {
        const auto if_absent = change.if_exists ? IfAbsent::Keep : IfAbsent::Fail;
        if (change.is_constraint)
            context.changes().constraints_removed +=
                drop_constraint(schema, change.name, if_absent) ? 1 : 0;
        else
            context.changes().indexes_removed += drop_index(schema, change.name, if_absent) ? 1 : 0;
    }
};

} // namespace

bool SchemaChange::next(Batch&) {
    auto& transaction = context_.transaction();
    auto schema = transaction.schema();
    with_span(step_.span, [&] { std::visit(ChangeSchema{schema, context_}, step_.change); });
    if (schema != transaction.schema()) transaction.set_schema(std::move(schema));
    return false;
}

} // namespace lintas::query
