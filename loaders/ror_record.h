// One organisation of the Research Organization Registry, whichever schema it was written in.
//
// Invariant: `id` is `https://ror.org/` and nine characters; text is as the registry has it.
#pragma once

#include "loaders/json.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::loaders {

struct RorName {
    std::string value;
    std::string language;           // empty: the registry does not say
    std::vector<std::string> types; // ror_display, label, alias, acronym
};

struct RorLocation {
    std::optional<std::int64_t> geonames_id;
    std::string country_code;
    std::string city;
    std::string subdivision;
    std::optional<double> latitude;
    std::optional<double> longitude;
};

struct RorExternalId {
    std::string type;      // lower case: isni, wikidata, grid, fundref, ...
    std::string preferred; // the first one where the registry prefers none
    std::vector<std::string> all;
};

struct RorRelationship {
    std::string type;    // lower case: parent, child, related, successor, predecessor
    std::string id;      // empty if it is none
    std::string id_text; // as the record has it
};

struct RorRecord {
    int schema = 2;
    std::string id;
    std::string status;
    std::optional<std::int64_t> established;
    std::vector<std::string> types; // lower case
    std::vector<std::string> domains;
    std::string website;
    std::string wikipedia;
    std::string modified; // ISO date, empty where the schema has none
    std::vector<RorName> names;
    std::vector<RorLocation> locations;
    std::vector<RorExternalId> external_ids;
    std::vector<RorRelationship> relationships;
};

// `https://ror.org/` and the nine characters of an id written with or without that front; empty
// if it is none. (ror.org: 0, six characters, two digits of checksum)
std::string ror_id(std::string_view text);

// Nothing if the value has no ROR id.
std::optional<RorRecord> read_ror_record(const Json& json);

} // namespace lintas::loaders
