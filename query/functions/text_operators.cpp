#include "query/functions/operators.h"
#include "query/functions/pattern_cache.h"

namespace lintas::query {

namespace {

bool are_texts(const Value& left, const Value& right) {
    return left.is(ValueType::String) && right.is(ValueType::String);
}

} // namespace

Value starts_with(const Value& text, const Value& prefix) {
    if (!are_texts(text, prefix)) return {};
    return text.string().starts_with(prefix.string());
}

Value ends_with(const Value& text, const Value& suffix) {
    if (!are_texts(text, suffix)) return {};
    return text.string().ends_with(suffix.string());
}

Value contains(const Value& text, const Value& part) {
    if (!are_texts(text, part)) return {};
    return text.string().find(part.string()) != std::string::npos;
}

Value matches(const Value& text, const Value& pattern) {
    if (!are_texts(text, pattern)) return {};
    return matches_pattern(text.string(), pattern.string());
}

Value truth(std::optional<bool> value) { return value ? Value{*value} : Value{}; }

} // namespace lintas::query
