#include "server/shell/duration_text.h"

#include <fmt/format.h>

namespace lintas::server {

namespace {

std::string three_digits(double number) {
    return fmt::format("{:.{}f}", number, number < 9.995 ? 2 : number < 99.95 ? 1 : 0);
}

} // namespace

std::string duration_text(std::chrono::nanoseconds time) {
    const auto seconds = std::chrono::duration<double>{time}.count();
    if (seconds < 0.9995) return three_digits(seconds * 1000) + " ms";
    if (seconds < 59.95) return three_digits(seconds) + " s";
    const auto whole = std::chrono::round<std::chrono::seconds>(time).count();
    return fmt::format("{} min {} s", whole / 60, whole % 60);
}

} // namespace lintas::server
