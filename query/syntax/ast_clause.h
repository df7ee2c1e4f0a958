// Clauses and queries of the syntax tree.
//
// Invariant: a query has at least one part, and a part at least one clause.
#pragma once

#include "query/syntax/ast_pattern.h"

#include <utility>

namespace lintas::query::syntax {

struct Match {
    bool optional = false;
    Pattern pattern;
    ExpressionPointer where;
};
struct Unwind { // also FOR variable IN list
    ExpressionPointer list;
    Name variable;
};
struct ProjectionItem {
    ExpressionPointer value;
    std::optional<Name> alias;
    // The source text of the expression, verbatim: the column's name where there is no alias.
    std::string text;
};
struct SortItem {
    ExpressionPointer key;
    bool descending = false;
};
// The body that WITH and RETURN share.
struct Projection {
    bool distinct = false;
    bool all = false; // a leading *
    std::vector<ProjectionItem> items;
    std::vector<SortItem> order;
    ExpressionPointer skip, limit; // may lack
    Span span;
};
struct With {
    Projection projection;
    ExpressionPointer where;
};
struct Return {
    Projection projection;
};
struct Create { // also INSERT
    Pattern pattern;
};

struct SetProperty { // base.key = value (base may itself be a property access or parenthesised)
    ExpressionPointer target; // a PropertyAccess or an Index
    ExpressionPointer value;
};
struct SetVariable { // variable = map, variable += map
    Name variable;
    bool add = false;
    ExpressionPointer value;
};
struct SetLabels { // variable:A:B
    Name variable;
    std::vector<Name> labels;
};
struct SetItem {
    std::variant<SetProperty, SetVariable, SetLabels> form;
    Span span;
};
struct Set {
    std::vector<SetItem> items;
};
struct RemoveProperty {
    ExpressionPointer target; // a PropertyAccess or an Index
};
struct RemoveLabels {
    Name variable;
    std::vector<Name> labels;
};
struct RemoveItem {
    std::variant<RemoveProperty, RemoveLabels> form;
    Span span;
};
struct Remove {
    std::vector<RemoveItem> items;
};
struct Merge {
    PathPattern pattern;
    std::vector<SetItem> on_create;
    std::vector<SetItem> on_match;
};
struct Delete {
    bool detach = false;
    std::vector<ExpressionPointer> targets;
};
struct Clause;
struct Foreach {
    Name variable;
    ExpressionPointer list;
    std::vector<Clause> updates;
};
struct YieldItem {
    Name column;
    std::optional<Name> alias;
};
struct CallProcedure {
    Name procedure;                                          // dotted
    std::optional<std::vector<ExpressionPointer>> arguments; // absent: no parentheses were written
    bool optional = false;
    bool yield_all = false;                      // YIELD *
    std::optional<std::vector<YieldItem>> yield; // absent: no YIELD; empty: YIELD -
    ExpressionPointer where;
};
enum class OnError { Fail, Continue, Break };
struct InTransactions {
    ExpressionPointer rows;       // OF n ROWS; may lack
    bool concurrently = false;    // IN [n] CONCURRENT TRANSACTIONS
    ExpressionPointer concurrent; // n; may lack
    OnError on_error = OnError::Fail;
    std::optional<Name> report;
};
struct CallSubquery { // CALL { }, CALL (x, y) { }, CALL (*) { }
    QueryPointer query;
    bool optional = false;
    bool imports_all = false;
    std::optional<std::vector<Name>> imports; // absent: no scope clause was written
    std::optional<InTransactions> transactions;
};
struct LoadCsv {
    bool headers = false;
    ExpressionPointer url;
    Name variable;
    ExpressionPointer terminator; // may lack
};
struct Let { // LET name = value, ...
    std::vector<std::pair<Name, ExpressionPointer>> items;
};
struct Filter { // FILTER [WHERE] condition
    ExpressionPointer condition;
};
struct Finish {};
struct ConditionalBranch {
    ExpressionPointer condition;
    QueryPointer query;
};
// WHEN condition THEN { ... } ... [ELSE { ... }]: a query of its own, no clause stands beside it.
struct Conditional {
    std::vector<ConditionalBranch> branches;
    QueryPointer otherwise; // may lack
};

struct Clause {
    std::variant<Match, Unwind, With, Return, Create, Set, Remove, Merge, Delete, Foreach,
                 CallProcedure, CallSubquery, LoadCsv, Let, Filter, Finish, Conditional>
        form;
    Span span;
};

struct SingleQuery {
    std::vector<Clause> clauses;
    Span span;
};

enum class UnionKind { Distinct, All };

// q1 UNION q2 UNION ALL q3: parts.size() == unions.size() + 1. `next` is the query after NEXT.
struct Query {
    std::vector<SingleQuery> parts;
    std::vector<std::pair<UnionKind, Span>> unions;
    QueryPointer next;
    Span span;
};

} // namespace lintas::query::syntax
