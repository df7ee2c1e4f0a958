#include "graph/expect.h"

#include "graph/error.h"

#include <fmt/format.h>

namespace lintas {

void fail_expectation(std::string_view what, const std::source_location& where) {
    throw Error{ErrorCode::Internal, fmt::format("Broken expectation at `{}:{}`: {}",
                                                 where.file_name(), where.line(), what)};
}

} // namespace lintas
