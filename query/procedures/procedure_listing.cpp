// SHOW PROCEDURES: the procedures of the tables, and those that were added.
#include "query/functions/signature.h"
#include "query/procedures/listing.h"

#include <fmt/format.h>

namespace lintas::query {

namespace {

std::string fields_text(std::span<const ProcedureField> fields) {
    std::vector<std::string> texts;
    for (const auto& field : fields)
        texts.push_back(fmt::format("{} :: {}", field.name, type_text(field.type)));
    return fmt::format("({})", fmt::join(texts, ", "));
}

std::vector<Value> row_of(const Procedure& procedure) {
    return {Value{procedure.name},
            Value{procedure.summary},
            Value{"READ"},
            Value{false},
            Value{signature(procedure)},
            described_fields(procedure.parameters),
            described_fields(procedure.columns),
            Value{false},
            Value{false}};
}

} // namespace

std::string signature(const Procedure& procedure) {
    const auto columns = procedure.columns.empty() ? "" : " :: " + fields_text(procedure.columns);
    return procedure.name + fields_text(procedure.parameters) + columns;
}

Value described_fields(std::span<const ProcedureField> fields) {
    List described;
    for (const auto& field : fields) {
        Map entry;
        entry.insert_or_assign("name", Value{field.name});
        entry.insert_or_assign("type", Value{type_text(field.type)});
        described.emplace_back(std::move(entry));
    }
    return Value{std::move(described)};
}

Listing procedure_listing(const Procedures& procedures) {
    // The list is as it was when the statement was planned.
    auto rows = [all = procedures.all()](Arguments, CallContext&) {
        ProcedureRows found;
        for (const auto& procedure : all) found.push_back(row_of(*procedure));
        return found;
    };
    Procedure procedure{"SHOW PROCEDURES",
                        {},
                        {{"name", Accepts::String},
                         {"description", Accepts::String},
                         {"mode", Accepts::String},
                         {"worksOnSystem", Accepts::Boolean},
                         {"signature", Accepts::String},
                         {"argumentDescription", Accepts::List},
                         {"returnDescription", Accepts::List},
                         {"admin", Accepts::Boolean},
                         {"isDeprecated", Accepts::Boolean}},
                        std::move(rows),
                        "The procedures"};
    return {std::make_shared<const Procedure>(std::move(procedure)), 4, {}};
}

} // namespace lintas::query
