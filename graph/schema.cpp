#include "graph/schema.h"

#include <algorithm>

namespace lintas {

const IndexDefinition* Schema::find_index(std::string_view name) const {
    const auto found = std::ranges::find(indexes, name, &IndexDefinition::name);
    return found == indexes.end() ? nullptr : &*found;
}

const ConstraintDefinition* Schema::find_constraint(std::string_view name) const {
    const auto found = std::ranges::find(constraints, name, &ConstraintDefinition::name);
    return found == constraints.end() ? nullptr : &*found;
}

} // namespace lintas
