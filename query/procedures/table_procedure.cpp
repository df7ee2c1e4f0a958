#include "query/procedures/table_procedure.h"

#include "graph/compare.h"
#include "graph/error.h"
#include "graph/trimmed.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace lintas::query {

namespace {

constexpr std::array<std::pair<std::string_view, Accepts>, 9> type_names{{
    {"ANY", Accepts::Any},
    {"BOOLEAN", Accepts::Boolean},
    {"FLOAT", Accepts::Float},
    {"INTEGER", Accepts::Integer},
    {"LIST", Accepts::List},
    {"MAP", Accepts::Map},
    {"NODE", Accepts::Node},
    {"NUMBER", Accepts::Number},
    {"STRING", Accepts::String},
}};

[[noreturn]] void refuse(std::string_view signature) {
    throw Error{ErrorCode::Input,
                fmt::format("`{}` is no signature of a procedure; it is written "
                            "`name(parameter :: TYPE?, ...) :: (column :: TYPE?, ...)`",
                            signature)};
}

ProcedureField read_field(std::string_view text, std::string_view signature) {
    const auto colons = text.find("::");
    if (colons == std::string_view::npos) refuse(signature);
    auto type = trimmed(text.substr(colons + 2));
    if (type.ends_with('?')) type.remove_suffix(1);
    const auto known =
        std::ranges::find(type_names, type, &std::pair<std::string_view, Accepts>::first);
    if (known == type_names.end()) refuse(signature);
    return {std::string{trimmed(text.substr(0, colons))}, known->second};
}

// "a :: STRING?, b :: INTEGER?"
std::vector<ProcedureField> read_fields(std::string_view text, std::string_view signature) {
    std::vector<ProcedureField> fields;
    while (!trimmed(text).empty()) {
        const auto comma = std::min(text.find(','), text.size());
        fields.push_back(read_field(text.substr(0, comma), signature));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return fields;
}

} // namespace

Procedure table_procedure(std::string_view signature, ProcedureRows rows) {
    const auto open = signature.find('(');
    const auto close = signature.find(')');
    const auto second = signature.find('(', std::min(close, signature.size()));
    const auto last = signature.rfind(')');
    if (second == std::string_view::npos || open > close || last < second) refuse(signature);
    Procedure procedure;
    procedure.name = trimmed(signature.substr(0, open));
    procedure.parameters = read_fields(signature.substr(open + 1, close - open - 1), signature);
    procedure.columns = read_fields(signature.substr(second + 1, last - second - 1), signature);
    procedure.summary = "Answers from a table";
    const auto inputs = procedure.parameters.size();
    const auto width = inputs + procedure.columns.size();
    for (const auto& row : rows)
        if (row.size() != width)
            throw Error{ErrorCode::Input, fmt::format("A row of `{}` has {} values instead of {}",
                                                      procedure.name, row.size(), width)};
    procedure.call = [inputs, rows = std::move(rows)](Arguments arguments, ProcedureContext&) {
        ProcedureRows found;
        for (const auto& row : rows)
            if (std::equal(arguments.begin(), arguments.end(), row.begin(), equivalent))
                found.emplace_back(row.begin() + static_cast<std::ptrdiff_t>(inputs), row.end());
        return answer_of(std::move(found));
    };
    procedure.required = inputs;
    return procedure;
}

} // namespace lintas::query
