#include "query/procedures/collaboration_diff.h"

#include "graph/collaboration/difference.h"
#include "graph/error.h"
#include "query/procedures/collaboration_scope.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace lintas::query {

namespace {

using namespace collaboration;

constexpr std::string_view diff_definition =
    "Revision: the old years in the new data less the same in the old data; change: the new years "
    "less the old ones, both in the new data, with its interval of 95 %";

struct NamedIndicator {
    const char* name;
    Indicator indicator;
};

constexpr NamedIndicator indicators[] = {
    {"internationalShare", Indicator::InternationalShare},
    {"leadShare", Indicator::LeadShare},
    {"events", Indicator::Events},
    {"international", Indicator::International},
    {"lead", Indicator::Leading},
};

std::vector<std::string> indicator_names() {
    std::vector<std::string> names;
    for (const auto& [name, indicator] : indicators) names.emplace_back(name);
    return names;
}

// One state of the graph.
struct Edition {
    explicit Edition(const Reader& of) : reader{of}, network{Network::read(of)} {}

    Reader reader;
    std::shared_ptr<const Network> network; // shared with the projections of it
};

// The sizes of units by the text by which people know them, over one window.
std::map<std::string, Size> sizes(const Edition& edition, ProjectionOptions scope,
                                  std::optional<std::int32_t> from,
                                  std::optional<std::int32_t> to) {
    scope.from_year = from;
    scope.to_year = to;
    const auto projection = project(edition.network, scope);
    const auto counts = count(projection);
    const auto names = known_as(edition.reader, projection.units);
    std::map<std::string, Size> found;
    for (std::uint32_t unit = 0; unit < names.size(); ++unit)
        found[names[unit]] = counts.sizes[unit];
    return found;
}

std::optional<std::int32_t> year_given(const Options& options, std::string_view name) {
    if (!options.has(name)) return {};
    return static_cast<std::int32_t>(options.integer(name));
}

Value difference(std::optional<double> left, std::optional<double> right) {
    return left && right ? Value{*left - *right} : Value{};
}

class Difference {
public:
    Difference(const Options& options, ProcedureContext& context, const OpenSnapshot& open)
        : options_{options}, context_{context}, open_{open}, scope_{projection_options(options,
                                                                                       context)} {
        const auto* const found =
            std::ranges::find(indicators, options.string("measure"), &NamedIndicator::name);
        indicator_ = found->indicator;
    }

    ProcedureRows rows() {
        const auto old_store = opened("oldSnapshot");
        const auto new_store = opened("newSnapshot");
        const auto old_graph = old_store ? old_store->snapshot() : nullptr;
        const auto new_graph = new_store ? new_store->snapshot() : nullptr;
        const auto tier = reader_in(options_, context_).tier();
        const Edition before{Reader{old_graph ? *old_graph : context_.graph, tier}};
        const Edition after{Reader{new_graph ? *new_graph : context_.graph, tier}};
        const auto old_from = year_given(options_, "oldFrom");
        const auto old_to = year_given(options_, "oldTo");
        const auto old_in_old = sizes(before, scope_, old_from, old_to);
        const auto old_in_new = sizes(after, scope_, old_from, old_to);
        const auto new_in_new =
            sizes(after, scope_, year_given(options_, "newFrom"), year_given(options_, "newTo"));
        const auto names = wanted(after);
        Map about{{"definition", Value{diff_definition}},
                  {"measure", options_.value("measure")},
                  {"oldSnapshot", snapshot_name(before.reader.snapshot())},
                  {"newSnapshot", snapshot_name(after.reader.snapshot())},
                  {"hidden", static_cast<std::int64_t>(after.network->hidden_participations)},
                  {"truncated", false},
                  {"total", static_cast<std::int64_t>(names.size())}};
        const Value note{std::move(about)};
        ProcedureRows rows;
        for (const auto& name : names) {
            const auto was = of(old_in_old, name);
            const auto revised = of(old_in_new, name);
            const auto is = of(new_in_new, name);
            const auto interval = interval_of_change(revised, is);
            const auto has_change = revised.value && is.value;
            rows.push_back({name, optional_value(was.value), optional_value(is.value),
                            difference(revised.value, was.value),
                            difference(is.value, revised.value),
                            has_change ? Value{interval.low} : Value{},
                            has_change ? Value{interval.high} : Value{}, note});
        }
        return rows;
    }

private:
    std::unique_ptr<Store> opened(std::string_view option) const {
        if (!options_.has(option)) return nullptr;
        if (!open_)
            throw Error{ErrorCode::Unsupported,
                        fmt::format("Option `{}` of `collab.diff` needs a store in a file, beside "
                                    "which named snapshots are kept",
                                    option)};
        return open_(options_.string(option));
    }
    static Value snapshot_name(const Snapshot& snapshot) {
        return Value{fmt::format("{}@{}", snapshot.identity(), snapshot.version())};
    }
    Measured of(const std::map<std::string, Size>& sizes, const std::string& name) const {
        const auto found = sizes.find(name);
        return measured(found == sizes.end() ? Size{} : found->second, indicator_);
    }

