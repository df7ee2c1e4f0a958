// `:schema`: what the graph is made of, and what is defined on it.
//
// Invariant: it reads counts and the first few entities of each kind, so that it takes no longer on
// a large store.
#pragma once

#include <string>

namespace lintas::server {

class Shell;

void show_schema(Shell& shell, const std::string& argument);

} // namespace lintas::server
