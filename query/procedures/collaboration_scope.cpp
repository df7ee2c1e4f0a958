#include "query/procedures/collaboration_scope.h"

#include "graph/collaboration/themes.h"
#include "graph/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace lintas::query {

namespace {

using collaboration::Unit;
using collaboration::Universe;

constexpr double first_possible_year = -9999;
constexpr double last_possible_year = 9999;

// Which events count, and how.
std::vector<Option> options_of_events() {
    return {
        {"events",
         Accepts::String | Accepts::List,
         {},
         "Labels of the events that count; all of Publication, Project, Patent and Agreement where "
         "it is not given"},
        {"unit",
         Accepts::String,
         "country",
         "What takes part in events",
         {"country", "institution", "researcher"}},
        {"topic",
         Accepts::String | Accepts::Node,
         {},
         "Only events about this topic (its code, id, name or node) or one below it"},
        {"challenge",
         Accepts::String | Accepts::Node,
         {},
         "Only events that address this challenge (its id, code, title or node)"},
        {"fromYear",
         Accepts::Integer,
         {},
         "The first year that counts",
         {},
         first_possible_year,
         last_possible_year},
        {"toYear",
         Accepts::Integer,
         {},
         "The last year that counts; membership of regions is that of its last day, or of today "
         "without it",
         {},
         first_possible_year,
         last_possible_year},
        {"counting",
         Accepts::String,
         "full",
         "Does a pair of units get 1 an event, or 1/(k-1) of its k units?",
         {"full", "fractional"}},
        {"universe",
         Accepts::String,
         "all",
         "Count all events, or those of several countries only",
         {"all", "international"}},
        {"maxUnits",
         Accepts::Integer,
         30,
         "Events with more units than this are left out of what is said about ties",
         {},
         2,
         1'000'000},
        {"rollUp", Accepts::Boolean, true,
         "Count institutions as the organisations that they are part of"},
    };
}

// What a verdict needs, and how much is shown.
std::vector<Option> options_of_verdicts() {
    return {
        {"minCoverage",
         Accepts::Float,
         0.6,
         "The coverage that both sides must have for a verdict other than unknown",
         {},
         0,
         1},
        {"minExpected",
         Accepts::Float,
         3.0,
         "The joint events that must be expected for a low count to be called a gap",
         {},
         0},
        {"maxP",
         Accepts::Float,
         0.05,
         "The largest probability of the low count under chance for a gap",
         {},
         0,
         1},
        {"maxQ", Accepts::Float, 0.10, "The largest false discovery rate for a gap", {}, 0, 1},
        {"evidence",
         Accepts::Integer,
         5,
         "At most so many ids of events are given as evidence",
         {},
         0,
         1000},
        {"seed", Accepts::Integer, 42,
         "Where something is drawn at random, the same seed draws the same"},
    };
}

Option tier_option() {
    return {
        "tier",
        Accepts::String,
        {},
        "Only records that may be shown to this tier, by their property `tier`; all where it is "
        "not given",
        collaboration::tier_names()};
}

std::vector<Option> shared_options() {
    auto options = options_of_events();
    auto others = options_of_verdicts();
    std::ranges::move(others, std::back_inserter(options));
    return options;
}

// Asked for by a procedure whose table may lack the option.
bool given(const Options& options, std::string_view name) { return options.was_given(name); }

std::optional<std::int32_t> year(const Options& options, std::string_view name) {
    if (!given(options, name)) return {};
    return static_cast<std::int32_t>(options.integer(name));
}

Unit unit_named(const std::string& name) {
    if (name == "institution") return Unit::Institution;
    return name == "researcher" ? Unit::Researcher : Unit::Country;
}

std::string_view unit_name(Unit unit) {
    switch (unit) {
    case Unit::Country: return "country";
    case Unit::Institution: return "institution";
    case Unit::Researcher: return "researcher";
    }
    return {};
}

Value year_value(std::optional<std::int32_t> year) {
    return year ? Value{std::int64_t{*year}} : Value{};
}

} // namespace

std::vector<Option> with_scope(std::initializer_list<std::string_view> names,
                               std::vector<Option> own) {
    std::vector<Option> found;
    for (auto& option : shared_options())
        if (std::ranges::find(names, option.name) != names.end())
            found.push_back(std::move(option));
    found.push_back(tier_option());
    found.insert(found.end(), std::make_move_iterator(own.begin()),
                 std::make_move_iterator(own.end()));
    return found;
}

collaboration::Reader reader_in(const Options& options, const ProcedureContext& context) {
    if (!options.has("tier")) return collaboration::Reader{context.graph};
    return collaboration::Reader{context.graph,
                                 collaboration::tier_named(options.string("tier")).value()};
}

collaboration::ProjectionOptions projection_options(const Options& options,
                                                    const ProcedureContext& context) {
    collaboration::ProjectionOptions found;
    if (given(options, "events")) found.events = options.strings("events");
    if (given(options, "unit")) found.unit = unit_named(options.string("unit"));
    if (given(options, "topic")) found.topic = text_of(options, context, "topic");
    if (given(options, "challenge")) found.challenge = text_of(options, context, "challenge");
    found.from_year = year(options, "fromYear");
    found.to_year = year(options, "toYear");
    if (found.from_year && found.to_year && *found.from_year > *found.to_year)
        options.refuse("fromYear", "cannot come after `toYear`");
    if (given(options, "counting") && options.string("counting") == "fractional")
        found.counting = collaboration::Counting::Fractional;
    if (given(options, "universe") && options.string("universe") == "international")
        found.universe = Universe::International;
    if (given(options, "maxUnits"))
        found.max_units = static_cast<std::uint32_t>(options.integer("maxUnits"));
    if (given(options, "rollUp")) found.roll_up = options.boolean("rollUp");
    return found;
}

