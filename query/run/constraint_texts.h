// What people are told about entities that break a constraint.
#pragma once

#include "graph/error.h"
#include "graph/schema.h"
#include "graph/value.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lintas::query {

using Keys = std::vector<Value>;

struct Offender {
    std::uint32_t entity;
    Keys keys;
};

// Keeps the first few, counts all.
struct Offenders {
    std::vector<Offender> some;
    std::size_t count = 0;

    void add(std::uint32_t entity, Keys keys);
};

// A new constraint that the graph does not keep to: ConstraintVerificationFailed.
Error refused(const ConstraintDefinition& constraint, const Offenders& offenders);
// A write that breaks a constraint: ConstraintValidationFailed.
Error broken(const ConstraintDefinition& constraint, const Offender& offender, std::uint32_t other);
Error broken(const ConstraintDefinition& constraint, const Offender& offender);

} // namespace lintas::query
