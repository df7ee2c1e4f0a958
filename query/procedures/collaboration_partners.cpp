// collab.partners and collab.explain: who could work with whom, and why.
#include "query/procedures/collaboration_partners.h"

#include "graph/collaboration/counted.h"
#include "graph/collaboration/themes.h"
#include "query/procedures/collaboration_procedures.h"
#include "query/procedures/collaboration_scope.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lintas::query {

namespace {

using namespace collaboration;

constexpr std::string_view partners_definition =
    "Score is the sum of weight x value of its parts; ranks are the best and the worst when each "
    "weight changes by up to a fifth; verdict gap: no tie yet and known well enough, none: they "
    "work together already, unknown: too little of the country's records is held";

class Finder {
public:
    Finder(const Options& options, ProcedureContext& context)
        : reader_{reader_in(options, context)}, counted_{counted(reader_, scope(options, context))},
          projection_{counted_->projection}, coverage_{read_coverage(reader_,
                                                                     *projection_.network)},
          basis_{partner_basis(context.graph, counted_)}, data_{reader_,        projection_,
                                                                counted_->ties, *basis_,
                                                                coverage_,      context.work} {
        const auto& network = *projection_.network;
        if (!options.has("seeker")) options.refuse("seeker", "is needed: a node or an id");
        wanted_.seeker = actor_meant(options, "seeker", network, reader_);
        if (const auto challenge = text_of(options, context, "challenge"))
            wanted_.challenge = challenge_meant_by(network, *challenge);
        if (const auto topic = text_of(options, context, "topic"))
            wanted_.topics = topics_meant_by(network, *topic);
        wanted_.countries =
            countries_meant(options, "regions", network, day_of_membership(projection_.options));
        wanted_.companies = options.boolean("companies");
        wanted_.abroad = options.boolean("abroad");
        wanted_.weights = partner_weights(options);
        wanted_.seed = static_cast<std::uint64_t>(options.integer("seed"));
        wanted_.least_coverage = options.number("minCoverage");
    }

    PartnerOptions& wanted() { return wanted_; }
    const Reader& reader() const { return reader_; }
    const Projection& projection() const { return projection_; }
    const Network& network() const { return *projection_.network; }
    std::vector<ProposedPartner> find(std::optional<std::uint32_t> only = {}) const {
        return partners(data_, wanted_, only);
    }

    Value evidence(const Part& part) const { return Value{part.evidence}; }
    Value reasons(const ProposedPartner& partner) const {
        List list;
        for (std::size_t at = 0; at < component_count; ++at)
            list.emplace_back(Map{{"component", name(static_cast<Component>(at))},
                                  {"value", partner.parts[at].value},
                                  {"weight", wanted_.weights[at]},
                                  {"contribution", contribution(partner, at)},
                                  {"evidence", evidence(partner.parts[at])}});
        return Value{std::move(list)};
    }
    double contribution(const ProposedPartner& partner, std::size_t at) const {
        return wanted_.weights[at] * partner.parts[at].value + 0.0; // never -0.0
    }
    // What the score would gain if a part were as good as it can be.
    double gain(const ProposedPartner& partner, std::size_t at) const {
        const auto weight = wanted_.weights[at];
        return std::abs(weight) *
               (weight > 0 ? 1 - partner.parts[at].value : partner.parts[at].value);
    }
    Value raise(const ProposedPartner& partner) const {
        std::vector<std::size_t> order(component_count);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::erase_if(order, [](std::size_t at) {
            return at == static_cast<std::size_t>(Component::Nearness) ||
                   at == static_cast<std::size_t>(Component::Priority);
        });
        std::ranges::stable_sort(order, std::ranges::greater{},
                                 [&](std::size_t at) { return gain(partner, at); });
        List list;
        for (const auto at : order) {
            if (list.size() == 3 || gain(partner, at) <= 0) break;
            list.emplace_back(Map{{"component", name(static_cast<Component>(at))},
                                  {"gain", gain(partner, at)},
                                  {"how", advice(static_cast<Component>(at))}});
        }
        return Value{std::move(list)};
    }
    static Verdict verdict(const ProposedPartner& partner) {
        if (partner.is_tied) return Verdict::None;
        return partner.is_known ? Verdict::Gap : Verdict::Unknown;
    }

private:
    static ProjectionOptions scope(const Options& options, const ProcedureContext& context) {
        auto found = projection_options(options, context);
        found.unit = Unit::Institution;
        found.topic = {};
        found.challenge = {};
        return found;
    }

