// What evaluates each form of expression over a batch; evaluate() of evaluate.h is the way in.
//
// Invariant: the batch has at least one row. One overload a form and no catch-all, so that a
// forgotten form does not compile; evaluate_<topic>.cpp holds those of a topic.
#pragma once

#include "query/run/evaluate.h"
#include "query/run/operand.h"

namespace lintas::query {

struct Evaluator {
    const Batch& batch;
    RunContext& context;
    Span span; // of the expression that is evaluated

    Column operator()(const ConstantExpression& form) const;
    Column operator()(const ParameterExpression& form) const;
    Column operator()(const SlotExpression& form) const;
    Column operator()(const ListExpression& form) const;
    Column operator()(const MapExpression& form) const;
    Column operator()(const PropertyExpression& form) const;
    Column operator()(const LabelTestExpression& form) const;
    Column operator()(const IndexExpression& form) const;
    Column operator()(const SliceExpression& form) const;
    Column operator()(const UnaryExpression& form) const;
    Column operator()(const BinaryExpression& form) const;
    Column operator()(const TypeTestExpression& form) const;
    Column operator()(const CaseExpression& form) const;
    Column operator()(const FunctionExpression& form) const;
    Column operator()(const ComprehensionExpression& form) const;
    Column operator()(const QuantifierExpression& form) const;
    Column operator()(const ReduceExpression& form) const;
    Column operator()(const MapProjectionExpression& form) const;
    Column operator()(const PathExpression& form) const;
    Column operator()(const DistinctRelationshipsExpression& form) const;
    Column operator()(const NoNodeTwiceExpression& form) const;
    Column operator()(const SubqueryExpression& form) const;

private:
    Operand operand(const ExpressionPointer& expression) const {
        return Operand{*expression, batch, context};
    }
    Column logic(const BinaryExpression& form) const;
    Column join(const BinaryExpression& form, const Column& left) const;
    Column coalesce(const FunctionExpression& form) const;
};

} // namespace lintas::query
