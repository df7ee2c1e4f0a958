#include "loaders/cordis_table.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace lintas::loaders {
namespace {

using enum CellKind;
using enum Subject;

constexpr std::string_view project_layout[] = {
    "id",         "acronym",           "status",
    "title",      "startDate",         "endDate",
    "totalCost",  "ecMaxContribution", "legalBasis",
    "topics",     "ecSignatureDate",   "frameworkProgramme",
    "masterCall", "subCall",           "fundingScheme",
    "nature",     "objective",         "contentUpdateDate",
    "rcn",        "grantDoi"};

constexpr std::string_view project_required[] = {"id",      "acronym",   "title",    "startDate",
                                                 "endDate", "totalCost", "objective"};
constexpr CordisColumn project_columns[] = {
    {"acronym", "acronym", Text, Project},
    {"title", "title", Text, Project},
    {"objective", "objective", Text, Project},
    {"status", "status", Text, Project},
    {"startDate", "startDate", Date, Project},
    {"endDate", "endDate", Date, Project},
    {"totalCost", "totalCost", Number, Project},
    {"ecMaxContribution", "ecMaxContribution", Number, Project},
    {"legalBasis", "programme", Text, Project},
    {"topics", "callTopic", Text, Project},
    {"ecSignatureDate", "ecSignatureDate", Date, Project},
    {"masterCall", "masterCall", Text, Project},
    {"subCall", "subCall", Text, Project},
    {"fundingScheme", "fundingScheme", Text, Project},
    {"nature", "nature", Text, Project},
    {"grantDoi", "grantDoi", Text, Project},
    {"contentUpdateDate", "modified", DateTime, Project},
};

constexpr std::string_view participation_required[] = {
    "rcn", "role", "pic", "type", "contribution", "country", "start_date", "end_date"};
constexpr CordisColumn participation_columns[] = {
    {"type", "activityType", Text, Organisation},
    {"role", "role", Text, Participation},
    {"contribution", "ecContribution", Number, Participation},
    {"start_date", "startDate", Date, Project},
    {"end_date", "endDate", Date, Project},
    {"max_contribution", "ecMaxContribution", Number, Project},
    {"total_cost", "totalCost", Number, Project},
    {"start_year", "startYear", Integer, Project},
    {"end_year", "endYear", Integer, Project},
};

// The PIC stands in `organisationID`, or in the address of the contact form.
constexpr std::string_view organisation_required[] = {"projectID", "name", "activityType",
                                                      "country",   "role", "ecContribution"};
constexpr CordisColumn organisation_columns[] = {
    {"name", "name", Name, Organisation},
    {"shortName", "shortName", Name, Organisation},
    {"activityType", "activityType", Text, Organisation},
    {"SME", "sme", Boolean, Organisation},
    {"vatNumber", "vatNumber", Text, Organisation},
    {"street", "street", Text, Organisation},
    {"postCode", "postCode", Text, Organisation},
    {"city", "city", Text, Organisation},
    {"nutsCode", "nutsCode", Text, Organisation},
    {"organizationURL", "website", Text, Organisation},
    {"role", "role", Text, Participation},
    {"order", "order", Integer, Participation},
    {"ecContribution", "ecContribution", Number, Participation},
    {"netEcContribution", "netEcContribution", Number, Participation},
    {"totalCost", "totalCost", Number, Participation},
    {"endOfParticipation", "endOfParticipation", Boolean, Participation},
    {"active", "active", Boolean, Participation},
    {"contentUpdateDate", "modified", DateTime, Participation},
};

constexpr std::string_view programme_required[] = {"rcn", "programme_part"};
constexpr std::string_view legal_required[] = {"projectID", "legalBasis", "title"};
constexpr std::string_view science_required[] = {"projectID", "euroSciVocCode", "euroSciVocPath",
                                                 "euroSciVocTitle"};
constexpr std::string_view topic_required[] = {"projectID", "topic", "title"};

constexpr std::string_view name_required[] = {"pic", "name", "country", "activityType"};
constexpr std::string_view dump_required[] = {"orgId", "name", "country", "activityType"};
constexpr CordisColumn name_columns[] = {
    {"name", "name", Name, Organisation},
    {"shortName", "shortName", Name, Organisation},
    {"activityType", "activityType", Text, Organisation},
    {"street", "street", Text, Organisation},
    {"city", "city", Text, Organisation},
};

constexpr CordisTable tables[] = {
    {CordisKind::Projects, "projects", project_required, project_columns, project_layout},
    {CordisKind::ProjectParticipations,
     "participations by rcn and PIC",
     participation_required,
     participation_columns,
     {},
     true},
    {CordisKind::Organisations,
     "organisations of projects",
     organisation_required,
     organisation_columns,
     {}},
    {CordisKind::ProgrammeParts, "programme parts of projects", programme_required, {}, {}},
    {CordisKind::LegalBases, "legal bases of projects", legal_required, {}, {}},
    {CordisKind::EuroSciVoc, "EuroSciVoc topics of projects", science_required, {}, {}},
    {CordisKind::Topics, "call topics of projects", topic_required, {}, {}},
    {CordisKind::Names, "names of organisations", name_required, name_columns, {}},
    {CordisKind::Names, "names of organisations", dump_required, name_columns, {}},
};

std::size_t count_present(const CordisTable& table, std::span<const std::string> columns) {
    return static_cast<std::size_t>(std::ranges::count_if(table.required, [&](auto name) {
        return std::ranges::find(columns, name) != columns.end();
    }));
}

bool fits(const CordisTable& table, std::span<const std::string> cells) {
    if (table.layout.empty() || cells.size() != table.layout.size()) return false;
    const auto& id = cells.front();
    if (id.empty() ||
        !std::ranges::all_of(id, [](unsigned char c) { return std::isdigit(c) != 0; })) {
        return false;
    }
    return std::ranges::all_of(table.columns, [&](const CordisColumn& column) {
        const auto at = std::ranges::find(table.layout, column.column) - table.layout.begin();
        const auto& cell = cells[static_cast<std::size_t>(at)];
        return cell.empty() || parse_cell(cell, column.kind);
    });
}

} // namespace

std::span<const CordisTable> cordis_tables() { return tables; }

const CordisTable* find_table(std::span<const std::string> columns) {
    const auto* found = std::ranges::find_if(tables, [&](const CordisTable& table) {
        return count_present(table, columns) == table.required.size();
    });
    return found == std::end(tables) ? nullptr : found;
}

const CordisTable* nearest_table(std::span<const std::string> columns, std::size_t least) {
    const CordisTable* nearest = nullptr;
    std::size_t fewest = 0;
    for (const auto& table : tables) {
        const auto present = count_present(table, columns);
        const auto missing = table.required.size() - present;
        if (present < least || missing > present) continue;
        if (nearest == nullptr || missing < fewest) {
            nearest = &table;
            fewest = missing;
        }
    }
    return nearest;
}

const CordisTable* find_table_without_header(std::span<const std::string> cells) {
    const auto* found =
        std::ranges::find_if(tables, [&](const CordisTable& table) { return fits(table, cells); });
    return found == std::end(tables) ? nullptr : found;
}

} // namespace lintas::loaders
