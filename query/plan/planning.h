// What all parts of planning one statement share.
#pragma once

#include "graph/schema.h"
#include "graph/statistics.h"
#include "graph/symbols.h"
#include "query/plan/scope.h"
#include "query/plan/unknown_name.h"
#include "query/procedures/procedure_pointer.h"

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lintas {
class Indexes;
}

namespace lintas::query {

struct Planning {
    std::string_view text;
    const Symbols& symbols;
    const Statistics& statistics;
    const Procedures& procedures;
    const Schema& schema;
    const Indexes* indexes; // for estimates; nullptr: there are none
    Slots slots;
    std::set<std::string> parameters;
    std::vector<UnknownName> unknown_names;
    std::set<std::pair<NameKind, std::string>> created_names = {}; // so far
    bool writes = false;          // has a clause so far changed the graph
    bool reads = false;           // has one searched it
    bool in_transactions = false; // has one that commits by itself, which `writes` leaves out
};

} // namespace lintas::query
