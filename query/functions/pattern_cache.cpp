#include "query/functions/pattern_cache.h"

#include "graph/error.h"
#include "query/functions/excerpt.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <memory>
#include <unordered_map>

namespace lintas::query {

namespace {

// A query has few patterns, unless they come from the data; then old ones only take memory.
constexpr std::size_t most_patterns = 16;

std::unique_ptr<const re2::RE2> compile(const std::string& pattern) {
    re2::RE2::Options options;
    options.set_log_errors(false);
    auto compiled = std::make_unique<const re2::RE2>(pattern, options);
    if (compiled->ok()) return compiled;
    throw Error{ErrorCode::Argument, ErrorDetail::InvalidArgumentValue,
                fmt::format("Regular expression {} cannot be read: {}", excerpt(pattern),
                            excerpt(compiled->error()))};
}

const re2::RE2& compiled(const std::string& pattern) {
    thread_local std::unordered_map<std::string, std::unique_ptr<const re2::RE2>> patterns;
    const auto known = patterns.find(pattern);
    if (known != patterns.end()) return *known->second;
    auto fresh = compile(pattern);
    if (patterns.size() >= most_patterns) patterns.clear();
    return *patterns.emplace(pattern, std::move(fresh)).first->second;
}

} // namespace

bool matches_pattern(std::string_view text, const std::string& pattern) {
    return re2::RE2::FullMatch({text.data(), text.size()}, compiled(pattern));
}

} // namespace lintas::query
