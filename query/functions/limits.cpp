#include "query/functions/limits.h"

#include "graph/error.h"

#include <fmt/format.h>

namespace lintas::query {

void check_text_size(std::size_t bytes) {
    if (bytes <= max_text_bytes) return;
    throw Error{
        ErrorCode::Limit, ErrorDetail::NumberOutOfRange,
        fmt::format("A text would have {} bytes, at most {} are allowed", bytes, max_text_bytes)};
}

void check_list_size(std::size_t elements) {
    if (elements <= max_list_elements) return;
    throw Error{ErrorCode::Limit, ErrorDetail::NumberOutOfRange,
                fmt::format("A list would have {} elements, at most {} are allowed", elements,
                            max_list_elements)};
}

} // namespace lintas::query
