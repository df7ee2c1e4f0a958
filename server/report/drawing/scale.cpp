#include "server/report/drawing/scale.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace lintas::report {

namespace {

double round_step(double rough) {
    const auto power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (rough <= factor * power * 1.000001) return factor * power;
    return 10 * power;
}

std::string grouped_digits(long long number) {
    auto digits = std::to_string(std::abs(number));
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), 1, ',');
    if (number < 0) digits.insert(0, 1, '-');
    return digits;
}

} // namespace

Scale scale_over(double smallest, double largest, int wanted, double least_step) {
    if (!(largest > smallest)) largest = smallest + std::max(1.0, std::abs(smallest) / 10);
    const auto step = std::max(least_step, round_step((largest - smallest) / std::max(1, wanted)));
    const auto first = std::floor(smallest / step + 1e-9);
    const auto last = std::ceil(largest / step - 1e-9);
    Scale scale;
    for (auto at = first; at <= last; ++at) scale.ticks.push_back(at * step);
    if (scale.ticks.size() < 2) scale.ticks.push_back(scale.ticks.front() + step);
    return scale;
}

std::string tick_text(double value) {
    const auto whole = std::llround(value);
    if (std::abs(value - static_cast<double>(whole)) < 1e-9) return grouped_digits(whole);
    auto text = fmt::format("{:.4f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    return text;
}

} // namespace lintas::report
