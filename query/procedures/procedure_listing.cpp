// SHOW PROCEDURES: the procedures of the tables, and those that were added.
#include "query/functions/signature.h"
#include "query/procedures/listing.h"

#include <fmt/format.h>

namespace lintas::query {

namespace {

// Those behind the first `required` may be left out.
std::string fields_text(std::span<const ProcedureField> fields, std::size_t required) {
    std::vector<std::string> texts;
    for (const auto& field : fields) {
        const auto text = fmt::format("{} :: {}", field.name, type_text(field.type));
        texts.push_back(texts.size() < required ? text : "[" + text + "]");
    }
    return fmt::format("({})", fmt::join(texts, ", "));
}

Value described_options(std::span<const Option> options) {
    List described;
    for (const auto& option : options) {
        Map entry;
        entry.insert_or_assign("default", option.fallback);
        entry.insert_or_assign("description", Value{option.summary});
        entry.insert_or_assign("name", Value{option.name});
        entry.insert_or_assign("type", Value{type_text(option.type)});
        described.emplace_back(std::move(entry));
    }
    return Value{std::move(described)};
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
            Value{false},
            described_options(procedure.options)};
}

} // namespace

std::string signature(const Procedure& procedure) {
    const auto& columns = procedure.columns;
    return procedure.name + fields_text(procedure.parameters, procedure.required) +
           (columns.empty() ? "" : " :: " + fields_text(columns, columns.size()));
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
    auto rows = [all = procedures.all()](Arguments, ProcedureContext&) {
        ProcedureRows found;
        for (const auto& procedure : all) found.push_back(row_of(*procedure));
        return answer_of(std::move(found));
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
                         {"isDeprecated", Accepts::Boolean},
                         {"option", Accepts::List}},
                        std::move(rows),
                        "The procedures"};
    return {std::make_shared<const Procedure>(std::move(procedure)), 4, {}};
}

} // namespace lintas::query
