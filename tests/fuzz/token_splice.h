// Changes of queries that keep their tokens whole, so that most of them still parse: runs of tokens
// are dropped, doubled, swapped, or taken from another query.
//
// Invariant: a run that begins at a bracket ends at its partner.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lintas::testing {

// One change of a query; the same for the same seed. Text that has no tokens stays as it is.
std::string changed_tokens(std::string_view query, std::uint32_t seed);

// The query with a run of tokens of the other one in it.
std::string spliced_tokens(std::string_view query, std::string_view other, std::uint32_t seed);

} // namespace lintas::testing