collaboration::Gates gates(const Options& options) {
    return {options.number("minExpected"), options.number("maxP"), options.number("maxQ"),
            options.number("minCoverage")};
}

std::optional<std::string> text_of(const Options& options, const ProcedureContext& context,
                                   std::string_view name) {
    if (!options.has(name)) return {};
    const auto& value = options.value(name);
    if (value.is(ValueType::String)) return value.string();
    const auto reader = reader_in(options, context);
    for (const auto key : {"id", "code"})
        if (auto text = reader.text(key, value.node()); !text.empty()) return text;
    return collaboration::name_of(reader, value.node());
}

Value optional_value(std::optional<double> number) {
    return number ? finite_value(*number) : Value{};
}

Value optional_value(std::optional<std::int64_t> number) {
    return number ? Value{*number} : Value{};
}

Value finite_value(double number) { return std::isfinite(number) ? Value{number} : Value{}; }

Value texts_value(std::span<const std::string> texts) {
    List list;
    for (const auto& text : texts) list.emplace_back(text);
    return Value{std::move(list)};
}

std::vector<collaboration::CountryNumber> countries_meant(const Options& options,
                                                          std::string_view name,
                                                          const collaboration::Network& network,
                                                          std::optional<collaboration::Day> day) {
    std::vector<collaboration::CountryNumber> found;
    if (!options.has(name)) {
        for (collaboration::CountryNumber at = 0; at < network.countries.size(); ++at)
            found.push_back(at);
        return found;
    }
    for (const auto& text : options.strings(name)) {
        const auto meant = network.countries.meant_by(text, day);
        found.insert(found.end(), meant.begin(), meant.end());
    }
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    return found;
}

std::uint32_t actor_meant(const Options& options, std::string_view name,
                          const collaboration::Network& network,
                          const collaboration::Reader& reader) {
    const auto& value = options.value(name);
    if (value.is(ValueType::Node)) {
        const auto actor = network.find_actor(value.node());
        if (actor == collaboration::nothing)
            options.refuse(name, "needs an institution, a company or a researcher");
        return actor;
    }
    Nodes nodes;
    for (const auto& actor : network.actors) nodes.push_back(actor.node);
    constexpr std::string_view keys[] = {"id", "ror", "pic", "orcid", "nationalId"};
    for (const auto key : keys) {
        const auto column = reader.values(key, nodes);
        for (std::uint32_t actor = 0; actor < nodes.size(); ++actor) {
            if (column.is_null(actor)) continue;
            const auto said = column.value(actor);
            if (said.is(ValueType::String) && said.string() == value.string()) return actor;
        }
    }
    options.refuse(name, fmt::format("needs an institution, a company or a researcher; none has "
                                     "the id `{}`",
                                     value.string()));
}

std::vector<std::uint32_t> units_in(const collaboration::Projection& projection,
                                    std::span<const collaboration::CountryNumber> countries) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t unit = 0; unit < projection.units.size(); ++unit)
        if (std::ranges::binary_search(countries, projection.countries[unit]))
            found.push_back(unit);
    return found;
}

Value event_ids(const collaboration::Reader& reader, const collaboration::Network& network,
                std::span<const std::uint32_t> events) {
    Nodes nodes;
    for (const auto event : events) nodes.push_back(network.events[event].node);
    return texts_value(collaboration::known_as(reader, nodes));
}

Value about(const collaboration::Projection& projection, const ProcedureContext& context,
            About about) {
    const auto& options = projection.options;
    auto map = std::move(about.more);
    map["definition"] = Value{about.definition};
    map["snapshot"] =
        Value{fmt::format("{}@{}", context.graph.identity(), context.graph.version())};
    map["unit"] = Value{unit_name(options.unit)};
    map["counting"] =
        Value{options.counting == collaboration::Counting::Full ? "full" : "fractional"};
    map["universe"] = Value{options.universe == Universe::All ? "all" : "international"};
    map["fromYear"] = year_value(options.from_year);
    map["toYear"] = year_value(options.to_year);
    map["topic"] = options.topic ? Value{*options.topic} : Value{};
    map["challenge"] = options.challenge ? Value{*options.challenge} : Value{};
    map["events"] = static_cast<std::int64_t>(projection.events.size());
    map["largeEvents"] = static_cast<std::int64_t>(projection.large_events);
    map["undatedEvents"] = static_cast<std::int64_t>(projection.undated_events);
    map["unresolved"] = static_cast<std::int64_t>(projection.unresolved_participations);
    map["hidden"] = static_cast<std::int64_t>(projection.network->hidden_participations);
    map["truncated"] = about.truncated;
    map["total"] = static_cast<std::int64_t>(about.total);
    return Value{std::move(map)};
}

} // namespace lintas::query
