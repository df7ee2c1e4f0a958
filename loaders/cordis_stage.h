// Stages the rows of CORDIS tables: organisations `(:Institution)` or `(:Company)` by PIC, projects
// by grant number or rcn, participations, challenges and topics.
//
// Invariant: an organisation is one node for all framework programmes. Rows are added in the order
// of reads_before(); of two rows that speak of the same thing the later one counts, and its empty
// cells take nothing away from organisations and projects.
#pragma once

#include "loaders/cordis_counts.h"
#include "loaders/cordis_file.h"
#include "loaders/rejects.h"
#include "loaders/staging.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::loaders {

class CordisStage {
public:
    CordisStage(Staging& staging, Rejects& rejects) : staging_{staging}, rejects_{rejects} {}

    // Input error for a country code that no country has; other faulty rows are rejected.
    void add(const CordisRow& row, CordisCounts& counts);
    // After the last row: what follows from all of them.
    void finish();

private:
    using Cells = std::vector<std::pair<const CordisColumn*, Value>>;

    // All cells of the table's columns; nothing if one is faulty, and the row is rejected.
    std::optional<Cells> read_cells(const CordisRow& row);
    void reject(const CordisRow& row, std::string_view reason, std::string_view value);

    void add_project(const CordisRow& row, CordisCounts& counts);
    void add_participation(const CordisRow& row, CordisCounts& counts);
    void add_organisation(const CordisRow& row, CordisCounts& counts);
    void add_name(const CordisRow& row, CordisCounts& counts);
    void add_programme_part(const CordisRow& row, CordisCounts& counts);
    void add_legal_basis(const CordisRow& row, CordisCounts& counts);
    void add_topic(const CordisRow& row, CordisCounts& counts);
    void add_science_topic(const CordisRow& row, CordisCounts& counts);

    void set_project(StagedNode project, const CordisRow& row, const Cells& cells);
    void set_framework(StagedNode project, const CordisRow& row);
    void set_years(StagedNode project);
    StagedNode stage_organisation(std::string_view pic, const CordisRow& row, const Cells& cells);
    void move_seat(StagedNode organisation, const std::string& source, const std::string& iso2);
    void locate(StagedNode organisation, std::string_view iso2, const CordisRow& row,
                std::string_view source);
    void participate(StagedNode organisation, StagedNode project, const CordisRow& row,
                     const Cells& cells, std::string_view country, CordisCounts& counts);
    // The ISO code of the row's country, empty if it names none.
    std::string_view read_country(const CordisRow& row, CordisCounts& counts);
    // Nothing, and the row is rejected, if no table describes the project.
    std::optional<StagedNode> find_project(const CordisRow& row);

    Staging& staging_;
    Rejects& rejects_;
    std::set<StagedNode> organisations_;
    // Where each source sees an organisation, by source.
    std::map<StagedNode, std::map<std::string, std::string>> seats_;
    std::set<StagedRelationship> participations_;
};

// What the property `src` says of things of a framework programme.
std::string_view cordis_source(std::string_view framework);

} // namespace lintas::loaders
