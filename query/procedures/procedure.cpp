#include "query/procedures/procedure.h"

namespace lintas::query {

Procedure rows_procedure(std::string name, std::vector<ProcedureField> columns, RowsBody body,
                         std::string summary) {
    Procedure procedure;
    procedure.name = std::move(name);
    procedure.columns = std::move(columns);
    procedure.call = [body](Arguments arguments, ProcedureContext& context) {
        return answer_of(body(arguments, context));
    };
    procedure.summary = std::move(summary);
    procedure.required = 0;
    return procedure;
}

Procedure options_procedure(std::string name, std::vector<Option> options,
                            std::vector<ProcedureField> columns, OptionsBody body,
                            std::string summary) {
    Procedure procedure;
    procedure.name = std::move(name);
    procedure.parameters = {{"options", Accepts::Map}};
    procedure.columns = std::move(columns);
    procedure.call = [called = procedure.name, table = options,
                      body = std::move(body)](Arguments arguments, ProcedureContext& context) {
        const auto& given = arguments[0];
        return body(Options{called, table, given.is_null() ? Map{} : given.map()}, context);
    };
    procedure.summary = std::move(summary);
    procedure.required = 0;
    procedure.options = std::move(options);
    return procedure;
}

} // namespace lintas::query
