// What an aggregating projection has collected: its grouping keys and its aggregates.
//
// Invariant: a sub-expression of an aggregating item is a constant, a parameter, a grouping key of
// a simple form (a variable, or a property of one) or lies inside an aggregate; anything else is
// AmbiguousAggregationExpression.
#pragma once

#include "query/plan/plan.h"
#include "query/plan/scope.h"
#include "query/syntax/ast.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace lintas::query {

struct GroupingKey {
    Slot slot;
    StaticType type;
};

struct Grouping {
    // What aggregates' arguments see.
    const Scope* input = nullptr;
    // Printed text of a simple grouping expression, or an alias -> where its value lies.
    std::map<std::string, GroupingKey> keys;
    // Printed text of an aggregate -> where its result lies.
    std::map<std::string, GroupingKey> results;
    std::vector<AggregateColumn> aggregates;
    // Printed variables and properties that occur inside grouping expressions.
    std::set<std::string> parts;
    // ORDER BY may repeat aggregates but not bring new ones.
    bool closed = false;
};

bool is_aggregate(const syntax::FunctionCall& call);
bool contains_aggregate(const syntax::Expression& expression);
// Printed texts of all simple forms inside the expression.
std::set<std::string> simple_parts(const syntax::Expression& expression);
// A variable, or a chain of properties of one: what an aggregating item may repeat of the keys.
bool is_simple_key(const syntax::Expression& expression);

} // namespace lintas::query
