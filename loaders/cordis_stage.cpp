#include "loaders/cordis_stage.h"

#include "graph/error.h"
#include "graph/temporal_calendar.h"
#include "graph/temporal_parse.h"
#include "loaders/cordis_topics.h"
#include "loaders/country_nodes.h"
#include "loaders/parsed_value.h"
#include "loaders/shown_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace lintas::loaders {
namespace {

bool is_number(std::string_view text) {
    constexpr std::size_t longest = 18;
    return !text.empty() && text.size() <= longest &&
           std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c) != 0; });
}

std::string pic_key(std::string_view pic) { return fmt::format("pic:{}", pic); }
std::string project_key(std::string_view id) { return fmt::format("project:{}", id); }
std::string rcn_key(std::string_view rcn) { return fmt::format("project-rcn:{}", rcn); }

// The PIC has a column of its own, or is the last but one part of the contact form's address.
std::string_view pic_of(const CordisRow& row) {
    for (const std::string_view column : {"organisationID", "pic", "orgId"}) {
        const auto pic = row.cell(column);
        if (!pic.empty()) return pic;
    }
    auto address = row.cell("contactForm");
    const auto last = address.rfind('/');
    if (last == std::string_view::npos) return "";
    address = address.substr(0, last);
    return address.substr(address.rfind('/') + 1);
}

// Of the programme's own column, or of how its legal bases begin.
std::string_view framework_of(const CordisRow& row) {
    const auto named = row.cell("frameworkProgramme");
    if (!named.empty()) return named;
    const auto basis = row.cell("legalBasis");
    if (basis.starts_with("HORIZON")) return "HORIZON";
    if (basis.starts_with("H2020")) return "H2020";
    return row.file().framework;
}

bool is_company(const Value& activity) {
    return activity.is(ValueType::String) && activity.string() == "PRC";
}

// As CORDIS writes it in one table or the other: 59.40,17.94 or (59.40,17.94).
std::optional<std::pair<double, double>> read_location(std::string_view text) {
    if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
    const auto comma = text.find(',');
    if (comma == std::string_view::npos) return std::nullopt;
    const auto latitude = parse_decimal(text.substr(0, comma));
    const auto longitude = parse_decimal(text.substr(comma + 1));
    if (!latitude || !longitude) return std::nullopt;
    return std::pair{*latitude, *longitude};
}

} // namespace

std::string_view cordis_source(std::string_view framework) {
    if (framework == "H2020") return "cordis-h2020";
    if (framework == "HORIZON") return "cordis-he";
    return "cordis";
}

void CordisStage::add(const CordisRow& row, CordisCounts& counts) {
    switch (row.file().table->kind) {
    case CordisKind::Projects: return add_project(row, counts);
    case CordisKind::ProjectParticipations: return add_participation(row, counts);
    case CordisKind::Organisations: return add_organisation(row, counts);
    case CordisKind::ProgrammeParts: return add_programme_part(row, counts);
    case CordisKind::LegalBases: return add_legal_basis(row, counts);
    case CordisKind::EuroSciVoc: return add_science_topic(row, counts);
    case CordisKind::Topics: return add_topic(row, counts);
    case CordisKind::Names: return add_name(row, counts);
    }
}

void CordisStage::reject(const CordisRow& row, std::string_view reason, std::string_view value) {
    rejects_.add({row.file().name, row.line(), reason, shown_text(value)});
}

std::optional<CordisStage::Cells> CordisStage::read_cells(const CordisRow& row) {
    Cells cells;
    for (const auto& column : row.file().table->columns) {
        const auto cell = row.cell(column.column);
        if (cell.empty()) {
            cells.emplace_back(&column, Value{});
            continue;
        }
        auto value = parse_cell(cell, column.kind);
        if (!value) {
            reject(row, "value of another type", fmt::format("{}: {}", column.column, cell));
            return std::nullopt;
        }
        cells.emplace_back(&column, std::move(*value));
    }
    return cells;
}

