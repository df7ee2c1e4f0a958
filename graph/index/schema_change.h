// Adds definitions to a schema and takes them away, and says what stands in the way.
//
// Invariant: a schema stays as schema.h says. Where nothing is to be done the schema stays equal.
#pragma once

#include "graph/schema.h"

#include <string_view>

namespace lintas {

enum class IfPresent : std::uint8_t { Fail, Keep };
enum class IfAbsent : std::uint8_t { Fail, Keep };

// Each says if it changed the schema. An empty name is made up from what the definition is about.
// SchemaError for a name that is taken, and for an index or constraint that is there already.
bool add_index(Schema& schema, IndexDefinition definition, IfPresent if_present);
bool add_constraint(Schema& schema, ConstraintDefinition definition, IfPresent if_present);
// SchemaError for a name that there is not, and for an index that a constraint owns.
bool drop_index(Schema& schema, std::string_view name, IfAbsent if_absent);
bool drop_constraint(Schema& schema, std::string_view name, IfAbsent if_absent);

// The index that a constraint of the kinds Unique and Key owns.
IndexDefinition owned_index(const ConstraintDefinition& constraint);
bool owns_index(ConstraintKind kind);

} // namespace lintas
