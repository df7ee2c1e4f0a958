#include "loaders/ror_stage.h"

#include "graph/error.h"
#include "graph/temporal_parse.h"
#include "loaders/country_nodes.h"
#include "loaders/display_name.h"
#include "loaders/parsed_value.h"
#include "loaders/shown_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace lintas::loaders {
namespace {

constexpr std::string_view source_name = "ror";

std::string key(std::string_view id) { return fmt::format("ror:{}", id); }

template <typename Number> Value number(const std::optional<Number>& value) {
    return value ? Value{*value} : Value{};
}

Value list(const std::vector<std::string>& texts) {
    if (texts.empty()) return {};
    List items;
    for (const auto& item : texts) items.emplace_back(item);
    return Value{std::move(items)};
}

template <typename Range> bool has(const Range& range, std::string_view wanted) {
    return std::ranges::find(range, wanted) != std::end(range);
}

std::string name_of(const RorRecord& record) {
    const RorName* best = nullptr;
    for (const auto& name : record.names) {
        if (best == nullptr ||
            (has(name.types, "ror_display") && !has(best->types, "ror_display"))) {
            best = &name;
        }
    }
    return best == nullptr ? "" : display_name(best->value);
}

// Three lists of the same length; languages that the registry does not say are `und` (BCP 47).
void set_names(Staging& staging, StagedNode node, const RorRecord& record) {
    List values;
    List languages;
    List types;
    for (const auto& name : record.names) {
        values.emplace_back(name.value);
        languages.emplace_back(name.language.empty() ? "und" : name.language);
        types.emplace_back(fmt::format("{}", fmt::join(name.types, ";")));
    }
    if (values.empty()) return;
    staging.set(node, "names", Value{std::move(values)});
    staging.set(node, "nameLanguages", Value{std::move(languages)});
    staging.set(node, "nameTypes", Value{std::move(types)});
}

void set_labels(Staging& staging, StagedNode node, const RorRecord& record) {
    staging.add_label(node, "Institution");
    struct TypeLabel {
        std::string_view type;
        std::string_view label;
    };
    constexpr TypeLabel extra[] = {{"company", "Company"}, {"funder", "Funder"}};
    for (const auto& [type, label] : extra) {
        if (has(record.types, type)) {
            staging.add_label(node, label);
        } else {
            staging.remove_label(node, label);
        }
    }
}

void set_external_ids(Staging& staging, StagedNode node, const RorRecord& record) {
    for (const auto& id : record.external_ids) {
        const bool is_word = !id.type.empty() && std::ranges::all_of(id.type, [](char letter) {
            return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        });
        if (!is_word) continue;
        staging.set(node, id.type, text_or_null(id.preferred));
        staging.set(node, id.type + "All", id.all.size() > 1 ? list(id.all) : Value{});
    }
}

void set_facts(Staging& staging, StagedNode node, const RorRecord& record, const RorPlace& place) {
    staging.set(node, "id", record.id);
    staging.set(node, "ror", record.id);
    staging.set(node, "name", text_or_null(name_of(record)));
    staging.set(node, "type", record.types.empty() ? Value{} : text_or_null(record.types.front()));
    staging.set(node, "types", list(record.types));
    staging.set(node, "status", text_or_null(record.status));
    staging.set(node, "established", number(record.established));
    staging.set(node, "domain",
                record.domains.empty() ? Value{} : text_or_null(record.domains.front()));
    staging.set(node, "domains", record.domains.size() > 1 ? list(record.domains) : Value{});
    staging.set(node, "website", text_or_null(record.website));
    staging.set(node, "wikipedia", text_or_null(record.wikipedia));
    staging.set(node, "modified", date_or_null(record.modified));
    if (!record.locations.empty()) {
        staging.set(node, "lat", number(record.locations.front().latitude));
        staging.set(node, "lng", number(record.locations.front().longitude));
    }
    staging.set(node, "src", source_name);
    staging.set(node, "srcId", record.id);
    staging.set(node, "seenAt", date_or_null(place.seen_at));
}

// How a relationship of a record is stored.
struct Mapping {
    std::string_view type;
    std::string_view stored;
    bool reversed; // from the other organisation to the record's
};

constexpr Mapping mappings[] = {
    {"parent", "PART_OF", false},          {"child", "PART_OF", true},
    {"related", "RELATED_TO", false},      {"successor", "SUCCEEDED_BY", false},
    {"predecessor", "SUCCEEDED_BY", true},
};

} // namespace