    Reader reader_;
    CountedPointer counted_;
    const Projection& projection_;
    Coverage coverage_;
    std::shared_ptr<const PartnerBasis> basis_; // shared with other questions
    PartnerData data_;
    PartnerOptions wanted_;
};

// The units from the seeker to the partner, over whom the one trusts the other most.
Value way_value(const ProposedPartner& partner) {
    List way;
    for (const auto node : partner.way) way.emplace_back(node);
    return Value{std::move(way)};
}

ProcedureAnswerPointer answer_partners(const Options& options, ProcedureContext& context) {
    Finder finder{options, context};
    finder.wanted().new_only = options.boolean("newOnly");
    finder.wanted().k = static_cast<std::size_t>(options.integer("k"));
    const auto found = finder.find();
    const auto note = about(finder.projection(), context, {partners_definition, found.size()});
    ProcedureRows rows;
    for (const auto& partner : found) {
        const auto& actor = finder.network().actors[partner.actor];
        rows.push_back(
            {actor.node, known_as(finder.reader(), actor.node),
             name_of(finder.reader(), actor.node), partner.score, finder.reasons(partner),
             std::int64_t{partner.rank_low}, std::int64_t{partner.rank_high},
             name(Finder::verdict(partner)), finder.raise(partner),
             actor.country == no_country ? Value{}
                                         : Value{finder.network().countries[actor.country].iso2},
             way_value(partner), note});
    }
    return answer_of(std::move(rows));
}

ProcedureAnswerPointer answer_explain(const Options& options, ProcedureContext& context) {
    Finder finder{options, context};
    if (!options.has("partner")) options.refuse("partner", "is needed: a node or an id");
    finder.wanted().new_only = false;
    const auto partner = actor_meant(options, "partner", finder.network(), finder.reader());
    const auto found = finder.find(partner);
    if (found.empty())
        options.refuse("partner", "needs an organisation that takes part in an event that counts");
    const auto note = about(finder.projection(), context, {partners_definition, component_count});
    ProcedureRows rows;
    for (std::size_t at = 0; at < component_count; ++at)
        rows.push_back({name(static_cast<Component>(at)), found[0].parts[at].value,
                        finder.wanted().weights[at], finder.contribution(found[0], at),
                        finder.evidence(found[0].parts[at]), finder.gain(found[0], at),
                        advice(static_cast<Component>(at)), found[0].score,
                        std::int64_t{found[0].rank_low}, std::int64_t{found[0].rank_high}, note});
    return answer_of(std::move(rows));
}

std::vector<Option> options_of(std::vector<Option> own) {
    auto all =
        with_scope({"events", "topic", "challenge", "fromYear", "toYear", "maxUnits", "rollUp",
                    "minCoverage", "seed"},
                   {{"seeker",
                     Accepts::Node | Accepts::String,
                     {},
                     "Who looks for a partner: an institution or a company, as a node or its id"},
                    {"regions",
                     Accepts::String | Accepts::List,
                     {},
                     "Where partners may be: regions or countries; anywhere where it is not given"},
                    {"abroad", Accepts::Boolean, true, "Nobody of the seeker's own country"},
                    {"companies", Accepts::Boolean, true, "Companies too"},
                    {"prioritise", Accepts::Boolean, false,
                     "Let members that have little so far count more, as a part of its own"},
                    {"weights", Accepts::Map, {}, "Other weights of parts of the score, by name"}});
    all.insert(all.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
    return all;
}

} // namespace

Weights partner_weights(const Options& options) {
    auto weights = default_weights;
    if (options.was_given("prioritise") && options.boolean("prioritise"))
        weights[static_cast<std::size_t>(Component::Priority)] = 0.1;
    if (!options.has("weights")) return weights;
    std::vector<std::string_view> known;
    for (std::size_t at = 0; at < component_count; ++at)
        known.push_back(name(static_cast<Component>(at)));
    for (const auto& [key, value] : options.value("weights").map()) {
        const auto found = std::ranges::find(known, key);
        if (found == known.end() || !value.is_number())
            options.refuse("weights", fmt::format("has parts of the score with numbers, not "
                                                  "`{}: {}`; the parts are `{}`",
                                                  key, to_text(value), fmt::join(known, "`, `")));
        weights[static_cast<std::size_t>(found - known.begin())] = value.number();
    }
    return weights;
}

Procedure partners_procedure() {
    return options_procedure(
        "collab.partners",
        options_of({{"newOnly", Accepts::Boolean, true, "Nobody who worked with the seeker before"},
                    {"k", Accepts::Integer, 10, "At most so many, the best first", {}, 1, 10'000}}),
        {{"partner", Accepts::Node},
         {"id", Accepts::String},
         {"name", Accepts::String},
         {"score", Accepts::Float},
         {"reasons", Accepts::List},
         {"rankLow", Accepts::Integer},
         {"rankHigh", Accepts::Integer},
         {"verdict", Accepts::String},
         {"raise", Accepts::List},
         {"country", Accepts::String},
         {"way", Accepts::List},
         {"about", Accepts::Map}},
        answer_partners, "Who could work with a seeker on a challenge or a topic, and why");
}

Procedure explain_procedure() {
    return options_procedure(
        "collab.explain",
        options_of({{"partner",
                     Accepts::Node | Accepts::String,
                     {},
                     "Whose score is explained, as a node or its id"}}),
        {{"component", Accepts::String},
         {"value", Accepts::Float},
         {"weight", Accepts::Float},
         {"contribution", Accepts::Float},
         {"evidence", Accepts::List},
         {"gain", Accepts::Float},
         {"how", Accepts::String},
         {"score", Accepts::Float},
         {"rankLow", Accepts::Integer},
         {"rankHigh", Accepts::Integer},
         {"about", Accepts::Map}},
        answer_explain,
        "The parts of one partner's score, with their evidence and what would raise them");
}

} // namespace lintas::query
