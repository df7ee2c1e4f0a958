#include "graph/collaboration/themes.h"

#include "graph/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::collaboration {

namespace {

// How data says that a theme is within a wider one: the relationship leads to the wider one.
struct ThemeHierarchy {
    std::string_view label;
    std::string_view type;
};

constexpr ThemeHierarchy theme_hierarchies[] = {
    {"Topic", "SUBTOPIC_OF"}, // CORDIS, after the paths of EuroSciVoc
    {"Topic", "BROADER"},     // thesauri, after SKOS
    {"Challenge", "PART_OF"},
};

std::vector<Theme> read_themes(const Reader& reader, std::string_view label) {
    std::vector<Theme> themes;
    const auto nodes = reader.nodes(label);
    for (const auto node : nodes) {
        auto code = reader.text("code", node);
        auto id = known_as(reader, node);
        if (label == "Topic" && !code.empty()) std::swap(id, code);
        themes.push_back({node, std::move(id), std::move(code), name_of(reader, node), {}});
    }
    const auto add_parent = [&](std::size_t row, NodeId parent, RelationshipId) {
        const auto found = std::ranges::lower_bound(themes, parent, {}, &Theme::node);
        if (found != themes.end() && found->node == parent)
            themes[row].parents.push_back(static_cast<std::uint32_t>(found - themes.begin()));
    };
    for (const auto& hierarchy : theme_hierarchies)
        if (hierarchy.label == label)
            reader.expand(nodes, hierarchy.type, Direction::Outgoing, add_parent);
    return themes;
}

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

bool theme_is_called(const Theme& theme, const std::string& text) {
    return theme.id == text || theme.other_id == text;
}

// The words of a text, ascending: `energy.renewable` has those of `Renewable energy`.
std::vector<std::string> theme_words(std::string_view text) {
    std::vector<std::string> words;
    auto is_within = false;
    for (const auto letter : text) {
        constexpr std::string_view separators = " .,;:/&-_()";
        const auto separates = separators.find(letter) != std::string_view::npos;
        if (!separates && !is_within) words.emplace_back();
        is_within = !separates;
        if (is_within)
            words.back() +=
                letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    std::ranges::sort(words);
    return words;
}

} // namespace

std::vector<Theme> read_topics(const Reader& reader) { return read_themes(reader, "Topic"); }

std::vector<Theme> read_challenges(const Reader& reader) {
    return read_themes(reader, "Challenge");
}

std::vector<std::uint8_t> topics_meant_by(const Network& network, const std::string& text) {
    std::vector<std::uint8_t> marked(network.topics.size());
    const auto prefix = text + '.';
    const auto words = theme_words(text);
    const auto& topics = network.topics;
    const auto found =
        mark(topics, marked, [&](const Theme& topic) { return theme_is_called(topic, text); }) ||
        mark(topics, marked, [&](const Theme& topic) { return topic.name == text; }) ||
        mark(topics, marked, [&](const Theme& topic) { return topic.id.starts_with(prefix); }) ||
        mark(topics, marked, [&](const Theme& topic) { return theme_words(topic.name) == words; });
    if (!found)
        throw Error{ErrorCode::Argument,
                    fmt::format("There is no topic `{}`; a topic is named by its code, its id or "
                                "its name",
                                text)};
    mark_descendants(network.topics, marked);
    return marked;
}

std::uint32_t challenge_meant_by(const Network& network, const std::string& text) {
    std::vector<std::uint8_t> marked(network.challenges.size());
    const auto& challenges = network.challenges;
    if (!mark(challenges, marked, [&](const Theme& one) { return one.id == text; }) &&
        !mark(challenges, marked, [&](const Theme& one) { return theme_is_called(one, text); }) &&
        !mark(challenges, marked, [&](const Theme& one) { return one.name == text; }))
        throw Error{ErrorCode::Argument,
                    fmt::format("There is no challenge `{}`; a challenge is named by its id, its "
                                "code or its title",
                                text)};
    const auto first = std::ranges::find(marked, 1);
    const auto second = std::find(first + 1, marked.end(), 1);
    const auto number = [&](auto at) { return static_cast<std::uint32_t>(at - marked.begin()); };
    if (second != marked.end())
        throw Error{ErrorCode::Argument,
                    fmt::format("Several challenges are called `{}`, `{}` and `{}` among them; "
                                "name one by its id",
                                text, challenges[number(first)].id, challenges[number(second)].id)};
    return number(first);
}

std::vector<std::uint8_t> topics_of_challenge(const Network& network, std::uint32_t challenge) {
    std::vector<std::uint8_t> marked(network.topics.size());
    for (const auto& mention : network.challenge_topics.of(challenge)) marked[mention.theme] = 1;
    mark_descendants(network.topics, marked);
    return marked;
}

} // namespace lintas::collaboration
