#include "query/run/delete.h"

#include "query/run/evaluate.h"

#include <fmt/format.h>

namespace lintas::query {

Delete::Delete(const DeleteStep& step, OperatorPointer input, RunContext& context)
    : step_{step}, context_{context}, input_{std::move(input), context}, writer_{context} {}

void Delete::take(const Value& target, Span span) {
    if (target.is_null()) return;
    if (target.is(ValueType::Node)) {
        nodes_.push_back(target.node());
    } else if (target.is(ValueType::Relationship)) {
        relationships_.push_back(target.relationship());
    } else if (target.is(ValueType::Path)) {
        const auto& path = target.path();
        nodes_.insert(nodes_.end(), path.nodes.begin(), path.nodes.end());
        relationships_.insert(relationships_.end(), path.relationships.begin(),
                              path.relationships.end());
    } else {
        throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                    fmt::format("`DELETE` needs a node, a relationship or a path, not {}",
                                name(target.type())),
                    span};
    }
}

void Delete::delete_all() {
    for (const auto relationship : relationships_) writer_.delete_relationship(relationship);
    if (step_.detach)
        for (const auto node : nodes_) writer_.detach(node);
    for (const auto node : nodes_) writer_.delete_node(node);
}

bool Delete::next(Batch& out) {
    if (input_.read()) {
        for (const auto& batch : input_.batches())
            for (const auto& target : step_.targets) {
                const auto column = evaluate(*target, batch, context_);
                for (std::size_t row = 0; row < batch.rows(); ++row)
                    take(column.value(row), target->span);
            }
        delete_all();
    }
    return input_.next(out);
}

} // namespace lintas::query
