// Reads GML (Graph Modelling Language): keys with values, which are numbers, texts or lists in
// brackets.
//
// Invariant: one list of the file is in memory as a tree. What is not GML is an Input error that
// names the file and the line.
#pragma once

#include "graph/value.h"
#include "loaders/input.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::loaders {

struct GmlEntry;
using GmlList = std::vector<GmlEntry>;

struct GmlEntry {
    std::string key;
    std::uint64_t line = 0;
    Value value; // null where it is a list
    GmlList list;
    bool is_list = false;
};

// The entries at the top of the file.
GmlList read_gml(const Input& input);

} // namespace lintas::loaders
