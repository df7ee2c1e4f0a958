#include "loaders/rejects.h"

#include "graph/error.h"

#include <fmt/format.h>

namespace lintas::loaders {
namespace {

void append_field(std::string& line, std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        line += text;
        return;
    }
    line += '"';
    for (const char character : text) {
        if (character == '"') line += '"';
        line += character;
    }
    line += '"';
}

std::string to_line(const Reject& reject) {
    std::string line;
    append_field(line, reject.source);
    line += ',';
    if (reject.line != 0) line += std::to_string(reject.line);
    line += ',';
    append_field(line, reject.reason);
    line += ',';
    append_field(line, reject.value);
    line += '\n';
    return line;
}

} // namespace

void Rejects::add(const Reject& reject) {
    ++total_;
    const auto found = counts_.find(reject.reason);
    if (found == counts_.end()) {
        counts_.emplace(reject.reason, 1);
    } else {
        ++found->second;
    }
    if (path_.empty()) return;
    if (!file_.is_open()) {
        file_.open(path_, std::ios::binary | std::ios::trunc);
        file_ << "source,line,reason,value\n";
    }
    file_ << to_line(reject);
    check();
}

void Rejects::finish() {
    if (!file_.is_open()) return;
    file_.flush();
    check();
}

std::map<std::string, std::uint64_t> Rejects::take_counts() {
    std::map<std::string, std::uint64_t> counts{counts_.begin(), counts_.end()};
    counts_.clear();
    return counts;
}

std::filesystem::path Rejects::written() const { return file_.is_open() ? path_ : ""; }

void Rejects::check() const {
    if (!file_) {
        throw Error{ErrorCode::Storage,
                    fmt::format("The reject file `{}` cannot be written", path_.string())};
    }
}

} // namespace lintas::loaders
