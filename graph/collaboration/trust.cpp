#include "graph/collaboration/trust.h"

#include "graph/error.h"
#include "graph/temporal_calendar.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lintas::collaboration {

namespace {

struct Present {
    std::uint32_t actor;
    RelationshipId relationship;
    CountryNumber country;
    bool is_inferred;
};

// Each actor of an event once.
std::vector<Present> present_at(const Network& network, std::uint32_t event) {
    std::vector<Present> found;
    for (const auto& part : network.participations.of(event))
        found.push_back({part.actor, part.relationship, part.country, part.is_inferred});
    std::ranges::stable_sort(found, {}, &Present::actor);
    const auto repeated = std::ranges::unique(found, {}, &Present::actor);
    found.erase(repeated.begin(), repeated.end());
    return found;
}

bool is_better(const Link& one, const Link& other) {
    if (one.contribution != other.contribution) return one.contribution > other.contribution;
    if (one.year != other.year) return one.year > other.year;
    return one.event < other.event;
}

// What is kept of a tie's links: the best of each kind, and the newest.
void keep_few(std::vector<Link>& links) {
    std::ranges::stable_sort(links, is_better);
    const auto newest = *std::ranges::max_element(links, {}, &Link::year);
    std::vector<Link> kept;
    for (const auto& link : links) {
        const auto is_same_kind = [&](const Link& one) {
            return one.is_affiliation() == link.is_affiliation() && one.kind == link.kind;
        };
        if (std::ranges::none_of(kept, is_same_kind)) kept.push_back(link);
    }
    const auto is_newest = [&](const Link& one) {
        return one.event == newest.event && one.left == newest.left;
    };
    if (std::ranges::none_of(kept, is_newest)) kept.push_back(newest);
    links = std::move(kept);
}

} // namespace

double TrustTie::trust() const { return -std::expm1(-strength); }

double TrustTie::cost() const { return -std::log(trust()); }

const Link& TrustTie::newest() const { return *std::ranges::max_element(links, {}, &Link::year); }

bool TrustTie::crosses() const {
    const auto& link = newest();
    return link.left_country != no_country && link.right_country != no_country &&
           link.left_country != link.right_country;
}

TrustGraph::TrustGraph(const Network& network, const TrustOptions& options)
    : network_{network}, present_{options.to_year.value_or(network.last_year)},
      rows_(network.actors.size()) {
    for (std::uint32_t event = 0; event < network.events.size(); ++event) add_event(event, options);
    add_affiliations(options);
    join();
    for (std::uint32_t tie = 0; tie < ties_.size(); ++tie) {
        rows_[ties_[tie].left].push_back(tie);
        rows_[ties_[tie].right].push_back(tie);
    }
    for (std::uint32_t actor = 0; actor < rows_.size(); ++actor)
        std::ranges::sort(rows_[actor], {},
                          [&](std::uint32_t tie) { return other_end(tie, actor); });
}

double TrustGraph::decay(std::int32_t year, const TrustOptions& options) const {
    if (year == no_year || present_ == no_year) return 1;
    return std::exp2(-std::max(0, present_ - year) / options.half_life);
}

void TrustGraph::add_event(std::uint32_t event, const TrustOptions& options) {
    const auto& own = network_.events[event];
    const auto kind = static_cast<std::size_t>(own.kind);
    if (!options.events.empty() &&
        std::ranges::find(options.events, event_labels[kind]) == options.events.end())
        return;
    const auto is_early =
        options.from_year && (own.year == no_year || own.year < *options.from_year);
    const auto is_late = options.to_year && (own.year == no_year || own.year > *options.to_year);
    if (is_early || is_late) return;
    const auto present = present_at(network_, event);
    if (present.size() < 2 || present.size() > options.max_units) return;
    const auto shared =
        options.weights[kind] * decay(own.year, options) / static_cast<double>(present.size() - 1);
    for (std::size_t i = 0; i < present.size(); ++i)
        for (std::size_t j = i + 1; j < present.size(); ++j) {
            const auto& [left, left_part, left_country, left_inferred] = present[i];
            const auto& [right, right_part, right_country, right_inferred] = present[j];
            const auto factor = left_inferred || right_inferred ? options.inferred : 1;
            add(left, right,
                {event, own.kind, left_part, right_part, own.year, left_country, right_country,
                 shared * factor});
        }
}

void TrustGraph::add_affiliations(const TrustOptions& options) {
    const auto first =
        options.from_year ? first_day_of_year(*options.from_year) : std::numeric_limits<Day>::min();
    const auto last =
        present_ == no_year ? std::numeric_limits<Day>::max() : last_day_of_year(present_);
    for (std::uint32_t person = 0; person < network_.actors.size(); ++person)
        for (const auto& affiliation : network_.affiliations.of(person)) {
            if (!affiliation.period.overlaps(first, last)) continue;
            const auto ended = affiliation.period.to && *affiliation.period.to < last;
            const auto year =
                ended ? static_cast<std::int32_t>(civil_from_days(*affiliation.period.to).year)
                      : present_;
            const auto country = network_.actors[affiliation.institution].country;
            const Link link{nothing,
                            EventKind{},
                            affiliation.relationship,
                            affiliation.relationship,
                            year,
                            country,
                            country,
                            options.affiliation_weight * decay(year, options)};
            add(std::min(person, affiliation.institution),
                std::max(person, affiliation.institution), link);
        }
}

void TrustGraph::add(std::uint32_t left, std::uint32_t right, const Link& link) {
    if (left == right || link.contribution <= 0) return;
    ties_.push_back({left, right, link.contribution, link.year, {link}});
}

// Ties of the same two actors become one.
void TrustGraph::join() {
    std::ranges::stable_sort(ties_, {}, [](const TrustTie& tie) {
        return std::pair{tie.left, tie.right};
    });
    std::vector<TrustTie> joined;
    for (auto& tie : ties_) {
        if (!joined.empty() && joined.back().left == tie.left && joined.back().right == tie.right) {
            auto& same = joined.back();
            same.strength += tie.strength;
            same.last_year = std::max(same.last_year, tie.last_year);
            same.links.push_back(tie.links.front());
        } else {
            joined.push_back(std::move(tie));
        }
    }
    for (auto& tie : joined) keep_few(tie.links);
    ties_ = std::move(joined);
}

} // namespace lintas::collaboration
