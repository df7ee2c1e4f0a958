// What SHOW can list: a procedure without parameters whose first columns are shown unless YIELD
// names others.
//
// Invariant: `shown` is at least 1 and at most the number of columns.
#pragma once

#include "query/procedures/procedure.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::query {

// SHOW <words> FUNCTIONS: only the rows whose `column` is one of `values`.
struct ListingKind {
    std::string words; // upper case: "BUILT IN"
    std::string column;
    std::vector<Value> values;
};

struct Listing {
    ProcedurePointer procedure;
    std::size_t shown;
    std::vector<ListingKind> kinds;
};

Listing constraint_listing();
Listing function_listing();
Listing index_listing();
Listing procedure_listing(const Procedures& procedures);

// "db.labels() :: (label :: STRING)"
std::string signature(const Procedure& procedure);
// [{name, type, description}, ...] of parameters or columns, as the listings show them.
Value described_fields(std::span<const ProcedureField> fields);

} // namespace lintas::query
