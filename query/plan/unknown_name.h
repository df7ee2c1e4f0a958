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

// Notes the names of a label expression that neither the catalogue has nor an earlier clause makes.
void note_unknown_names(Planning& planning, NameKind kind, const syntax::LabelExpression& labels);
// Notes that the statement makes this name, so that it is not unknown here and further on.
void note_created_name(Planning& planning, NameKind kind, const std::string& name, Span span);
void note_created_names(Planning& planning, NameKind kind, const syntax::LabelExpression& labels);

} // namespace lintas::query
