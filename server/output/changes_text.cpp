#include "server/output/changes_text.h"

#include <fmt/format.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace lintas::server {

namespace {

struct Change {
    std::uint64_t query::Counters::*count;
    std::string_view one;
    std::string_view many;
    std::string_view what;
};

constexpr Change changes[] = {
    {&query::Counters::nodes_created, "node", "nodes", "created"},
    {&query::Counters::nodes_deleted, "node", "nodes", "deleted"},
    {&query::Counters::relationships_created, "relationship", "relationships", "created"},
    {&query::Counters::relationships_deleted, "relationship", "relationships", "deleted"},
    {&query::Counters::properties_set, "property", "properties", "set"},
    {&query::Counters::labels_added, "label", "labels", "added"},
    {&query::Counters::labels_removed, "label", "labels", "removed"},
    {&query::Counters::indexes_added, "index", "indexes", "added"},
    {&query::Counters::indexes_removed, "index", "indexes", "removed"},
    {&query::Counters::constraints_added, "constraint", "constraints", "added"},
    {&query::Counters::constraints_removed, "constraint", "constraints", "removed"},
};

} // namespace

std::string changes_text(const query::Counters& counters) {
    std::vector<std::string> parts;
    for (const auto& [count, one, many, what] : changes)
        if (const auto number = counters.*count; number > 0)
            parts.push_back(fmt::format("{} {} {}", number, number == 1 ? one : many, what));
    return fmt::format("{}", fmt::join(parts, ", "));
}

} // namespace lintas::server
