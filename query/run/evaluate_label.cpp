// Label tests of nodes and type tests of relationships: n:A|B.
#include "query/run/column_kernel.h"
#include "query/run/entity_rows.h"
#include "query/run/evaluator.h"
#include "query/run/select_or_null.h"

#include "graph/expect.h"

namespace lintas::query {

namespace {

using Flags = std::vector<std::uint8_t>;

// Works a formula off over all rows at once; `test_term` gives the flags of Name and Any.
template <typename TestTerm> Flags work_off(const LabelFormula& formula, TestTerm test_term) {
    std::vector<Flags> stack;
    const auto pop = [&stack] {
        expect(!stack.empty(), "a label formula is well-formed");
        auto top = std::move(stack.back());
        stack.pop_back();
        return top;
    };
    for (const auto& term : formula.terms) {
        switch (term.operation) {
            using enum LabelFormula::Operation;
        case Name:
        case Any: stack.push_back(test_term(term)); break;
        case Not: {
            auto flags = pop();
            for (auto& flag : flags) flag = !flag;
            stack.push_back(std::move(flags));
            break;
        }
        case And:
        case Or: {
            const auto right = pop();
            auto left = pop();
            for (std::size_t row = 0; row < left.size(); ++row) {
                left[row] = term.operation == And ? left[row] & right[row] : left[row] | right[row];
            }
            stack.push_back(std::move(left));
            break;
        }
        }
    }
    auto result = pop();
    expect(stack.empty(), "a label formula gives one result");
    return result;
}

Flags test_nodes(const LabelFormula& formula, const Nodes& nodes, const Snapshot& graph) {
    return work_off(formula, [&](const LabelFormula::Term& term) {
        Flags flags(nodes.size());
        if (term.operation == LabelFormula::Operation::Any) {
            for (std::size_t row = 0; row < nodes.size(); ++row) {
                flags[row] = !graph.labels(nodes[row]).empty();
            }
        } else if (const auto label = graph.symbols().labels.find(term.name)) {
            graph.has_label(nodes, *label, flags);
        }
        return flags;
    });
}

Flags test_relationships(const LabelFormula& formula, const Relationships& relationships,
                         const Snapshot& graph) {
    std::vector<RelationshipEnds> ends(relationships.size());
    graph.ends(relationships, ends);
    return work_off(formula, [&](const LabelFormula::Term& term) {
        if (term.operation == LabelFormula::Operation::Any) return Flags(ends.size(), 1);
        Flags flags(ends.size());
        const auto type = graph.symbols().types.find(term.name);
        for (std::size_t row = 0; row < ends.size(); ++row) flags[row] = ends[row].type == type;
        return flags;
    });
}

Value test_value(const LabelFormula& formula, const Value& value, const Snapshot& graph) {
    if (value.is_null()) return {};
    if (value.is(ValueType::Node)) return test_nodes(formula, {value.node()}, graph)[0] != 0;
    if (value.is(ValueType::Relationship)) {
        return test_relationships(formula, {value.relationship()}, graph)[0] != 0;
    }
    throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                "A label test needs a node or a relationship, but found `" + to_text(value) + "`"};
}

} // namespace

Column Evaluator::operator()(const LabelTestExpression& form) const {
    const auto base = operand(form.base);
    const auto& graph = context.graph();
    if (base->get<Nodes>()) {
        const auto [rows, nodes] = node_rows(*base);
        context.count_store_hits(nodes.size());
        return spread(Column{test_nodes(form.formula, nodes, graph)}, rows, base->size());
    }
    if (base->get<Relationships>()) {
        const auto [rows, relationships] = relationship_rows(*base);
        context.count_store_hits(relationships.size());
        return spread(Column{test_relationships(form.formula, relationships, graph)}, rows,
                      base->size());
    }
    return boxed_rows(*base, [&](const Value& value) {
        context.count_store_hits(1);
        return test_value(form.formula, value, graph);
    });
}

} // namespace lintas::query
