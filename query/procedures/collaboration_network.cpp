#include "query/procedures/collaboration_network.h"

#include <algorithm>
#include <map>

namespace lintas::query {

namespace {

using namespace collaboration;

ProjectionOptions scope(const Options& options, const ProcedureContext& context) {
    auto found = projection_options(options, context);
    if (!options.was_given("unit")) found.unit = Unit::Institution;
    return found;
}

// The region of a country on the day, its own code where it has none.
std::string region_of(const Network& network, CountryNumber country, std::optional<Day> day) {
    for (const auto& membership : network.countries[country].memberships)
        if (day ? membership.period.contains(*day) : !membership.period.to)
            return membership.region;
    return network.countries[country].iso2;
}

} // namespace

UnitNetwork::UnitNetwork(const Options& options, ProcedureContext& context, TieWeight weight)
    : reader_{reader_in(options, context)}, counted_{counted(reader_, scope(options, context))},
      projection_{counted_->projection}, counts_{counted_->counts},
      graph_{weight == TieWeight::None ? counted_->ties : tie_graph(projection_, counts_, weight)},
      names_{known_as(reader_, projection_.units)} {}

Value UnitNetwork::country(std::uint32_t unit) const {
    const auto number = projection_.countries[unit];
    return number == no_country ? Value{} : Value{network().countries[number].iso2};
}

std::vector<std::uint32_t> UnitNetwork::wanted(const Options& options) const {
    const auto countries =
        countries_meant(options, "country", network(), day_of_membership(projection_.options));
    std::vector<std::uint32_t> found;
    const auto is_anywhere = !options.has("country");
    for (std::uint32_t unit = 0; unit < projection_.units.size(); ++unit)
        if (counts_.strengths[unit] > 0 &&
            (is_anywhere || std::ranges::binary_search(countries, projection_.countries[unit])))
            found.push_back(unit);
    return found;
}

std::vector<std::uint32_t> UnitNetwork::groups(const Options& options) const {
    std::vector<std::uint32_t> found;
    std::map<std::string, std::uint32_t> numbers;
    const auto day = day_of_membership(projection_.options);
    const auto by_region = options.string("groups") == "region";
    for (const auto country : projection_.countries) {
        if (country == no_country || !by_region) {
            found.push_back(country);
            continue;
        }
        found.push_back(numbers
                            .try_emplace(region_of(network(), country, day),
                                         static_cast<std::uint32_t>(numbers.size()))
                            .first->second);
    }
    return found;
}

Value UnitNetwork::group_name(std::uint32_t unit, const Options& options) const {
    const auto number = projection_.countries[unit];
    if (number == no_country || options.string("groups") != "region") return country(unit);
    return Value{region_of(network(), number, day_of_membership(projection_.options))};
}

Option country_limit() {
    return {"country",
            Accepts::String | Accepts::List,
            {},
            "Only units of this country, region or list of them; all where it is not given"};
}

Option drawing_seed() { return {"seed", Accepts::Integer, 42, "The same seed draws the same"}; }

std::vector<Option> network_options(std::vector<Option> own) {
    auto all = with_scope({"events", "unit", "topic", "challenge", "fromYear", "toYear", "universe",
                           "maxUnits", "rollUp"},
                          std::move(own));
    for (auto& option : all)
        if (option.name == "unit") option.fallback = Value{"institution"};
    return all;
}

} // namespace lintas::query
