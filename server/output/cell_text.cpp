#include "server/output/cell_text.h"

#include "graph/print.h"

namespace lintas::server {

namespace {

// As printed, temporal values are their ISO text in quotes.
bool is_quoted(const Value& value) {
    return value.type() >= ValueType::Date && value.type() <= ValueType::Duration;
}

} // namespace

std::string cell_text(const Value& value, const Snapshot& graph) {
    if (value.is(ValueType::String)) return value.string();
    auto text = to_text(value, graph);
    return is_quoted(value) ? text.substr(1, text.size() - 2) : text;
}

} // namespace lintas::server
