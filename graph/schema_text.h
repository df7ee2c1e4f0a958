// Definitions as the statements that make them.
#pragma once

#include "graph/schema.h"

#include <string>

namespace lintas {

// "CREATE RANGE INDEX org_name FOR (n:Org) ON (n.name)"
std::string create_statement(const IndexDefinition& index);
// "CREATE CONSTRAINT org_id FOR (n:Org) REQUIRE (n.id) IS UNIQUE"
std::string create_statement(const ConstraintDefinition& constraint);

// What makes a schema anew: constraints, then the indexes that no constraint owns.
std::vector<std::string> create_statements(const Schema& schema);

} // namespace lintas
