#include "graph/collaboration/themes.h"

#include "graph/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::collaboration {

namespace {

// Marks what lies below the marked topics.
void mark_descendants(const std::vector<Theme>& topics, std::vector<std::uint8_t>& marked) {
    for (auto changed = true; changed;) {
        changed = false;
        for (std::size_t at = 0; at < topics.size(); ++at) {
            if (marked[at]) continue;
            const auto is_below = std::ranges::any_of(
                topics[at].parents, [&](auto parent) { return marked[parent] != 0; });
            if (!is_below) continue;
            marked[at] = 1;
            changed = true;
        }
    }
}

bool mark(const std::vector<Theme>& topics, std::vector<std::uint8_t>& marked,
          const auto& is_meant) {
    auto any = false;
    for (std::size_t at = 0; at < topics.size(); ++at) {
        if (!is_meant(topics[at])) continue;
        marked[at] = 1;
        any = true;
    }
    return any;
}

} // namespace

std::vector<std::uint8_t> topics_meant_by(const Network& network, const std::string& text) {
    std::vector<std::uint8_t> marked(network.topics.size());
    const auto prefix = text + '.';
    const auto found =
        mark(network.topics, marked, [&](const Theme& topic) { return topic.id == text; }) ||
        mark(network.topics, marked, [&](const Theme& topic) { return topic.name == text; }) ||
        mark(network.topics, marked,
             [&](const Theme& topic) { return topic.id.starts_with(prefix); });
    if (!found)
        throw Error{ErrorCode::Argument,
                    fmt::format("There is no topic `{}`; a topic is named by its code, its id or "
                                "its name",
                                text)};
    mark_descendants(network.topics, marked);
    return marked;
}

std::uint32_t challenge_meant_by(const Network& network, const std::string& text) {
    for (const auto key : {&Theme::id, &Theme::name}) {
        const auto found = std::ranges::find(network.challenges, text, key);
        if (found != network.challenges.end())
            return static_cast<std::uint32_t>(found - network.challenges.begin());
    }
    throw Error{
        ErrorCode::Argument,
        fmt::format("There is no challenge `{}`; a challenge is named by its id or its title",
                    text)};
}

std::vector<std::uint8_t> topics_of_challenge(const Network& network, std::uint32_t challenge) {
    std::vector<std::uint8_t> marked(network.topics.size());
    for (const auto& mention : network.challenge_topics.of(challenge)) marked[mention.theme] = 1;
    mark_descendants(network.topics, marked);
    return marked;
}

} // namespace lintas::collaboration
