// collab.specialisation, collab.relatedness and collab.complexity: who works on what, and what is
// near it.
#include "graph/collaboration/indicators.h"
#include "graph/collaboration/specialisation.h"
#include "query/procedures/collaboration_network.h"
#include "query/procedures/collaboration_procedures.h"

#include <algorithm>

namespace lintas::query {

namespace {

using namespace collaboration;

constexpr std::string_view specialisation_definition =
    "Index: the share of the topic in the unit's mentions of topics over its share in all "
    "(revealed "
    "advantage; the activity index where events are publications); symmetric: (a - 1) / (a + 1); "
    "below the floor both are suppressed";
constexpr std::string_view relatedness_definition =
    "Proximity: units with an advantage in both topics over the larger number with one in either; "
    "density: how much of what is near a topic the unit has";
constexpr std::string_view complexity_definition =
    "Diversity: topics with an advantage; averageUbiquity: how many units have them on average; "
    "second: the average of that over units that share topics; index: the complexity index, only "
    "if asked for, since with few countries it is unstable";

// Who works on what, with who is above the floor.
class Topics {
public:
    Topics(const Options& options, ProcedureContext& context)
        : reader_{reader_in(options, context)},
          projection_{project(network_of(reader_), projection_options(options, context))},
          counts_{count_topics(projection_)}, presence_{presence(counts_, options.number("floor"))},
          names_{known_as(reader_, projection_.units)} {}

