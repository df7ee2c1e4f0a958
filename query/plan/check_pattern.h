// What can be said against a written pattern before its variables are known: modes that exclude
// each other, searches that would not end.
#pragma once

#include "query/plan/flat_path.h"
#include "query/syntax/ast.h"

namespace lintas::query {

// Does it choose among the paths between two nodes?
bool is_selective(const syntax::PathPattern& path);

// SyntaxError for match modes, path modes and selectors that do not go together.
void check_modes(const syntax::Pattern& pattern);
// Likewise of one path. `repeatable`: the match mode is REPEATABLE ELEMENTS.
void check_mode(const syntax::PathPattern& path, bool repeatable);
// SyntaxError for a path that may use relationships again and again without end.
void check_walk(const syntax::PathPattern& path, const FlatPath& flat, bool repeatable);
// SyntaxError where shortestPath() or allShortestPaths() has another form than (a)-[*]-(b).
void check_shortest_form(const syntax::PathPattern& path);
// SyntaxError for a relationship that shortestPath() or allShortestPaths() cannot take.
void check_shortest(const syntax::PathPattern& path,
                    const syntax::RelationshipPattern& relationship, bool is_bound);

} // namespace lintas::query