void RorStage::add(const RorRecord& record, const RorPlace& place) {
    auto& known = known_[record.id];
    const bool is_older = record.schema < known.schema ||
                          (record.schema == known.schema && record.modified < known.modified);
    if (is_older) return;
    // A store may hold a later record already; a record of the first schema has no date.
    if (const auto node = staging_.find(key(record.id))) {
        const auto held = staging_.get(*node, "modified");
        const auto own = date_or_null(record.modified);
        if (held.is(ValueType::Date) && (own.is_null() || own.as<Date>() < held.as<Date>())) return;
    }
    known = {record.schema, record.modified, record.relationships, place};
    stage(record, place);
}

void RorStage::stage(const RorRecord& record, const RorPlace& place) {
    const auto node = staging_.node(key(record.id));
    set_labels(staging_, node, record);
    set_facts(staging_, node, record, place);
    set_names(staging_, node, record);
    set_external_ids(staging_, node, record);
    stage_locations(node, record, place);
}

void RorStage::stage_locations(StagedNode node, const RorRecord& record, const RorPlace& place) {
    for (const auto& location : record.locations) {
        if (location.country_code.empty()) {
            rejects_.add({place.file, place.number, "location without a country", record.id});
            continue;
        }
        const auto country = iso2_of(location.country_code);
        if (!country) {
            throw Error{ErrorCode::Input,
                        fmt::format("`{}` record {}: the country code `{}` of `{}` is not known; "
                                    "the codes of ISO 3166-1 and XK are allowed",
                                    place.file, place.number, shown_text(location.country_code),
                                    record.id)};
        }
        const NamedValue properties[] = {
            {"src", source_name},
            {"geonamesId", number(location.geonames_id)},
            {"city", text_or_null(location.city)},
            {"subdivision", text_or_null(location.subdivision)},
            {"lat", number(location.latitude)},
            {"lng", number(location.longitude)},
            {"seenAt", date_or_null(place.seen_at)},
        };
        staging_.relate("LOCATED_IN", node, stage_country(staging_, *country), properties);
    }
}

void RorStage::relate() {
    for (const auto& [id, known] : known_) {
        for (const auto& relationship : known.relationships) relate(id, known, relationship);
    }
}

void RorStage::relate(const std::string& id, const Known& known,
                      const RorRelationship& relationship) {
    const auto reject = [&](std::string_view reason) {
        const auto value = fmt::format("{} {} {}", id, relationship.type, relationship.id_text);
        rejects_.add({known.place.file, known.place.number, reason, shown_text(value)});
    };
    const auto* mapping = std::ranges::find(mappings, relationship.type, &Mapping::type);
    if (mapping == std::end(mappings)) return reject("relationship of an unknown type");
    if (relationship.id.empty()) return reject("relationship to something that has no ROR id");
    if (relationship.id == id) return reject("relationship of an organisation to itself");
    const auto other = staging_.find(key(relationship.id));
    if (!other) return reject("relationship to an organisation that is not in the data");

    const bool symmetric = mapping->stored == "RELATED_TO";
    const bool reversed = symmetric ? relationship.id < id : mapping->reversed;
    const auto self = *staging_.find(key(id));
    const NamedValue properties[] = {{"src", source_name},
                                     {"seenAt", date_or_null(known.place.seen_at)}};
    staging_.relate(mapping->stored, reversed ? *other : self, reversed ? self : *other,
                    properties);
}

} // namespace lintas::loaders
