// What makes two relationships of one type the same, so that a source that is read again, or a
// later edition of it, changes relationships instead of doubling them.
//
// Invariant: types that the table does not name are told apart by their two ends alone.
#pragma once

#include <span>
#include <string_view>

namespace lintas::loaders {

struct RelationshipIdentity {
    std::string_view type;
    bool by_target; // is the target part of it? Otherwise a new target replaces the old one
    std::span<const std::string_view> properties; // that are part of it
};

RelationshipIdentity identity_of(std::string_view type);

} // namespace lintas::loaders
