// What a load did, in words.
//
// Invariant: every count of the report is said, also of what was rejected and why.
#pragma once

#include "loaders/load_report.h"

#include <string>

namespace lintas::server {

std::string load_summary(const loaders::LoadReport& report);

} // namespace lintas::server
