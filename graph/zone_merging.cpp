#include "graph/zone_merging.h"

#include <optional>
#include <sstream>

namespace lintas {

namespace {

struct Row {
    std::vector<std::string> countries;
    std::string zone;
};

std::optional<Row> read_row(const std::string& line) {
    if (line.empty() || line.front() == '#') return {};
    std::istringstream columns{line};
    std::string codes;
    std::string coordinates;
    Row row;
    if (!std::getline(columns, codes, '\t') || !std::getline(columns, coordinates, '\t') ||
        !std::getline(columns, row.zone, '\t')) {
        return {};
    }
    std::istringstream list{codes};
    for (std::string code; std::getline(list, code, ',');) row.countries.push_back(code);
    return row;
}

std::vector<Row> read_rows(std::istream& table) {
    std::vector<Row> rows;
    for (std::string line; std::getline(table, line);) {
        if (auto row = read_row(line)) rows.push_back(*std::move(row));
    }
    return rows;
}

} // namespace

MergedZones merged_zones(std::istream& zone_tab, std::istream& zone1970_tab) {
    std::map<std::string, std::vector<std::string>> main_zones; // by country
    MergedZones merged;
    for (const auto& row : read_rows(zone_tab)) {
        for (const auto& country : row.countries) merged[row.zone].push_back(country);
    }
    for (const auto& row : read_rows(zone1970_tab)) {
        for (const auto& country : row.countries) main_zones[country].push_back(row.zone);
        merged.erase(row.zone);
    }
    for (auto& [zone, countries_then_candidates] : merged) {
        std::vector<std::string> candidates;
        for (const auto& country : countries_then_candidates) {
            const auto& zones = main_zones[country];
            candidates.insert(candidates.end(), zones.begin(), zones.end());
        }
        countries_then_candidates = std::move(candidates);
    }
    return merged;
}

} // namespace lintas
