#include "graph/collaboration/way_pattern.h"

#include "graph/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::collaboration {

namespace {

constexpr std::int32_t years_of_warmth = 5;

struct ActorLabel {
    std::string_view label;
    ActorKind kind;
};

constexpr ActorLabel actor_labels[] = {
    {"Institution", ActorKind::Institution},
    {"Company", ActorKind::Company},
    {"Researcher", ActorKind::Researcher},
    {"Country", ActorKind::Country},
};

std::optional<ActorKind> actor_kind(const std::string& label) {
    const auto* const found = std::ranges::find(actor_labels, label, &ActorLabel::label);
    return found == std::end(actor_labels) ? std::nullopt : std::optional{found->kind};
}

std::optional<EventKind> event_kind(const std::string& label) {
    const auto* const found = std::ranges::find(event_labels, label);
    return found == std::end(event_labels)
               ? std::nullopt
               : std::optional{static_cast<EventKind>(found - event_labels)};
}

[[noreturn]] void refuse(const std::vector<std::string>& pattern) {
    throw Error{ErrorCode::Argument,
                fmt::format("No way can be `{}`; a pattern begins and ends with `Institution`, "
                            "`Company`, `Researcher` or `Country`, and has at most one event "
                            "between two of them",
                            fmt::join(pattern, "-"))};
}

std::vector<PatternStep> steps_of(const std::vector<std::string>& pattern) {
    std::vector<PatternStep> steps;
    if (pattern.empty()) return steps;
    auto from = actor_kind(pattern.front());
    if (!from || pattern.size() < 2) refuse(pattern);
    for (std::size_t at = 1; at < pattern.size(); ++at) {
        const auto kind = event_kind(pattern[at]);
        if (kind && ++at == pattern.size()) refuse(pattern);
        const auto to = actor_kind(pattern[at]);
        if (!to) refuse(pattern);
        steps.push_back({kind, *from, *to});
        from = to;
    }
    return steps;
}

} // namespace

WayRules::WayRules(const TrustGraph& graph, std::uint32_t source, std::uint32_t target,
                   const WayLimits& limits)
    : graph_{graph}, source_{source}, target_{target}, is_warm_{limits.is_warm},
      most_ties_{limits.most_ties}, steps_{steps_of(limits.pattern)},
      closed_actors_(graph.actors()), closed_ties_(graph.ties().size()) {
    if (!steps_.empty()) most_ties_ = static_cast<std::uint32_t>(steps_.size());
}

bool WayRules::allows(std::uint32_t tie, std::uint32_t number, std::uint32_t from,
                      std::uint32_t to) const {
    if (closed_ties_[tie] != 0 || closed_actors_[from] != 0 || closed_actors_[to] != 0)
        return false;
    if (is_warm_) {
        if (graph_.ties()[tie].last_year < graph_.present() - years_of_warmth) return false;
        for (const auto actor : {from, to})
            if (actor != source_ && actor != target_ && !graph_.network().actors[actor].shareable)
                return false;
    }
    if (steps_.empty()) return true;
    return number < steps_.size() && graph_.network().actors[from].kind == steps_[number].from &&
           graph_.network().actors[to].kind == steps_[number].to && fitting(tie, number) != nullptr;
}

const Link* WayRules::fitting(std::uint32_t tie, std::uint32_t number) const {
    const auto& links = graph_.ties()[tie].links;
    const auto fits = [&](const Link& link) {
        if (steps_.empty()) return true;
        const auto& kind = steps_[number].kind;
        return kind ? !link.is_affiliation() && link.kind == *kind : link.is_affiliation();
    };
    const auto found = std::ranges::find_if(links, fits);
    return found == links.end() ? nullptr : &*found;
}

Link WayRules::link(std::uint32_t tie, std::uint32_t number) const { return *fitting(tie, number); }

} // namespace lintas::collaboration
