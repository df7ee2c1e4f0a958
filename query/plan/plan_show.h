// SHOW: the rows of a listing, then what YIELD, WHERE and RETURN make of them.
#pragma once

#include "query/plan/plan_query.h"

namespace lintas::query {

PlannedBody plan_show(Planning& planning, const syntax::Show& show, Span span);

} // namespace lintas::query
