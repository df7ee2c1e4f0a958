#include "graph/collaboration/projection.h"

#include "graph/collaboration/themes.h"
#include "graph/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace lintas::collaboration {

namespace {

using Kinds = std::array<bool, std::size(event_labels)>;

Kinds kinds_meant_by(const std::vector<std::string>& labels) {
    Kinds kinds{};
    if (labels.empty()) kinds.fill(true);
    for (const auto& label : labels) {
        const auto* const found = std::ranges::find(event_labels, label);
        if (found == std::end(event_labels))
            throw Error{ErrorCode::Argument,
                        fmt::format("`{}` is no label of events; they are `{}`", label,
                                    fmt::join(event_labels, "`, `"))};
        kinds[static_cast<std::size_t>(found - event_labels)] = true;
    }
    return kinds;
}

// Tells whether an event is one that the question is about.
class EventFilter {
public:
    EventFilter(const Network& network, const ProjectionOptions& options)
        : network_{network}, options_{options}, kinds_{kinds_meant_by(options.events)} {
        if (options.topic) topics_ = topics_meant_by(network, *options.topic);
        if (options.challenge) challenge_ = challenge_meant_by(network, *options.challenge);
    }

    bool has_window() const { return options_.from_year || options_.to_year; }
    bool is_of_kind(const Event& event) const {
        return kinds_[static_cast<std::size_t>(event.kind)];
    }
    bool is_in_window(const Event& event) const {
        return (!options_.from_year || event.year >= *options_.from_year) &&
               (!options_.to_year || event.year <= *options_.to_year);
    }
    bool is_about(std::uint32_t event) const {
        const auto is_meant = [&](const Mention& mention) { return topics_[mention.theme] != 0; };
        if (!topics_.empty() && std::ranges::none_of(network_.event_topics.of(event), is_meant))
            return false;
        const auto challenges = network_.event_challenges.of(event);
        return challenge_ == nothing ||
               std::ranges::find(challenges, challenge_) != challenges.end();
    }

private:
    const Network& network_;
    const ProjectionOptions& options_;
    Kinds kinds_;
    std::vector<std::uint8_t> topics_;
    std::uint32_t challenge_ = nothing;
};

// Gives each participation its unit.
class Units {
public:
    Units(const Network& network, const ProjectionOptions& options)
        : network_{network}, unit_{options.unit}, roots_(network.actors.size()) {
        for (std::uint32_t actor = 0; actor < roots_.size(); ++actor)
            roots_[actor] = options.roll_up ? network.root(actor) : actor;
    }

    // Of countries the number, of others that of the actor; `nothing` where it is not known.
    std::uint32_t key(const Participation& part) const {
        switch (unit_) {
        case Unit::Country: return part.country;
        case Unit::Institution:
            return part.institution == nothing ? nothing : roots_[part.institution];
        case Unit::Researcher:
            return network_.actors[part.actor].kind == ActorKind::Researcher ? part.actor : nothing;
        }
        return nothing;
    }
    // Does the participation stand for no unit although it should?
    bool is_unresolved(const Participation& part) const {
        return unit_ == Unit::Country ? part.country == no_country
                                      : unit_ == Unit::Institution && part.institution == nothing;
    }

private:
    const Network& network_;
    Unit unit_;
    std::vector<std::uint32_t> roots_;
};

class Projector {
public:
    Projector(Projection& projection)
        : projection_{projection}, network_{*projection.network},
          filter_{network_, projection.options}, units_{network_, projection.options} {}

    void run() {
        for (std::uint32_t event = 0; event < network_.events.size(); ++event)
            if (is_wanted(event)) add(event);
        number_units();
    }

private:
    bool is_wanted(std::uint32_t number) {
        const auto& event = network_.events[number];
        if (!filter_.is_of_kind(event) || !filter_.is_about(number)) return false;
        if (filter_.has_window() && event.year == no_year) {
            ++projection_.undated_events;
            return false;
        }
        return filter_.is_in_window(event);
    }

    void add(std::uint32_t event) {
        members_.clear();
        auto first_country = no_country;
        auto is_international = false;
        for (const auto& part : network_.participations.of(event)) {
            ++projection_.participations;
            if (units_.is_unresolved(part)) ++projection_.unresolved_participations;
            if (part.country != no_country && first_country == no_country)
                first_country = part.country;
            is_international |= part.country != no_country && part.country != first_country;
            if (const auto key = units_.key(part); key != nothing)
                members_.push_back({key, part.leads, part.is_inferred});
        }
        if (members_.empty() ||
            (projection_.options.universe == Universe::International && !is_international))
            return;
        join();
        projection_.events.push_back({event, is_international});
        auto& items = projection_.members.items;
        items.insert(items.end(), members_.begin(), members_.end());
        projection_.members.end_list();
        if (members_.size() > projection_.options.max_units) ++projection_.large_events;
    }

    // One member a unit: it leads if any of its participations does.
    void join() {
        std::ranges::sort(members_, {}, &Member::unit);
        std::size_t last = 0;
        for (std::size_t at = 1; at < members_.size(); ++at) {
            if (members_[at].unit == members_[last].unit) {
                members_[last].leads |= members_[at].leads;
                members_[last].is_inferred &= members_[at].is_inferred;
            } else {
                members_[++last] = members_[at];
            }
        }
        members_.resize(last + 1);
    }

    // Countries keep their numbers; of the others only those that took part are units.
    void number_units() {
        if (projection_.options.unit == Unit::Country) {
            for (const auto& country : network_.countries.all())
                projection_.units.push_back(country.node);
            for (CountryNumber number = 0; number < network_.countries.size(); ++number)
                projection_.countries.push_back(number);
            return;
        }
        std::vector<std::uint32_t> number_of(network_.actors.size(), nothing);
        for (const auto& member : projection_.members.items) number_of[member.unit] = 0;
        std::uint32_t next = 0;
        for (std::uint32_t actor = 0; actor < number_of.size(); ++actor) {
            if (number_of[actor] == nothing) continue;
            number_of[actor] = next++;
            projection_.units.push_back(network_.actors[actor].node);
            projection_.countries.push_back(network_.actors[actor].country);
        }
        for (auto& member : projection_.members.items) member.unit = number_of[member.unit];
    }

    Projection& projection_;
    const Network& network_;
    EventFilter filter_;
    Units units_;
    std::vector<Member> members_;
};

} // namespace

std::uint32_t Projection::find_unit(NodeId node) const {
    const auto found = options.unit == Unit::Country ? std::ranges::find(units, node)
                                                     : std::ranges::lower_bound(units, node);
    return found == units.end() || *found != node
               ? nothing
               : static_cast<std::uint32_t>(found - units.begin());
}

Projection project(std::shared_ptr<const Network> network, const ProjectionOptions& options) {
    Projection projection;
    projection.network = std::move(network);
    projection.options = options;
    Projector{projection}.run();
    return projection;
}

std::optional<Day> day_of_membership(const ProjectionOptions& options) {
    return options.to_year ? std::optional{last_day_of_year(*options.to_year)} : std::nullopt;
}

} // namespace lintas::collaboration
