#include "query/procedures/collaboration_procedures.h"

#include "query/procedures/collaboration_diff.h"

namespace lintas::query {

namespace {

using MakeProcedure = Procedure (*)();

constexpr MakeProcedure table[] = {
    assortativity_procedure,
    brokerage_procedure,
    centrality_procedure,
    communities_procedure,
    complexity_procedure,
    coverage_procedure,
    ego_procedure,
    evaluate_procedure,
    explain_procedure,
    gaps_procedure,
    holes_procedure,
    link_predict_procedure,
    matrix_procedure,
    partners_procedure,
    paths_procedure,
    profile_procedure,
    relatedness_procedure,
    robustness_procedure,
    specialisation_procedure,
    topics_procedure,
    trend_procedure,
};

} // namespace

std::vector<Procedure> collaboration_procedures() {
    std::vector<Procedure> procedures;
    for (const auto make : table) procedures.push_back(make());
    procedures.push_back(diff_procedure({}));
    return procedures;
}

} // namespace lintas::query
