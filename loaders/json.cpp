#include "loaders/json.h"

#include <algorithm>

namespace lintas::loaders {

// Not in the header: where these are inlined, g++ 12 warns falsely of values that are not set.
Json::Json() = default;
Json::Json(Storage storage) : storage_{std::move(storage)} {}
Json::Json(const Json&) = default;
Json::Json(Json&&) noexcept = default;
Json& Json::operator=(const Json&) = default;
Json& Json::operator=(Json&&) noexcept = default;
Json::~Json() = default;

std::optional<std::int64_t> Json::integer() const {
    const auto* value = std::get_if<std::int64_t>(&storage_);
    return value == nullptr ? std::nullopt : std::optional{*value};
}

std::optional<double> Json::number() const {
    if (const auto whole = integer()) return static_cast<double>(*whole);
    const auto* value = std::get_if<double>(&storage_);
    return value == nullptr ? std::nullopt : std::optional{*value};
}

std::optional<std::string_view> Json::string() const {
    const auto* value = std::get_if<std::string>(&storage_);
    return value == nullptr ? std::nullopt : std::optional<std::string_view>{*value};
}

const Json::Array& Json::items() const {
    static const Array none;
    const auto* items = std::get_if<Array>(&storage_);
    return items == nullptr ? none : *items;
}

const Json::Object& Json::members() const {
    static const Object none;
    const auto* members = std::get_if<Object>(&storage_);
    return members == nullptr ? none : *members;
}

const Json& Json::operator[](std::string_view name) const {
    static const Json null;
    const auto& all = members();
    const auto found = std::ranges::find(all, name, &std::pair<std::string, Json>::first);
    return found == all.end() ? null : found->second;
}

} // namespace lintas::loaders
