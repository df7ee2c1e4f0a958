#include "server/output/plan_text.h"

#include <fmt/format.h>

#include <iterator>

namespace lintas::server {

namespace {

void append(std::string& text, const query::PlanDescription& step, std::size_t depth) {
    const auto out = std::back_inserter(text);
    fmt::format_to(out, "{:{}}{}", "", 2 * depth, step.operator_name);
    if (!step.details.empty()) fmt::format_to(out, " {}", step.details);
    fmt::format_to(out, "  (about {:.0f} rows", step.estimated_rows);
    if (step.measured)
        fmt::format_to(out, ", in fact {}; {} store hits; {:.3f} ms", step.measured->rows,
                       step.measured->store_hits,
                       std::chrono::duration<double, std::milli>{step.measured->time}.count());
    fmt::format_to(out, ")\n");
    for (const auto& child : step.children) append(text, child, depth + 1);
}

} // namespace

std::string plan_text(const query::PlanDescription& plan) {
    std::string text;
    append(text, plan, 0);
    return text;
}

} // namespace lintas::server
