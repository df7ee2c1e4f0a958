// Shows on a terminal how far a load is: share, rows, rate, time left, file.
//
// Invariant: nothing but one line is ever shown, rewritten at most ten times a second and wiped at
// the end.
#pragma once

#include "loaders/load_options.h"

#include <chrono>
#include <ostream>

namespace lintas::server {

class LoadProgress final : public loaders::ProgressSink {
public:
    explicit LoadProgress(std::ostream& terminal) : terminal_{terminal} {}

    void update(const loaders::Progress& progress) override;
    void wipe();

private:
    std::ostream& terminal_;
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point shown_{};
};

// The line, without what rewrites it: "42 %  1,204,331 rows  410,000/s  0:07 left  h2020.csv".
std::string progress_text(const loaders::Progress& progress, std::chrono::duration<double> elapsed);

// 1204331 as "1,204,331".
std::string grouped(std::uint64_t number);

} // namespace lintas::server
