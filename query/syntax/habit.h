// What people write who know another language, and what stands for it here.
#pragma once

#include <string_view>

namespace lintas::query::syntax {

// Advice about a token that does not fit, given those beside it as they were written; empty where
// there is none.
std::string_view advice(std::string_view before, std::string_view found, std::string_view next);

} // namespace lintas::query::syntax
