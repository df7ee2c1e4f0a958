#include "graph/collaboration/difference.h"

#include "graph/collaboration/distributions.h"

#include <cmath>

namespace lintas::collaboration {

namespace {

Measured share(std::uint64_t part, std::uint64_t whole) {
    Measured found{{}, static_cast<double>(part), static_cast<double>(whole)};
    if (whole > 0) found.value = found.part / found.whole;
    return found;
}

Measured number(std::uint64_t count) {
    const auto value = static_cast<double>(count);
    return {value, value, 0};
}

double square(double value) { return value * value; }

} // namespace

Measured measured(const Size& size, Indicator indicator) {
    switch (indicator) {
    case Indicator::InternationalShare: return share(size.international, size.events);
    case Indicator::LeadShare: return share(size.leading, size.events);
    case Indicator::Events: return number(size.events);
    case Indicator::International: return number(size.international);
    case Indicator::Leading: return number(size.leading);
    }
    return {};
}

Interval interval_of_change(const Measured& before, const Measured& after) {
    const auto change = after.value.value_or(0) - before.value.value_or(0);
    if (before.whole == 0 && after.whole == 0) {
        const auto half = normal_quantile * std::sqrt(before.part + after.part);
        return {change - half, change + half};
    }
    const auto old_share = wilson_interval(before.part, before.whole);
    const auto new_share = wilson_interval(after.part, after.whole);
    return {change - std::sqrt(square(after.value.value_or(0) - new_share.low) +
                               square(old_share.high - before.value.value_or(0))),
            change + std::sqrt(square(new_share.high - after.value.value_or(0)) +
                               square(before.value.value_or(0) - old_share.low))};
}

} // namespace lintas::collaboration
