#include "datasets/country_names.h"

#include <algorithm>

namespace lintas::datasets {

namespace {

constexpr CountryName name_table[] = {
    {"AT", "de", "Österreich"},   {"BE", "nl", "België"},      {"BE", "fr", "Belgique"},
    {"BE", "de", "Belgien"},      {"BG", "bg", "България"},    {"BN", "ms", "Brunei"},
    {"CY", "el", "Κύπρος"},       {"CY", "tr", "Kıbrıs"},      {"CZ", "cs", "Česko"},
    {"DE", "de", "Deutschland"},  {"DK", "da", "Danmark"},     {"EE", "et", "Eesti"},
    {"ES", "es", "España"},       {"FI", "fi", "Suomi"},       {"FI", "sv", "Finland"},
    {"FR", "fr", "France"},       {"GR", "el", "Ελλάδα"},      {"HR", "hr", "Hrvatska"},
    {"HU", "hu", "Magyarország"}, {"ID", "id", "Indonesia"},   {"IE", "ga", "Éire"},
    {"IE", "en", "Ireland"},      {"IT", "it", "Italia"},      {"KH", "km", "កម្ពុជា"},
    {"LA", "lo", "ລາວ"},          {"LT", "lt", "Lietuva"},     {"LU", "lb", "Lëtzebuerg"},
    {"LU", "fr", "Luxembourg"},   {"LU", "de", "Luxemburg"},   {"LV", "lv", "Latvija"},
    {"MM", "my", "မြန်မာ"},        {"MT", "mt", "Malta"},       {"MY", "ms", "Malaysia"},
    {"NL", "nl", "Nederland"},    {"PH", "fil", "Pilipinas"},  {"PL", "pl", "Polska"},
    {"PT", "pt", "Portugal"},     {"RO", "ro", "România"},     {"SE", "sv", "Sverige"},
    {"SG", "en", "Singapore"},    {"SG", "ms", "Singapura"},   {"SG", "ta", "சிங்கப்பூர்"},
    {"SG", "zh", "新加坡"},       {"SI", "sl", "Slovenija"},   {"SK", "sk", "Slovensko"},
    {"TH", "th", "ไทย"},          {"TL", "pt", "Timor-Leste"}, {"TL", "tet", "Timór-Leste"},
    {"VN", "vi", "Việt Nam"},
};

} // namespace

std::span<const CountryName> country_names() { return name_table; }

std::span<const CountryName> names_of_country(std::string_view iso2) {
    const auto found = std::ranges::equal_range(name_table, iso2, {}, &CountryName::iso2);
    return {found.begin(), found.end()};
}

} // namespace lintas::datasets