void CordisStage::add_project(const CordisRow& row, CordisCounts& counts) {
    const auto id = row.cell("id");
    if (!is_number(id)) return reject(row, "project without a grant number", id);
    const auto cells = read_cells(row);
    if (!cells) return;
    const auto project = staging_.node(project_key(id));
    if (const auto rcn = row.cell("rcn"); is_number(rcn)) {
        staging_.add_key(project, rcn_key(rcn));
        staging_.set(project, "rcn", rcn);
    }
    staging_.set(project, "id", id);
    staging_.set(project, "srcId", id);
    set_framework(project, row);
    set_project(project, row, *cells);
    set_years(project);
    counts.projects.insert(project);

    const auto cluster = row.cell("cluster");
    if (!is_no_cluster(cluster)) {
        const auto framework = staging_.get(project, "framework");
        const auto source = cordis_source(framework.is_null() ? "" : framework.string());
        const auto challenge = stage_challenge(
            staging_, framework.is_null() ? "" : framework.string(), cluster, "", source);
        const NamedValue properties[] = {{"src", source},
                                         {"seenAt", date_or_null(row.file().seen_at)}};
        staging_.relate("ADDRESSES", project, challenge, properties);
    } else if (!cluster.empty()) {
        ++counts.without_challenge;
    }
}

void CordisStage::set_framework(StagedNode project, const CordisRow& row) {
    staging_.add_label(project, "Project");
    const auto framework = framework_of(row);
    if (!framework.empty()) staging_.set(project, "framework", framework);
    staging_.set(project, "src", cordis_source(framework));
}

// A table of participations says of a project only what no table of projects has said.
void CordisStage::set_project(StagedNode project, const CordisRow& row, const Cells& cells) {
    const bool describes = row.file().table->kind == CordisKind::Projects;
    const bool is_described = !staging_.get(project, "title").is_null();
    for (const auto& [column, value] : cells) {
        if (column->subject != Subject::Project || value.is_null()) continue;
        if (!describes && is_described && !staging_.get(project, column->property).is_null()) {
            continue;
        }
        staging_.set(project, column->property, value);
    }
    if (!row.file().seen_at.empty())
        staging_.set(project, "seenAt", date_or_null(row.file().seen_at));
}

void CordisStage::set_years(StagedNode project) {
    for (const auto& [day, year] : {std::pair{"startDate", "startYear"}, {"endDate", "endYear"}}) {
        const auto value = staging_.get(project, day);
        if (value.is(ValueType::Date)) {
            staging_.set(project, year, civil_from_days(value.as<Date>().days).year);
        }
    }
}

void CordisStage::add_participation(const CordisRow& row, CordisCounts& counts) {
    const auto rcn = row.cell("rcn");
    if (!is_number(rcn)) return reject(row, "project without a number", rcn);
    const auto pic = pic_of(row);
    if (!is_number(pic)) return reject(row, "organisation without a PIC", pic);
    const auto cells = read_cells(row);
    if (!cells) return;
    const auto country = read_country(row, counts);

    constexpr std::string_view framework = "H2020";
    const auto project = staging_.node(rcn_key(rcn));
    staging_.add_label(project, "Project");
    staging_.set(project, "rcn", rcn);
    if (staging_.get(project, "id").is_null()) {
        staging_.set(project, "id", fmt::format("rcn:{}", rcn));
        staging_.set(project, "srcId", rcn);
    }
    if (staging_.get(project, "framework").is_null()) {
        staging_.set(project, "framework", framework);
        staging_.set(project, "src", cordis_source(framework));
    }
    set_project(project, row, *cells);
    counts.projects.insert(project);

    const auto organisation = stage_organisation(pic, row, *cells);
    staging_.set(organisation, "src", cordis_source(framework));
    participate(organisation, project, row, *cells, country, counts);
}

