// Stages ROR organisations: `(:Institution)`, with the labels Company and Funder where they are
// such, their places, and how they belong together.
//
// Invariant: of two records with one id the newer schema counts, then the later date of change,
// then the later record. Relationships are made once all records are known; PART_OF points from
// the part to the whole, RELATED_TO from the lesser to the greater id, SUCCEEDED_BY to the newer.
#pragma once

#include "loaders/rejects.h"
#include "loaders/ror_record.h"
#include "loaders/staging.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace lintas::loaders {

// Where a record stands.
struct RorPlace {
    std::string file;
    std::uint64_t number = 0; // of the record, from 1
    std::string seen_at;      // ISO date of the file, empty if its name has none
};

class RorStage {
public:
    RorStage(Staging& staging, Rejects& rejects) : staging_{staging}, rejects_{rejects} {}

    // Input error for a country code that no country has.
    void add(const RorRecord& record, const RorPlace& place);
    // Makes the relationships; those to unknown organisations are rejected.
    void relate();

private:
    struct Known {
        int schema = 0;
        std::string modified;
        std::vector<RorRelationship> relationships;
        RorPlace place;
    };

    void stage(const RorRecord& record, const RorPlace& place);
    void stage_locations(StagedNode node, const RorRecord& record, const RorPlace& place);
    void relate(const std::string& id, const Known& known, const RorRelationship& relationship);

    Staging& staging_;
    Rejects& rejects_;
    std::map<std::string, Known> known_; // by id
};

} // namespace lintas::loaders
