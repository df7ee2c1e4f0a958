#include "loaders/progress.h"

#include <algorithm>

namespace lintas::loaders {

void ProgressCounter::update(std::string_view source, std::uint64_t position, std::uint64_t rows) {
    if (sink_ == nullptr) return;
    const auto done = std::min(bytes_before_ + position, bytes_in_all_);
    sink_->update({source, done, bytes_in_all_, rows_before_ + rows});
}

void ProgressCounter::finish_file(std::uint64_t size, std::uint64_t rows) {
    bytes_before_ += size;
    rows_before_ += rows;
}

} // namespace lintas::loaders
