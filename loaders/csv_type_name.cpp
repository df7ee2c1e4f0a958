#include "loaders/csv_type_name.h"

#include "loaders/ascii.h"

#include <algorithm>
#include <iterator>

namespace lintas::loaders {

namespace {

struct TypeName {
    std::string_view name;
    ScalarType type;
};

// Of several names of a type the first is written.
constexpr TypeName type_names[] = {
    {"string", ScalarType::String},
    {"char", ScalarType::Character},
    {"byte", ScalarType::Byte},
    {"short", ScalarType::Short},
    {"int", ScalarType::Int},
    {"long", ScalarType::Long},
    {"integer", ScalarType::Long},
    {"double", ScalarType::Float},
    {"float", ScalarType::Float},
    {"boolean", ScalarType::Boolean},
    {"date", ScalarType::Date},
    {"localtime", ScalarType::LocalTime},
    {"time", ScalarType::ZonedTime},
    {"localdatetime", ScalarType::LocalDateTime},
    {"datetime", ScalarType::ZonedDateTime},
    {"duration", ScalarType::Duration},
    {"point", ScalarType::Point},
    {"any", ScalarType::Any},
};

} // namespace

std::optional<ScalarType> find_type(std::string_view name) {
    const auto* found = std::ranges::find_if(type_names, [name](const TypeName& candidate) {
        return equals_lower(name, candidate.name);
    });
    if (found == std::end(type_names)) return std::nullopt;
    return found->type;
}

std::string_view type_name(ScalarType type) {
    return std::ranges::find(type_names, type, &TypeName::type)->name;
}

} // namespace lintas::loaders
