#include "loaders/ror_record.h"

#include "loaders/ascii.h"

#include <algorithm>

namespace lintas::loaders {
namespace {

constexpr std::string_view front = "https://ror.org/";

std::string text(const Json& json) { return std::string{json.string().value_or("")}; }

std::vector<std::string> texts(const Json& json) {
    std::vector<std::string> result;
    for (const auto& item : json.items()) {
        if (const auto word = item.string()) result.emplace_back(*word);
    }
    return result;
}

std::vector<std::string> lower_texts(const Json& json) {
    auto words = texts(json);
    for (auto& word : words) word = lower(word);
    return words;
}

RorExternalId external_id(std::string_view type, const Json& json) {
    RorExternalId id{lower(type), text(json["preferred"]), texts(json["all"])};
    if (const auto only = json["all"].string()) id.all.emplace_back(*only); // GRID in schema 1
    if (id.preferred.empty() && !id.all.empty()) id.preferred = id.all.front();
    return id;
}

// What both schemas write alike.
RorRecord read_shared(const Json& json, std::string id) {
    RorRecord record;
    record.id = std::move(id);
    record.status = lower(text(json["status"]));
    record.established = json["established"].integer();
    record.types = lower_texts(json["types"]);
    for (const auto& item : json["relationships"].items()) {
        const auto other = text(item["id"]);
        record.relationships.push_back({lower(text(item["type"])), ror_id(other), other});
    }
    return record;
}

RorLocation read_location(const Json& json) {
    const auto& details = json["geonames_details"];
    return {json["geonames_id"].integer(), text(details["country_code"]),
            text(details["name"]),         text(details["country_subdivision_name"]),
            details["lat"].number(),       details["lng"].number()};
}

void read_second_schema(const Json& json, RorRecord& record) {
    record.schema = 2;
    record.domains = texts(json["domains"]);
    record.modified = text(json["admin"]["last_modified"]["date"]);
    for (const auto& item : json["names"].items()) {
        record.names.push_back(
            {text(item["value"]), text(item["lang"]), lower_texts(item["types"])});
    }
    for (const auto& item : json["locations"].items()) {
        record.locations.push_back(read_location(item));
    }
    for (const auto& item : json["links"].items()) {
        const auto type = lower(text(item["type"]));
        if (type == "website" && record.website.empty()) record.website = text(item["value"]);
        if (type == "wikipedia") record.wikipedia = text(item["value"]);
    }
    for (const auto& item : json["external_ids"].items()) {
        record.external_ids.push_back(external_id(text(item["type"]), item));
    }
}

void read_first_names(const Json& json, RorRecord& record) {
    record.names.push_back({text(json["name"]), "", {"ror_display", "label"}});
    for (const auto& item : json["labels"].items()) {
        record.names.push_back({text(item["label"]), text(item["iso639"]), {"label"}});
    }
    for (auto& name : texts(json["aliases"])) record.names.push_back({name, "", {"alias"}});
    for (auto& name : texts(json["acronyms"])) record.names.push_back({name, "", {"acronym"}});
}

void read_first_schema(const Json& json, RorRecord& record) {
    record.schema = 1;
    read_first_names(json, record);
    const auto country = text(json["country"]["country_code"]);
    for (const auto& item : json["addresses"].items()) {
        record.locations.push_back({item["geonames_city"]["id"].integer(), country,
                                    text(item["city"]), text(item["state"]), item["lat"].number(),
                                    item["lng"].number()});
    }
    if (record.locations.empty() && !country.empty()) {
        record.locations.emplace_back().country_code = country;
    }
    if (!json["links"].items().empty()) record.website = text(json["links"].items().front());
    record.wikipedia = text(json["wikipedia_url"]);
    for (const auto& [type, value] : json["external_ids"].members()) {
        record.external_ids.push_back(external_id(type, value));
    }
}

bool is_id_character(unsigned char character) {
    return std::islower(character) != 0 || std::isdigit(character) != 0;
}

} // namespace

std::string ror_id(std::string_view id) {
    constexpr std::size_t length = 9;
    const auto slash = id.rfind('/');
    if (slash != std::string_view::npos) {
        const auto before = id.substr(0, slash);
        if (before != "https://ror.org" && before != "http://ror.org" && before != "ror.org") {
            return "";
        }
        id.remove_prefix(slash + 1);
    }
    const auto characters = lower(id);
    if (characters.size() != length || characters[0] != '0' ||
        !std::ranges::all_of(characters, is_id_character) ||
        !std::isdigit(static_cast<unsigned char>(characters[length - 1])) ||
        !std::isdigit(static_cast<unsigned char>(characters[length - 2]))) {
        return "";
    }
    return std::string{front} + characters;
}

std::optional<RorRecord> read_ror_record(const Json& json) {
    auto id = ror_id(json["id"].string().value_or(""));
    if (id.empty()) return std::nullopt;
    auto record = read_shared(json, std::move(id));
    if (json["names"].items().empty() && json["name"].string()) {
        read_first_schema(json, record);
    } else {
        read_second_schema(json, record);
    }
    return record;
}

} // namespace lintas::loaders
