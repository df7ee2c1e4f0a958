#include "loaders/line_reader.h"

#include "loaders/utf8.h"

namespace lintas::loaders {
namespace {

constexpr std::size_t chunk = 1 << 16;

} // namespace

bool LineReader::refill() {
    if (is_last_) return false;
    text_.erase(0, at_);
    at_ = 0;
    const auto before = text_.size();
    text_.resize(before + chunk);
    const auto count = stream_->read(text_.data() + before, chunk);
    text_.resize(before + count);
    is_last_ = count == 0;
    return count > 0;
}

bool LineReader::next(std::string_view& line) {
    auto end = text_.find_first_of("\r\n", at_);
    // A CR at the end of what is at hand may have its LF still to come.
    while (end == std::string::npos || (text_[end] == '\r' && end + 1 == text_.size())) {
        const auto searched = text_.size() - at_;
        if (!refill()) break;
        end = text_.find_first_of("\r\n",
                                  end == std::string::npos ? at_ + searched : at_ + searched - 1);
    }
    if (at_ == text_.size()) return false;
    if (end == std::string::npos) end = text_.size();
    line = std::string_view{text_}.substr(at_, end - at_);
    at_ = end;
    if (std::string_view{text_}.substr(at_).starts_with("\r\n"))
        at_ += 2;
    else if (at_ < text_.size())
        ++at_;
    if (line_++ == 0 && line.starts_with(byte_order_mark))
        line.remove_prefix(byte_order_mark.size());
    return true;
}

} // namespace lintas::loaders
