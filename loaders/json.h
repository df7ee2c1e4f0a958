// A JSON value as a plain tree.
//
// Invariant: strings are UTF-8; members of an object are in the order of the text, of several with
// one name the first counts. At most 64 levels deep.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace lintas::loaders {

class Json {
public:
    using Array = std::vector<Json>;
    using Object = std::vector<std::pair<std::string, Json>>;
    using Storage =
        std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object>;

    Json();
    Json(Storage storage);
    Json(const Json&);
    Json(Json&&) noexcept;
    Json& operator=(const Json&);
    Json& operator=(Json&&) noexcept;
    ~Json();

    bool is_null() const { return std::holds_alternative<std::monostate>(storage_); }
    bool is_object() const { return std::holds_alternative<Object>(storage_); }

    // The value, or nothing where it is of another type.
    std::optional<std::int64_t> integer() const;
    std::optional<double> number() const;
    std::optional<std::string_view> string() const;
    // The items; none where this is no array.
    const Array& items() const;
    // The members; none where this is no object.
    const Object& members() const;
    // The member's value; null where there is none.
    const Json& operator[](std::string_view name) const;

private:
    Storage storage_;
};

} // namespace lintas::loaders
