// The procedures of collaboration, one a file.
#pragma once

#include "query/procedures/procedure.h"

namespace lintas::query {

Procedure assortativity_procedure();
Procedure brokerage_procedure();
Procedure centrality_procedure();
Procedure communities_procedure();
Procedure complexity_procedure();
Procedure coverage_procedure();
Procedure ego_procedure();
Procedure evaluate_procedure();
Procedure explain_procedure();
Procedure gaps_procedure();
Procedure holes_procedure();
Procedure link_predict_procedure();
Procedure matrix_procedure();
Procedure partners_procedure();
Procedure paths_procedure();
Procedure profile_procedure();
Procedure relatedness_procedure();
Procedure robustness_procedure();
Procedure specialisation_procedure();
Procedure topics_procedure();
Procedure trend_procedure();

} // namespace lintas::query
