// Plans, expressions and small graphs written by hand, and what they give, for tests of operators.
#pragma once

#include "graph/expect.h"
#include "graph/memory_store.h"
#include "query/run/evaluate.h"
#include "query/run/operator.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace lintas::testing {

inline constexpr std::size_t frame_width = 16;

inline query::Slot slot(std::uint32_t number) { return query::Slot{number}; }

template <typename Step> query::PlanPointer plan(Step step) {
    return std::make_shared<const query::Plan>(query::Plan{std::move(step), 1});
}
template <typename Form> query::ExpressionPointer expression(Form form, Span span = {}) {
    return std::make_shared<const query::Expression>(query::Expression{std::move(form), span});
}
inline query::ExpressionPointer constant(Value value, Span span = {}) {
    return expression(query::ConstantExpression{std::move(value)}, span);
}
inline query::ExpressionPointer variable(std::uint32_t number) {
    return expression(query::SlotExpression{slot(number)});
}
inline query::ExpressionPointer binary(query::BinaryKind kind, query::ExpressionPointer left,
                                       query::ExpressionPointer right, Span span = {}) {
    return expression(query::BinaryExpression{kind, std::move(left), std::move(right)}, span);
}
inline query::ExpressionPointer property(query::ExpressionPointer base, std::string key) {
    return expression(query::PropertyExpression{std::move(base), std::move(key)});
}

inline query::PlanPointer argument() { return plan(query::ArgumentStep{}); }
// One row for each value.
inline query::PlanPointer values(std::uint32_t to, List list) {
    return plan(query::UnwindStep{argument(), constant(Value{std::move(list)}), slot(to)});
}

using Rows = std::vector<std::vector<Value>>;

inline Rows rows_of(const query::Batch& batch, const std::vector<std::uint32_t>& slots) {
    Rows rows(batch.rows());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (const auto number : slots) rows[row].push_back(batch.column(slot(number)).value(row));
    }
    return rows;
}

// All rows that a plan gives. Batches must have rows, and not too many.
inline Rows run(const query::PlanPointer& plan, query::RunContext& context,
                const std::vector<std::uint32_t>& slots) {
    Rows all;
    const auto running = query::build(*plan, context);
    for (query::Batch batch; running->next(batch);) {
        expect(batch.rows() > 0, "a batch has rows");
        expect(batch.rows() <= 4 * batch_rows, "a batch is bounded");
        for (auto& row : rows_of(batch, slots)) all.push_back(std::move(row));
    }
    query::Batch none;
    expect(!running->next(none), "an operator that has ended stays so");
    return all;
}
inline Rows run(const query::PlanPointer& plan, const Snapshot& graph,
                const std::vector<std::uint32_t>& slots, const Map& parameters = {}) {
    query::RunContext context{graph, parameters, frame_width};
    return run(plan, context, slots);
}

inline std::string text(const std::vector<Value>& row) {
    std::string text;
    for (const auto& value : row) text += (text.empty() ? "" : ", ") + to_text(value);
    return text;
}
inline std::vector<std::string> texts(const Rows& rows) {
    std::vector<std::string> texts;
    for (const auto& row : rows) texts.push_back(text(row));
    return texts;
}
inline std::vector<std::string> sorted_texts(const Rows& rows) {
    auto sorted = texts(rows);
    std::ranges::sort(sorted);
    return sorted;
}

// A graph of `nodes` nodes and of relationships (source, target, type), made in this order. A
// relationship has the property `w`, its position.
struct Arrow {
    std::uint32_t source, target;
    std::string type = "T";
};
inline std::shared_ptr<const Snapshot> graph_of(std::size_t nodes, const std::vector<Arrow>& arrows,
                                                const std::vector<std::string>& labels = {}) {
    const auto store = make_memory_store();
    const auto transaction = store->begin();
    for (std::size_t node = 0; node < nodes; ++node) {
        std::vector<LabelId> own;
        if (node < labels.size() && !labels[node].empty()) {
            own.push_back(transaction->label(labels[node]));
        }
        transaction->create_node(own);
        transaction->set_property(NodeId{static_cast<std::uint32_t>(node)}, transaction->key("v"),
                                  static_cast<std::int64_t>(node));
    }
    std::int64_t position = 0;
    for (const auto& [source, target, type] : arrows) {
        const auto relationship = transaction->create_relationship(
            NodeId{source}, transaction->type(type), NodeId{target});
        transaction->set_property(relationship, transaction->key("w"), position++);
    }
    transaction->commit();
    return store->snapshot();
}
inline std::shared_ptr<const Snapshot> empty_graph() { return graph_of(0, {}); }

inline Value node(std::uint32_t id) { return NodeId{id}; }
inline Value relationship(std::uint32_t id) { return RelationshipId{id}; }
inline Value relationships(std::initializer_list<std::uint32_t> ids) {
    List list;
    for (const auto id : ids) list.emplace_back(RelationshipId{id});
    return Value{std::move(list)};
}

} // namespace lintas::testing
