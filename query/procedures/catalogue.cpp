#include "query/procedures/near_name.h"
#include "query/procedures/procedure.h"

namespace lintas::query {

namespace {

using Table = std::vector<Procedure> (*)();

constexpr Table tables[] = {
    centrality_procedures, collaboration_procedures, community_procedures, database_procedures,
    index_procedures,      path_procedures,          schema_procedures,    structure_procedures,
};

} // namespace

Procedures::Procedures() { reset(); }

void Procedures::reset() {
    by_name_.clear();
    for (const auto table : tables)
        for (auto& procedure : table()) add(std::move(procedure));
}

void Procedures::add(Procedure procedure) {
    auto name = folded(procedure.name);
    by_name_.insert_or_assign(std::move(name),
                              std::make_shared<const Procedure>(std::move(procedure)));
}

ProcedurePointer Procedures::find(std::string_view name) const {
    const auto found = by_name_.find(folded(name));
    return found == by_name_.end() ? nullptr : found->second;
}

std::string Procedures::near(std::string_view name) const {
    std::vector<std::string_view> known;
    for (const auto& [folded_name, procedure] : by_name_) known.push_back(procedure->name);
    return std::string{near_name(name, known)};
}

std::vector<ProcedurePointer> Procedures::all() const {
    std::vector<ProcedurePointer> found;
    for (const auto& [name, procedure] : by_name_) found.push_back(procedure);
    return found;
}

} // namespace lintas::query
