// Gives errors that know no place in the query the span of the expression that was evaluated.
#pragma once

#include "graph/error.h"

#include <utility>

namespace lintas::query {

// Is it no fault of the expression? A deadline and a full budget keep no place; a value that would
// be too large has one.
inline bool is_of_whole_query(const Error& error) {
    return error.code() == ErrorCode::Limit && error.detail() != ErrorDetail::NumberOutOfRange;
}

// What work() gives.
template <typename Work> auto with_span(Span span, Work work) {
    try {
        return work();
    } catch (const Error& error) {
        if (error.span() || is_of_whole_query(error)) throw;
        throw error.at(span);
    }
}

} // namespace lintas::query