    // The units that are reported: of countries the members of the region on the last new day.
    std::vector<std::string> wanted(const Edition& edition) const {
        const auto& network = *edition.network;
        const auto last = year_given(options_, "newTo");
        const auto day = last ? std::optional{last_day_of_year(*last)} : std::nullopt;
        const auto countries = countries_meant(options_, "region", network, day);
        std::vector<std::string> names;
        if (scope_.unit == Unit::Country) {
            for (const auto country : countries) names.push_back(network.countries[country].iso2);
            return names;
        }
        const auto projection = project(edition.network, scope_);
        const auto all = known_as(edition.reader, projection.units);
        for (const auto unit : units_in(projection, countries)) names.push_back(all[unit]);
        return names;
    }

    const Options& options_;
    ProcedureContext& context_;
    const OpenSnapshot& open_;
    ProjectionOptions scope_;
    Indicator indicator_ = Indicator::InternationalShare;
};

} // namespace

Procedure diff_procedure(OpenSnapshot open) {
    constexpr double first_year = -9999;
    constexpr double last_year = 9999;
    return options_procedure(
        "collab.diff",
        with_scope(
            {"events", "unit", "topic", "challenge", "rollUp"},
            {{"measure", Accepts::String, "internationalShare", "What is compared",
              indicator_names()},
             {"region",
              Accepts::String | Accepts::List,
              {},
              "Units of this region, country or list of them; all where it is not given"},
             {"oldSnapshot",
              Accepts::String,
              {},
              "The name of the older snapshot; the present graph where it is not given"},
             {"newSnapshot", Accepts::String, {}, "The name of the newer snapshot, likewise"},
             {"oldFrom",
              Accepts::Integer,
              {},
              "The first of the old years",
              {},
              first_year,
              last_year},
             {"oldTo",
              Accepts::Integer,
              {},
              "The last of the old years",
              {},
              first_year,
              last_year},
             {"newFrom",
              Accepts::Integer,
              {},
              "The first of the new years",
              {},
              first_year,
              last_year},
             {"newTo",
              Accepts::Integer,
              {},
              "The last of the new years",
              {},
              first_year,
              last_year}}),
        {{"unit", Accepts::String},
         {"before", Accepts::Float},
         {"after", Accepts::Float},
         {"revision", Accepts::Float},
         {"change", Accepts::Float},
         {"low", Accepts::Float},
         {"high", Accepts::Float},
         {"about", Accepts::Map}},
        [open = std::move(open)](const Options& options, ProcedureContext& context) {
            return answer_of(Difference{options, context, open}.rows());
        },
        "What changed since an older snapshot: by better data, and by the years");
}

} // namespace lintas::query
