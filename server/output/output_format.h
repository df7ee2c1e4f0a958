// The forms in which an answer is written: one row of a table each.
//
// Invariant: a form reads the cursor to its end and needs memory for a bounded number of rows.
#pragma once

#include "query/result.h"
#include "server/output/sink.h"

#include <span>
#include <string_view>

namespace lintas::server {

struct OutputFormat {
    std::string_view name;
    std::string_view description;
    void (*write)(query::Cursor& cursor, Sink& sink);
};

std::span<const OutputFormat> output_formats();

// Usage error for an unknown name.
const OutputFormat& output_format(std::string_view name);

} // namespace lintas::server
