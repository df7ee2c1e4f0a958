// Values as text in one form, so that what the TCK expects and what the engine gave are compared as
// strings: labels and keys in order, numbers as the engine prints them, temporal values as the
// quoted strings that the TCK writes.
#pragma once

#include "graph/store.h"
#include "graph/value.h"

#include <string>
#include <string_view>

namespace lintas::tck {

enum class Lists { Ordered, AnyOrder };

std::string canonical(const Value& value, const Snapshot& graph, Lists lists);

// A cell of a TCK table. Throws std::runtime_error for what is not a value of its notation.
std::string canonical(std::string_view cell, Lists lists);

} // namespace lintas::tck
