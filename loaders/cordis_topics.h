// Stages what projects are about: challenges from programme parts and clusters, topics from
// EuroSciVoc and from calls.
//
// Invariant: one node a challenge or topic; every EuroSciVoc topic hangs below its parent.
#pragma once

#include "loaders/staging.h"

#include <optional>
#include <string_view>

namespace lintas::loaders {

// The challenge of a programme part, cluster or legal basis of a framework programme. `title` is
// used where the code is not one of those with known titles; empty: the code itself.
StagedNode stage_challenge(Staging& staging, std::string_view framework, std::string_view code,
                           std::string_view title, std::string_view source);

// Does the cluster's name say that the project belongs to none?
bool is_no_cluster(std::string_view cluster);

// The topic at the end of a path of codes such as `/23/47/297`, with all topics above it. The
// titles are taken from `/natural sciences/...` where there is one for each code.
// Nothing if the code is no such path.
std::optional<StagedNode> stage_science_topic(Staging& staging, std::string_view code,
                                              std::string_view path, std::string_view title);

StagedNode stage_call_topic(Staging& staging, std::string_view code, std::string_view title);

} // namespace lintas::loaders
