#include "loaders/identity.h"

#include <algorithm>
#include <iterator>

namespace lintas::loaders {
namespace {

// An organisation lies in a country once, whoever says so, except where a source names its places.
constexpr std::string_view place[] = {"geonamesId"};
// A country may leave and come back.
constexpr std::string_view stay[] = {"from"};

constexpr RelationshipIdentity identities[] = {
    {"LOCATED_IN", true, place},
    {"MEMBER_OF", true, stay},
};

} // namespace

RelationshipIdentity identity_of(std::string_view type) {
    const auto* found = std::ranges::find(identities, type, &RelationshipIdentity::type);
    if (found != std::end(identities)) return *found;
    return {type, true, {}};
}

} // namespace lintas::loaders
