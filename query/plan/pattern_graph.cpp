#include "query/plan/pattern_graph.h"

#include <algorithm>

namespace lintas::query {

bool share_a_type(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    return left.empty() || right.empty() || std::ranges::any_of(left, [&](const std::string& type) {
               return std::ranges::find(right, type) != right.end();
           });
}

bool may_be_sought(const PatternRelationship& relationship) {
    return !relationship.variable && !relationship.bound && !relationship.search &&
           relationship.types.size() == 1 &&
           relationship.shortest == syntax::ShortestFunction::None;
}

} // namespace lintas::query
