#include "graph/collaboration/countries.h"

#include "graph/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lintas::collaboration {

namespace {

std::optional<double> number_of(const Value& value) {
    return value.is_number() ? std::optional{value.number()} : std::nullopt;
}

std::optional<double> first_number(const Reader& reader, NodeId node, std::string_view one,
                                   std::string_view other) {
    const auto found = number_of(reader.value(one, node));
    return found ? found : number_of(reader.value(other, node));
}

std::vector<std::string> texts_of(const Value& value) {
    std::vector<std::string> texts;
    if (value.is(ValueType::List))
        for (const auto& item : value.list())
            if (item.is(ValueType::String)) texts.push_back(item.string());
    return texts;
}

CountryFacts facts_of(const Reader& reader, NodeId node) {
    return {node,
            known_as(reader, node),
            name_of(reader, node),
            first_number(reader, node, "lat", "latitude"),
            first_number(reader, node, "lon", "lng"),
            {},
            texts_of(reader.value("languages", node)),
            texts_of(reader.value("borders", node))};
}

} // namespace

Countries Countries::read(const Reader& reader) {
    Countries countries;
    const auto nodes = reader.nodes("Country");
    for (const auto node : nodes) countries.all_.push_back(facts_of(reader, node));
    std::ranges::stable_sort(countries.all_, {}, &CountryFacts::iso2);
    for (CountryNumber number = 0; number < countries.all_.size(); ++number) {
        countries.by_code_.emplace(countries.all_[number].iso2, number);
        countries.by_node_.emplace(countries.all_[number].node, number);
    }
    for (const auto region : reader.nodes("Region")) {
        const auto id = known_as(reader, region);
        countries.regions_.emplace(name_of(reader, region), id);
        countries.regions_.insert_or_assign(id, id);
    }
    reader.expand(
        nodes, "MEMBER_OF", Direction::Outgoing,
        [&](std::size_t row, NodeId region, RelationshipId membership) {
            const auto said = [&](std::string_view key) {
                return reader.values(key, std::span{&membership, 1}).value(0);
            };
            auto& country = countries.all_[countries.find(nodes[row])];
            country.memberships.push_back(
                {known_as(reader, region), {first_day_of(said("from")), last_day_of(said("to"))}});
        });
    return countries;
}

CountryNumber Countries::find(std::string_view iso2) const {
    const auto found = by_code_.find(iso2);
    return found == by_code_.end() ? no_country : found->second;
}

CountryNumber Countries::find(NodeId node) const {
    const auto found = by_node_.find(node);
    return found == by_node_.end() ? no_country : found->second;
}

bool Countries::is_region(std::string_view name) const { return regions_.contains(name); }

std::vector<std::string> Countries::regions() const {
    std::vector<std::string> ids;
    for (const auto& [name, id] : regions_)
        if (name == id) ids.push_back(id);
    return ids;
}

bool Countries::is_member(CountryNumber country, std::string_view region, Day day) const {
    return std::ranges::any_of(all_[country].memberships, [&](const auto& membership) {
        return membership.region == region && membership.period.contains(day);
    });
}

std::vector<CountryNumber> Countries::members(std::string_view region,
                                              std::optional<Day> day) const {
    const auto known = regions_.find(region);
    const auto id = known == regions_.end() ? std::string{region} : known->second;
    std::vector<CountryNumber> found;
    for (CountryNumber number = 0; number < all_.size(); ++number)
        if (std::ranges::any_of(all_[number].memberships, [&](const auto& membership) {
                return membership.region == id &&
                       (day ? membership.period.contains(*day) : !membership.period.to);
            }))
            found.push_back(number);
    return found;
}

std::vector<CountryNumber> Countries::meant_by(const std::string& name,
                                               std::optional<Day> day) const {
    if (is_region(name)) return members(name, day);
    if (const auto number = find(name); number != no_country) return {number};
    const auto known = regions();
    throw Error{
        ErrorCode::Argument,
        fmt::format("`{}` is neither a country's iso2 code nor a region of this graph; {}", name,
                    known.empty() ? "it has no regions"
                                  : fmt::format("its regions are `{}`", fmt::join(known, "`, `")))};
}

std::optional<double> kilometers(const CountryFacts& left, const CountryFacts& right) {
    if (!left.latitude || !left.longitude || !right.latitude || !right.longitude) return {};
    constexpr auto radians = std::numbers::pi / 180;
    constexpr auto earth_radius = 6371.0;
    const auto across = std::sin((*right.latitude - *left.latitude) * radians / 2);
    const auto along = std::sin((*right.longitude - *left.longitude) * radians / 2);
    const auto chord = across * across + std::cos(*left.latitude * radians) *
                                             std::cos(*right.latitude * radians) * along * along;
    return 2 * earth_radius * std::asin(std::min(1.0, std::sqrt(chord)));
}

} // namespace lintas::collaboration
