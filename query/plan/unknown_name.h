// Names that a query reads and the graph does not have: no error, but most often a slip.
#pragma once

#include "graph/error.h"
#include "query/syntax/ast.h"

#include <string>

namespace lintas::query {

struct Planning;

enum class NameKind { Label, RelationshipType };

struct UnknownName {
    NameKind kind;
    std::string name;
    std::string near; // the nearest known name; empty when none is near
    Span span;
};

// Notes the names of a label expression that the catalogue does not have.
void note_unknown_names(Planning& planning, NameKind kind, const syntax::LabelExpression& labels);

} // namespace lintas::query
