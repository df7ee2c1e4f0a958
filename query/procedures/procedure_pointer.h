// Procedures for those who pass them on: plans name them, and only few files look inside.
#pragma once

#include <memory>

namespace lintas::query {

struct Procedure;
class Procedures;

// Shared by the plans that call it: a procedure may be withdrawn while a query runs.
using ProcedurePointer = std::shared_ptr<const Procedure>;

} // namespace lintas::query
