// Statements of the syntax tree: a query, or a change or listing of the schema.
//
// Invariant: the keys of an index or constraint belong to its one variable, as the parser checks.
#pragma once

#include "graph/schema.h"
#include "query/syntax/ast_clause.h"

namespace lintas::query::syntax {

struct CreateIndex {
    enum class Kind { Range, Text, Point, FullText, Vector, Lookup };
    Kind kind = Kind::Range;
    std::optional<Name> name;
    bool if_not_exists = false;
    EntityKind entity = EntityKind::Node;
    Name variable;
    std::vector<Name> labels; // or types; several only for full text
    std::vector<Name> keys;
    bool each = false;         // ON EACH
    ExpressionPointer options; // a MapLiteral; may lack
};
struct CreateConstraint {
    enum class Kind { Unique, Key, Exists, Type };
    Kind kind = Kind::Unique;
    std::optional<Name> name;
    bool if_not_exists = false;
    EntityKind entity = EntityKind::Node;
    Name variable;
    Name label;
    std::vector<Name> keys;
    std::string type; // of Kind::Type, as in TypeTest
};
struct DropSchema { // DROP INDEX name, DROP CONSTRAINT name
    bool constraint = false;
    Name name;
    bool if_exists = false;
};
// SHOW subject [YIELD columns ...] [WHERE ...] [RETURN ...]
struct Show {
    enum class What {
        Indexes,
        Constraints,
        Procedures,
        Functions,
        Databases,
        Settings,
        Transactions
    };
    What what;
    std::optional<Name> kind; // BUILT IN, RANGE, ... before the subject, in upper case
    bool yield_all = false;
    std::vector<YieldItem> yield; // empty: no YIELD, or YIELD *
    With rest;                    // `*` with ORDER BY, SKIP, LIMIT and WHERE
    std::optional<Return> result; // only with a YIELD
};

enum class ExplainMode { None, Explain, Profile };

struct Statement {
    ExplainMode explain = ExplainMode::None;
    std::variant<Query, CreateIndex, CreateConstraint, DropSchema, Show> form;
    Span span;
};

} // namespace lintas::query::syntax
