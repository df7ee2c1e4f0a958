#include "server/load_progress.h"

#include "server/output/display_width.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace lintas::server {

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto between_lines = std::chrono::milliseconds{100};
constexpr auto beginning_of_line = "\r\x1B[K"; // and wipes what is there

} // namespace

void LoadProgress::update(const loaders::Progress& progress) {
    const auto now = Clock::now();
    if (now - shown_ < between_lines) return;
    shown_ = now;
    terminal_ << beginning_of_line << progress_text(progress, now - begin_) << std::flush;
}

void LoadProgress::wipe() {
    if (shown_ != Clock::time_point{}) terminal_ << beginning_of_line << std::flush;
}

std::string progress_text(const loaders::Progress& progress,
                          std::chrono::duration<double> elapsed) {
    const auto seconds = std::max(elapsed.count(), 0.001);
    auto text = fmt::format("{} rows  {}/s", grouped(progress.rows),
                            grouped(static_cast<std::uint64_t>(double(progress.rows) / seconds)));
    if (progress.bytes_in_all > 0 && progress.bytes_done > 0) {
        const auto share =
            std::min(1.0, double(progress.bytes_done) / double(progress.bytes_in_all));
        const auto left = static_cast<std::uint64_t>(seconds / share - seconds);
        text = fmt::format("{:2.0f} %  {}  {}:{:02} left", 100 * share, text, left / 60, left % 60);
    }
    const auto name = std::filesystem::path{progress.source}.filename().string();
    return name.empty() ? text : text + "  " + visible(name);
}

std::string grouped(std::uint64_t number) {
    auto text = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3)
        text.insert(static_cast<std::size_t>(at), ",");
    return text;
}

} // namespace lintas::server
