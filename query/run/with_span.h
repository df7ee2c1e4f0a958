// Gives errors that know no place in the query the span of the expression that was evaluated.
#pragma once

#include "graph/error.h"

#include <utility>

namespace lintas::query {

// What work() gives. A deadline or a full budget is no fault of the expression and keeps no place.
template <typename Work> auto with_span(Span span, Work work) {
    try {
        return work();
    } catch (const Error& error) {
        if (error.span() || error.code() == ErrorCode::Limit) throw;
        throw error.at(span);
    }
}

} // namespace lintas::query
