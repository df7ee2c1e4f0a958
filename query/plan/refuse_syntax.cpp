#include "query/plan/refuse_syntax.h"

#include <utility>

namespace lintas::query {

void refuse_syntax(ErrorDetail detail, std::string message, Span span) {
    throw Error{ErrorCode::Syntax, detail, std::move(message), span};
}

} // namespace lintas::query