void CordisStage::add_organisation(const CordisRow& row, CordisCounts& counts) {
    const auto id = row.cell("projectID");
    if (!is_number(id)) return reject(row, "participation without a project", id);
    const auto pic = pic_of(row);
    if (!is_number(pic)) return reject(row, "organisation without a PIC", pic);
    const auto cells = read_cells(row);
    if (!cells) return;
    const auto country = read_country(row, counts);

    const auto project = staging_.node(project_key(id));
    if (staging_.get(project, "id").is_null()) {
        staging_.set(project, "id", id);
        staging_.set(project, "srcId", id);
        set_framework(project, row);
    }
    counts.projects.insert(project);
    const auto organisation = stage_organisation(pic, row, *cells);
    staging_.set(organisation, "src", staging_.get(project, "src"));
    if (const auto place = read_location(row.cell("geolocation"))) {
        staging_.set(organisation, "lat", place->first);
        staging_.set(organisation, "lng", place->second);
    }
    participate(organisation, project, row, *cells, country, counts);
}

StagedNode CordisStage::stage_organisation(std::string_view pic, const CordisRow& row,
                                           const Cells& cells) {
    const auto organisation = staging_.node(pic_key(pic));
    staging_.set(organisation, "id", pic);
    staging_.set(organisation, "pic", pic);
    staging_.set(organisation, "srcId", pic);
    for (const auto& [column, value] : cells) {
        if (column->subject == Subject::Organisation && !value.is_null()) {
            staging_.set(organisation, column->property, value);
        }
    }
    if (!row.file().seen_at.empty())
        staging_.set(organisation, "seenAt", date_or_null(row.file().seen_at));
    organisations_.insert(organisation);
    return organisation;
}

void CordisStage::participate(StagedNode organisation, StagedNode project, const CordisRow& row,
                              const Cells& cells, std::string_view country, CordisCounts& counts) {
    const auto project_source = staging_.get(project, "src");
    const std::string source = project_source.is_null() ? "cordis" : project_source.string();
    std::vector<NamedValue> properties;
    for (const auto& [column, value] : cells) {
        if (column->subject == Subject::Participation) {
            properties.push_back({column->property, value});
        }
    }
    properties.push_back({"country", text_or_null(country)});
    properties.push_back({"src", source});
    properties.push_back({"seenAt", date_or_null(row.file().seen_at)});
    const auto participation =
        staging_.relate("PARTICIPATES_IN", organisation, project, properties);
    participations_.insert(participation);
    if (!counts.participations.insert(participation).second) ++counts.repeated;
    counts.organisations.insert(organisation);
    if (!country.empty()) locate(organisation, country, row, source);
}

// Within one source the newer place replaces the older, unless another source names that too.
void CordisStage::move_seat(StagedNode organisation, const std::string& source,
                            const std::string& iso2) {
    auto& seats = seats_[organisation];
    const auto before = std::exchange(seats[source], iso2);
    if (before.empty() || before == iso2) return;
    for (const auto& [other, country] : seats)
        if (country == before) return;
    staging_.unrelate("LOCATED_IN", organisation, stage_country(staging_, before));
}

void CordisStage::locate(StagedNode organisation, std::string_view iso2, const CordisRow& row,
                         std::string_view source) {
    const NamedValue properties[] = {{"src", source},
                                     {"city", text_or_null(row.cell("city"))},
                                     {"seenAt", date_or_null(row.file().seen_at)}};
    move_seat(organisation, std::string{source}, std::string{iso2});
    staging_.relate("LOCATED_IN", organisation, stage_country(staging_, iso2), properties);
}

std::string_view CordisStage::read_country(const CordisRow& row, CordisCounts& counts) {
    const auto code = row.country();
    if (code.empty()) {
        ++counts.without_country;
        return "";
    }
    const auto iso2 = iso2_of(code);
    if (iso2) return *iso2;
    throw Error{
        ErrorCode::Input,
        fmt::format("`{}` line {}: column `country`: `{}` is not the code of a country; the "
                    "codes of ISO 3166-1 and EL, UK, XK, XH are allowed",
                    row.file().name, row.line(), shown_text(code))};
}

void CordisStage::add_name(const CordisRow& row, CordisCounts& counts) {
    const auto pic = pic_of(row);
    if (!is_number(pic)) return reject(row, "organisation without a PIC", pic);
    const auto organisation = staging_.find(pic_key(pic));
    if (!organisation)
        return reject(row, "name of an organisation that takes part in nothing", pic);
    const auto cells = read_cells(row);
    if (!cells) return;
    const auto country = read_country(row, counts);
    for (const auto& [column, value] : *cells) {
        if (value.is_null() || !staging_.get(*organisation, column->property).is_null()) continue;
        staging_.set(*organisation, column->property, value);
    }
    const bool is_located =
        seats_.contains(*organisation) || staging_.had(*organisation, "LOCATED_IN");
    if (!country.empty() && !is_located) {
        locate(*organisation, country, row, "cordis");
    }
    organisations_.insert(*organisation);
    counts.names += counts.organisations.insert(*organisation).second ? 1 : 0;
}

