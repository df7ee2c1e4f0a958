// What the engine knows about a procedure, and the catalogue of all of them.
//
// Invariant: `call` runs only with as many arguments as there are parameters, each fitting or null;
// an optional one that was left out is null. Names are compared without regard to case.
#pragma once

#include "graph/value.h"
#include "query/functions/function.h"
#include "query/procedures/options.h"
#include "query/procedures/procedure_answer.h"
#include "query/procedures/procedure_context.h"
#include "query/procedures/procedure_pointer.h"

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

struct Procedure {
    std::string name; // "db.labels"
    std::vector<ProcedureField> parameters;
    std::vector<ProcedureField> columns;
    std::function<ProcedureAnswerPointer(Arguments, ProcedureContext&)> call;
    std::string summary;                      // one sentence
    std::size_t required = parameters.size(); // the parameters after these may be left out
    std::vector<Option> options = {};         // of a procedure that takes one map
};

// A body that has all its rows at once.
using RowsBody = ProcedureRows (*)(Arguments, ProcedureContext&);
Procedure rows_procedure(std::string name, std::vector<ProcedureField> columns, RowsBody body,
                         std::string summary);

// A procedure that takes one map of options, or nothing: `CALL algo.louvain({seed: 7})`. The map is
// read by the table before the body runs.
using OptionsBody = std::function<ProcedureAnswerPointer(const Options&, ProcedureContext&)>;
Procedure options_procedure(std::string name, std::vector<Option> options,
                            std::vector<ProcedureField> columns, OptionsBody body,
                            std::string summary);

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
std::vector<Procedure> centrality_procedures();
std::vector<Procedure> community_procedures();
std::vector<Procedure> collaboration_procedures();
std::vector<Procedure> database_procedures();
std::vector<Procedure> index_procedures();
std::vector<Procedure> path_procedures();
std::vector<Procedure> schema_procedures();
std::vector<Procedure> structure_procedures();

} // namespace lintas::query
