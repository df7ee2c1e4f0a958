#include "loaders/csv_point.h"

#include "loaders/csv_scalar.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <string>

namespace lintas::loaders {
namespace {

using Entries = std::map<std::string, std::string, std::less<>>;

std::string cleaned(std::string_view text) {
    std::string result;
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if (std::isspace(byte) || character == '"' || character == '\'') continue;
        result += static_cast<char>(std::tolower(byte));
    }
    return result;
}

// `key:value,key:value`; false if a key stands twice or an entry has no colon.
bool read_entries(const std::string& text, Entries& entries) {
    std::string_view left = text;
    while (!left.empty()) {
        const auto end = left.find(',');
        const auto entry = left.substr(0, end);
        const auto colon = entry.find(':');
        if (colon == std::string_view::npos) return false;
        if (!entries.emplace(entry.substr(0, colon), entry.substr(colon + 1)).second) return false;
        if (end == std::string_view::npos) break;
        left.remove_prefix(end + 1);
    }
    return true;
}

struct CrsName {
    std::string_view name;
    Crs crs;
};

constexpr CrsName crs_names[] = {
    {"wgs-84", Crs::Wgs84},
    {"4326", Crs::Wgs84},
    {"wgs-84-3d", Crs::Wgs84_3d},
    {"4979", Crs::Wgs84_3d},
    {"cartesian", Crs::Cartesian},
    {"7203", Crs::Cartesian},
    {"cartesian-3d", Crs::Cartesian3d},
    {"9157", Crs::Cartesian3d},
};

// Takes the number of the first key that is there.
std::optional<double> take(Entries& entries, std::initializer_list<std::string_view> keys) {
    for (const auto key : keys) {
        const auto found = entries.find(key);
        if (found == entries.end()) continue;
        const auto number = parse_float(found->second);
        if (number) entries.erase(found);
        return number;
    }
    return std::nullopt;
}

// False if a named coordinate system is unknown.
bool take_crs(Entries& entries, std::optional<Crs>& crs) {
    for (const std::string_view key : {"crs", "srid"}) {
        const auto found = entries.find(key);
        if (found == entries.end()) continue;
        const auto* name = std::ranges::find(crs_names, found->second, &CrsName::name);
        if (name == std::end(crs_names)) return false;
        crs = name->crs;
        entries.erase(found);
    }
    return true;
}

bool is_on_earth(double longitude, double latitude) {
    return longitude >= -180 && longitude <= 180 && latitude >= -90 && latitude <= 90;
}

} // namespace

std::optional<Point> parse_point(std::string_view text, std::string_view option) {
    auto inside = cleaned(text);
    if (inside.size() < 2 || inside.front() != '{' || inside.back() != '}') return std::nullopt;
    Entries entries;
    if (!read_entries(inside.substr(1, inside.size() - 2), entries)) return std::nullopt;
    std::optional<Crs> crs;
    Entries options;
    if (!read_entries(cleaned(option), options) || !take_crs(options, crs)) return std::nullopt;
    if (!take_crs(entries, crs)) return std::nullopt;

    const bool named = entries.contains("longitude") || entries.contains("latitude");
    const auto x = take(entries, {"longitude", "x"});
    const auto y = take(entries, {"latitude", "y"});
    const auto z = take(entries, {"height", "z"});
    if (!x || !y || !entries.empty()) return std::nullopt;
    const auto flat = named ? Crs::Wgs84 : Crs::Cartesian;
    const auto high = named ? Crs::Wgs84_3d : Crs::Cartesian3d;
    const auto wanted = crs.value_or(z ? high : flat);
    if (has_height(wanted) != z.has_value() || (named && !is_geographic(wanted))) {
        return std::nullopt;
    }
    if (is_geographic(wanted) && !is_on_earth(*x, *y)) return std::nullopt;
    return Point{wanted, *x, *y, z.value_or(0)};
}

} // namespace lintas::loaders