    const Projection& projection() const { return projection_; }
    const TopicCounts& counts() const { return counts_; }
    const Presence& present() const { return presence_; }
    const std::string& name(std::uint32_t unit) const { return names_[unit]; }
    const Theme& topic(std::uint32_t topic) const { return projection_.network->topics[topic]; }
    std::vector<std::uint32_t> wanted(const Options& options) const {
        return units_in(projection_, countries_meant(options, "country", *projection_.network,
                                                     day_of_membership(projection_.options)));
    }

private:
    Reader reader_;
    Projection projection_;
    TopicCounts counts_;
    Presence presence_;
    std::vector<std::string> names_;
};

ProcedureAnswerPointer answer_specialisation(const Options& options, ProcedureContext& context) {
    const Topics topics{options, context};
    const auto floor = options.number("floor");
    ProcedureRows rows;
    const auto note = about(topics.projection(), context, {specialisation_definition});
    for (const auto unit : topics.wanted(options)) {
        if (topics.counts().topics == 0) break;
        const auto is_suppressed = topics.counts().of_unit[unit] < floor;
        for (std::uint32_t topic = 0; topic < topics.counts().topics; ++topic) {
            const auto observed = topics.counts().at(unit, topic);
            if (observed == 0) continue;
            const auto index = advantage(topics.counts(), unit, topic);
            const auto is_shown = index && !is_suppressed;
            rows.push_back(
                {topics.name(unit), topics.projection().units[unit], topics.topic(topic).id,
                 topics.topic(topic).name, static_cast<std::int64_t>(observed),
                 static_cast<std::int64_t>(topics.counts().of_unit[unit]),
                 is_shown ? Value{*index} : Value{},
                 is_shown ? Value{symmetric_advantage(*index)} : Value{}, is_suppressed, note});
        }
    }
    return answer_of(std::move(rows));
}

ProcedureAnswerPointer answer_relatedness(const Options& options, ProcedureContext& context) {
    const Topics topics{options, context};
    const Proximity proximity{topics.present()};
    const auto note = about(topics.projection(), context, {relatedness_definition});
    ProcedureRows rows;
    if (options.has("country")) {
        const auto units = topics.wanted(options);
        std::vector<std::vector<std::optional<double>>> densities(units.size());
        for (std::uint32_t topic = 0; topic < topics.counts().topics; ++topic) {
            const auto near = proximity.row(topic);
            for (std::size_t at = 0; at < units.size(); ++at)
                densities[at].push_back(density(topics.present(), near, units[at], topic));
        }
        for (std::size_t at = 0; at < units.size(); ++at)
            for (std::uint32_t topic = 0; topic < topics.counts().topics; ++topic)
                rows.push_back({topics.topic(topic).id, topics.topic(topic).name, Value{}, Value{},
                                topics.name(units[at]), optional_value(densities[at][topic]),
                                topics.present().at(units[at], topic), note});
        return answer_of(std::move(rows));
    }
    for (std::uint32_t one = 0; one < topics.counts().topics; ++one)
        for (auto other = one + 1; other < topics.counts().topics; ++other)
            if (const auto near = proximity.of(one, other); near > 0)
                rows.push_back({topics.topic(one).id, topics.topic(one).name,
                                topics.topic(other).id, near, Value{}, Value{}, Value{}, note});
    return answer_of(std::move(rows));
}

ProcedureAnswerPointer answer_complexity(const Options& options, ProcedureContext& context) {
    const Topics topics{options, context};
    const auto found = complexity(topics.present());
    ComplexityIndex index;
    if (options.boolean("eci")) index = complexity_index(topics.present());
    const auto note =
        about(topics.projection(), context,
              {complexity_definition,
               found.diversity.size(),
               false,
               {{"eigenvalue", options.boolean("eci") ? Value{index.eigenvalue} : Value{}}}});
    ProcedureRows rows;
    for (const auto unit : topics.wanted(options)) {
        if (unit >= found.diversity.size()) break;
        rows.push_back({topics.name(unit), topics.projection().units[unit],
                        static_cast<std::int64_t>(found.diversity[unit]),
                        optional_value(found.unit_1[unit]), optional_value(found.unit_2[unit]),
                        options.boolean("eci") ? optional_value(index.units[unit]) : Value{},
                        note});
    }
    return answer_of(std::move(rows));
}

std::vector<Option> topic_options(std::vector<Option> own) {
    own.push_back({"country",
                   Accepts::String | Accepts::List,
                   {},
                   "A country's code, a region or a list of those; all where it is not given"});
    own.push_back(
        {"floor",
         Accepts::Float,
         50.0,
         "With fewer mentions of topics nobody is called specialised; 300 is usual for patents",
         {},
         0});
    return with_scope(
        {"events", "unit", "topic", "challenge", "fromYear", "toYear", "universe", "rollUp"},
        std::move(own));
}

} // namespace

Procedure specialisation_procedure() {
    return options_procedure("collab.specialisation", topic_options({}),
                             {{"unit", Accepts::String},
                              {"node", Accepts::Node},
                              {"topic", Accepts::String},
                              {"name", Accepts::String},
                              {"observed", Accepts::Integer},
                              {"mentions", Accepts::Integer},
                              {"index", Accepts::Float},
                              {"symmetric", Accepts::Float},
                              {"suppressed", Accepts::Boolean},
                              {"about", Accepts::Map}},
                             answer_specialisation,
                             "What countries or institutions work on more than others do");
}

Procedure relatedness_procedure() {
    return options_procedure(
        "collab.relatedness", topic_options({}),
        {{"topic", Accepts::String},
         {"name", Accepts::String},
         {"other", Accepts::String},
         {"proximity", Accepts::Float},
         {"unit", Accepts::String},
         {"density", Accepts::Float},
         {"present", Accepts::Boolean},
         {"about", Accepts::Map}},
        answer_relatedness,
        "How near topics are to each other, or with `country` how near each is to what it has");
}

Procedure complexity_procedure() {
    return options_procedure(
        "collab.complexity",
        topic_options({{"eci", Accepts::Boolean, false, "The complexity index too"}}),
        {{"unit", Accepts::String},
         {"node", Accepts::Node},
         {"diversity", Accepts::Integer},
         {"averageUbiquity", Accepts::Float},
         {"second", Accepts::Float},
         {"index", Accepts::Float},
         {"about", Accepts::Map}},
        answer_complexity, "How many topics units have, and how common these are");
}

} // namespace lintas::query