std::optional<StagedNode> CordisStage::find_project(const CordisRow& row) {
    const auto rcn = row.cell("rcn");
    const auto id = row.cell("projectID");
    const auto project = staging_.find(rcn.empty() ? project_key(id) : rcn_key(rcn));
    if (!project) reject(row, "about a project that no table describes", rcn.empty() ? id : rcn);
    return project;
}

void CordisStage::add_programme_part(const CordisRow& row, CordisCounts& counts) {
    const auto project = find_project(row);
    if (!project) return;
    const auto code = row.cell("programme_part");
    if (code.empty()) return reject(row, "programme part without a name", "");
    constexpr std::string_view framework = "H2020";
    const NamedValue properties[] = {{"src", cordis_source(framework)},
                                     {"seenAt", date_or_null(row.file().seen_at)}};
    const auto challenge = stage_challenge(staging_, framework, code, "", cordis_source(framework));
    staging_.relate("ADDRESSES", *project, challenge, properties);
    ++counts.programme_parts;
}

void CordisStage::add_legal_basis(const CordisRow& row, CordisCounts& counts) {
    const auto project = find_project(row);
    if (!project) return;
    const auto code = row.cell("legalBasis");
    if (code.empty()) return reject(row, "legal basis without a code", "");
    const auto framework = framework_of(row);
    const NamedValue properties[] = {{"src", cordis_source(framework)},
                                     {"seenAt", date_or_null(row.file().seen_at)}};
    const auto challenge =
        stage_challenge(staging_, framework, code, row.cell("title"), cordis_source(framework));
    staging_.relate("ADDRESSES", *project, challenge, properties);
    ++counts.programme_parts;
}

void CordisStage::add_science_topic(const CordisRow& row, CordisCounts& counts) {
    const auto project = find_project(row);
    if (!project) return;
    const auto code = row.cell("euroSciVocCode");
    const auto topic = stage_science_topic(staging_, code, row.cell("euroSciVocPath"),
                                           row.cell("euroSciVocTitle"));
    if (!topic) return reject(row, "topic without a path of codes", code);
    const NamedValue properties[] = {{"src", "cordis"},
                                     {"seenAt", date_or_null(row.file().seen_at)}};
    staging_.relate("ABOUT", *project, *topic, properties);
    ++counts.topics;
}

void CordisStage::add_topic(const CordisRow& row, CordisCounts& counts) {
    const auto project = find_project(row);
    if (!project) return;
    const auto code = row.cell("topic");
    if (code.empty()) return reject(row, "topic without a code", "");
    const auto topic = stage_call_topic(staging_, code, row.cell("title"));
    const NamedValue properties[] = {{"src", "cordis"},
                                     {"seenAt", date_or_null(row.file().seen_at)}};
    staging_.relate("ABOUT", *project, topic, properties);
    ++counts.topics;
}

void CordisStage::finish() {
    for (const auto organisation : organisations_) {
        const bool company = is_company(staging_.get(organisation, "activityType"));
        staging_.add_label(organisation, company ? "Company" : "Institution");
        staging_.remove_label(organisation, company ? "Institution" : "Company");
    }
    for (const auto participation : participations_) {
        const auto role = staging_.get(participation, "role");
        const auto [from, to] = staging_.ends(participation);
        if (role.is_null() || role.string() != "coordinator") {
            staging_.unrelate("COORDINATES", from, to);
            continue;
        }
        const NamedValue properties[] = {{"src", staging_.get(participation, "src")},
                                         {"seenAt", staging_.get(participation, "seenAt")}};
        staging_.relate("COORDINATES", from, to, properties);
    }
}

} // namespace lintas::loaders
