// collab.profile: what countries or institutions do, with whom, and what they lead.
#include "graph/collaboration/counted.h"
#include "graph/collaboration/indicators.h"
#include "graph/collaboration/profile.h"
#include "graph/collaboration/specialisation.h"
#include "query/procedures/collaboration_procedures.h"
#include "query/procedures/collaboration_scope.h"

#include <algorithm>

namespace lintas::query {

namespace {

using namespace collaboration;

constexpr std::string_view profile_definition =
    "Events of the unit; single: in its own country only, multiple: of several countries; lead: "
    "coordinated, corresponding or applied for by it; dependence: the sum of the squared shares of "
    "its partners";

class ProfileRows {
public:
    ProfileRows(const Options& options, ProcedureContext& context)
        : options_{options}, context_{context}, reader_{reader_in(options, context)},
          counted_{counted(reader_, projection_options(options, context))},
          projection_{counted_->projection}, counts_{counted_->counts},
          groups_{groups_of(projection_)}, names_{known_as(reader_, projection_.units)},
          topics_{count_topics(projection_)}, coverage_{
                                                  read_coverage(reader_, *projection_.network)} {}

    ProcedureRows rows() {
        const auto units = wanted();
        about_ = about(projection_, context_, {profile_definition, units.size()});
        ProcedureRows rows;
        for (const auto unit : units) {
            context_.work.check();
            rows.push_back(row(profile(projection_, counts_, groups_, unit)));
        }
        return rows;
    }

private:
    std::vector<std::uint32_t> wanted() const {
        const auto& network = *projection_.network;
        if (!options_.has("node"))
            return units_in(projection_, countries_meant(options_, "country", network,
                                                         day_of_membership(projection_.options)));
        const auto unit = projection_.find_unit(options_.node("node"));
        if (unit == nothing)
            options_.refuse("node", "needs a unit that takes part in an event that counts");
        return {unit};
    }

    Value partners(const Profile& profile) const {
        List list;
        const auto most = static_cast<std::size_t>(options_.integer("partners"));
        for (const auto& partner : profile.partners) {
            if (list.size() == most) break;
            list.emplace_back(Map{{"unit", names_[partner.unit]},
                                  {"observed", std::int64_t{partner.joint}},
                                  {"share", partner.share},
                                  {"ratio", optional_value(partner.ratio)}});
        }
        return Value{std::move(list)};
    }

    // The topics with the highest advantage, of those above the floor.
    Value topics(std::uint32_t unit) const {
        const auto floor = options_.number("floor");
        struct Found {
            std::uint32_t topic;
            double index;
        };
        std::vector<Found> found;
        for (std::uint32_t topic = 0; topic < topics_.topics; ++topic)
            if (topics_.at(unit, topic) > 0)
                found.push_back({topic, advantage(topics_, unit, topic).value_or(0)});
        const auto is_suppressed = topics_.topics == 0 || topics_.of_unit[unit] < floor;
        std::ranges::stable_sort(found, std::ranges::greater{}, [&](const Found& one) {
            return is_suppressed ? topics_.at(unit, one.topic) : one.index;
        });
        const auto most = static_cast<std::size_t>(options_.integer("topics"));
        if (found.size() > most) found.resize(most);
        List list;
        for (const auto& [topic, index] : found)
            list.emplace_back(Map{{"topic", projection_.network->topics[topic].id},
                                  {"name", projection_.network->topics[topic].name},
                                  {"observed", static_cast<std::int64_t>(topics_.at(unit, topic))},
                                  {"index", is_suppressed ? Value{} : Value{index}},
                                  {"suppressed", is_suppressed}});
        return Value{std::move(list)};
    }

    std::vector<Value> row(const Profile& profile) const {
        const auto& size = profile.size;
        const auto share = [](std::uint64_t part, std::uint64_t whole) {
            return whole == 0 ? Value{}
                              : Value{static_cast<double>(part) / static_cast<double>(whole)};
        };
        Map by_type;
        for (std::size_t kind = 0; kind < std::size(event_labels); ++kind)
            by_type[std::string{event_labels[kind]}] =
                static_cast<std::int64_t>(profile.by_kind[kind]);
        const auto has_partner = !profile.partners.empty();
        return {names_[profile.unit],
                projection_.units[profile.unit],
                name_of(reader_, projection_.units[profile.unit]),
                static_cast<std::int64_t>(size.events),
                size.fractional,
                Value{std::move(by_type)},
                static_cast<std::int64_t>(size.events - size.international),
                static_cast<std::int64_t>(size.international),
                share(size.international, size.events),
                profile.international.low,
                profile.international.high,
                share(size.international, size.events),
                static_cast<std::int64_t>(size.leading),
                share(size.leading, size.events),
                share(size.leading_international, size.leading),
                optional_value(profile.external_internal),
                optional_value(profile.participation),
                optional_value(profile.dependence),
                has_partner ? Value{names_[profile.partners.front().unit]} : Value{},
                has_partner ? Value{profile.partners.front().share} : Value{},
                partners(profile),
                topics(profile.unit),
                optional_value(coverage_.of(projection_.countries[profile.unit])),
                about_};
    }

    const Options& options_;
    ProcedureContext& context_;
    Reader reader_;
    CountedPointer counted_;
    const Projection& projection_;
    const Counts& counts_;
    std::vector<std::uint32_t> groups_;
    std::vector<std::string> names_;
    TopicCounts topics_;
    Coverage coverage_;
    Value about_;
};

ProcedureAnswerPointer profile_answer(const Options& options, ProcedureContext& context) {
    return answer_of(ProfileRows{options, context}.rows());
}

} // namespace

Procedure profile_procedure() {
    return options_procedure(
        "collab.profile",
        with_scope({"events", "unit", "topic", "challenge", "fromYear", "toYear", "universe",
                    "maxUnits", "rollUp"},
                   {{"country",
                     Accepts::String | Accepts::List,
                     {},
                     "A country's code, a region or a list of those; all where it is not given"},
                    {"node", Accepts::Node, {}, "One unit in place of those of countries"},
                    {"partners",
                     Accepts::Integer,
                     10,
                     "At most so many partners, the strongest first",
                     {},
                     0,
                     1000},
                    {"topics",
                     Accepts::Integer,
                     10,
                     "At most so many topics, the most particular first",
                     {},
                     0,
                     1000},
                    {"floor",
                     Accepts::Float,
                     50.0,
                     "With fewer mentions of topics the index of advantage is suppressed",
                     {},
                     0}}),
        {{"unit", Accepts::String},
         {"node", Accepts::Node},
         {"name", Accepts::String},
         {"events", Accepts::Integer},
         {"fractional", Accepts::Float},
         {"byType", Accepts::Map},
         {"single", Accepts::Integer},
         {"multiple", Accepts::Integer},
         {"internationalShare", Accepts::Float},
         {"low", Accepts::Float},
         {"high", Accepts::Float},
         {"mcpRatio", Accepts::Float},
         {"lead", Accepts::Integer},
         {"leadShare", Accepts::Float},
         {"leadMcpRatio", Accepts::Float},
         {"externalInternal", Accepts::Float},
         {"participation", Accepts::Float},
         {"dependence", Accepts::Float},
         {"topPartner", Accepts::String},
         {"topPartnerShare", Accepts::Float},
         {"partners", Accepts::List},
         {"topics", Accepts::List},
         {"coverage", Accepts::Float},
         {"about", Accepts::Map}},
        profile_answer, "What a country or an institution does, with whom, and what it leads");
}

} // namespace lintas::query
