// What the engine knows about a procedure, and the catalogue of all of them.
//
// Invariant: `call` runs only with as many arguments as there are parameters, each fitting or null;
// every row it gives is as wide as `columns`. Names are compared without regard to case.
#pragma once

#include "graph/value.h"
#include "query/functions/function.h"

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::query {

struct ProcedureField {
    std::string name;
    Accepts type = Accepts::Any;
};

using ProcedureRows = std::vector<std::vector<Value>>;

struct Procedure {
    std::string name; // "db.labels"
    std::vector<ProcedureField> parameters;
    std::vector<ProcedureField> columns;
    std::function<ProcedureRows(Arguments, CallContext&)> call;
    std::string summary; // one sentence
};

// Shared by the plans that call it: a procedure may be withdrawn while a query runs.
using ProcedurePointer = std::shared_ptr<const Procedure>;

// The procedures of the tables, and those that were added.
class Procedures {
public:
    Procedures();

    // nullptr when there is none of that name.
    ProcedurePointer find(std::string_view name) const;
    // The nearest name, for "did you mean"; empty when none is near.
    std::string near(std::string_view name) const;
    // In the order of their names.
    std::vector<ProcedurePointer> all() const;

    // Replaces one of the same name.
    void add(Procedure procedure);
    // Takes away what was added.
    void reset();

private:
    std::map<std::string, ProcedurePointer> by_name_; // lower case
};

// One table a topic; catalogue.cpp lists them.
std::vector<Procedure> database_procedures();

} // namespace lintas::query
