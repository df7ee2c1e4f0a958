// The queries that fuzzing starts from: those of the .test files and, when it lies there, of the
// openCypher TCK; and the inputs in tests/fuzz/found, each of which once broke a promise.
#pragma once

#include <string>
#include <vector>

namespace lintas::testing {

std::vector<std::string> fuzz_corpus();

} // namespace lintas::testing
