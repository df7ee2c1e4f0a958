#include "loaders/cordis_topics.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

namespace lintas::loaders {
namespace {

struct ChallengeTitle {
    std::string_view framework;
    std::string_view code;
    std::string_view title;
    std::string_view kind;
};

constexpr std::string_view societal = "societal challenge";
constexpr std::string_view cluster = "cluster";
constexpr std::string_view part = "programme part";

// Horizon 2020: Regulation (EU) 1291/2013, Annex I. Horizon Europe: Regulation (EU) 2021/695,
// Article 4.
constexpr ChallengeTitle titles[] = {
    {"H2020", "SC1", "Health, demographic change and wellbeing", societal},
    {"H2020", "SC2",
     "Food security, sustainable agriculture and forestry, marine and maritime and inland water "
     "research, and the bioeconomy",
     societal},
    {"H2020", "SC3", "Secure, clean and efficient energy", societal},
    {"H2020", "SC4", "Smart, green and integrated transport", societal},
    {"H2020", "SC5", "Climate action, environment, resource efficiency and raw materials",
     societal},
    {"H2020", "SC6", "Europe in a changing world: inclusive, innovative and reflective societies",
     societal},
    {"H2020", "SC7", "Secure societies: protecting freedom and security of Europe and its citizens",
     societal},
    {"H2020", "ERC", "European Research Council", part},
    {"H2020", "FET", "Future and emerging technologies", part},
    {"H2020", "MSCA", "Marie Sklodowska-Curie actions", part},
    {"H2020", "RI", "Research infrastructures", part},
    {"H2020", "LEIT", "Leadership in enabling and industrial technologies", part},
    {"H2020", "ARF", "Access to risk finance", part},
    {"H2020", "SEWP", "Spreading excellence and widening participation", part},
    {"H2020", "SWAFS", "Science with and for society", part},
    {"H2020", "Euratom", "Euratom research and training", part},
    {"HORIZON", "Cluster Health", "Health", cluster},
    {"HORIZON", "Cluster 1", "Health", cluster},
    {"HORIZON", "Cluster 2", "Culture, creativity and inclusive society", cluster},
    {"HORIZON", "Cluster 3", "Civil security for society", cluster},
    {"HORIZON", "Cluster 4", "Digital, industry and space", cluster},
    {"HORIZON", "Cluster 5", "Climate, energy and mobility", cluster},
    {"HORIZON", "Cluster 6", "Food, bioeconomy, natural resources, agriculture and environment",
     cluster},
    {"HORIZON", "Cluster MISS", "Missions", cluster},
};

std::vector<std::string_view> parts_of(std::string_view path) {
    std::vector<std::string_view> parts;
    while (path.starts_with('/')) {
        path.remove_prefix(1);
        const auto end = std::min(path.find('/'), path.size());
        parts.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return parts;
}

StagedNode stage_topic(Staging& staging, std::string_view scheme, std::string_view code) {
    const auto id = fmt::format("{}:{}", scheme, code);
    const auto topic = staging.node("topic:" + id);
    staging.add_label(topic, "Topic");
    staging.set(topic, "id", id);
    staging.set(topic, "scheme", scheme);
    staging.set(topic, "code", code);
    staging.set(topic, "src", "cordis");
    staging.set(topic, "srcId", code);
    return topic;
}

} // namespace

StagedNode stage_challenge(Staging& staging, std::string_view framework, std::string_view code,
                           std::string_view title, std::string_view source) {
    const auto id = fmt::format("{}:{}", framework.empty() ? "CORDIS" : framework, code);
    const auto key = "challenge:" + id;
    if (const auto known = staging.find(key)) return *known;
    const auto* found = std::ranges::find_if(titles, [&](const ChallengeTitle& entry) {
        return entry.framework == framework && entry.code == code;
    });
    const bool is_known = found != std::end(titles);
    const auto challenge = staging.node(key);
    staging.add_label(challenge, "Challenge");
    staging.set(challenge, "id", id);
    staging.set(challenge, "code", code);
    staging.set(challenge, "title", is_known ? found->title : title.empty() ? code : title);
    staging.set(challenge, "kind", is_known ? found->kind : part);
    staging.set(challenge, "framework", framework.empty() ? Value{} : Value{framework});
    staging.set(challenge, "src", source);
    staging.set(challenge, "srcId", code);
    return challenge;
}

bool is_no_cluster(std::string_view name) { return name.empty() || name == "Other"; }

std::optional<StagedNode> stage_science_topic(Staging& staging, std::string_view code,
                                              std::string_view path, std::string_view title) {
    constexpr std::string_view scheme = "euroSciVoc";
    const auto codes = parts_of(code);
    if (codes.empty() || std::ranges::any_of(codes, &std::string_view::empty)) return std::nullopt;
    const auto names = parts_of(path);
    std::optional<StagedNode> parent;
    std::size_t length = 0;
    for (std::size_t level = 0; level < codes.size(); ++level) {
        length += codes[level].size() + 1;
        const auto topic = stage_topic(staging, scheme, code.substr(0, length));
        const bool is_last = level + 1 == codes.size();
        if (is_last && !title.empty()) {
            staging.set(topic, "name", title);
        } else if (names.size() == codes.size()) {
            staging.set(topic, "name", names[level]);
        }
        staging.set(topic, "level", static_cast<std::int64_t>(level) + 1);
        const NamedValue properties[] = {{"src", "cordis"}};
        if (parent) staging.relate("SUBTOPIC_OF", topic, *parent, properties);
        parent = topic;
    }
    return parent;
}

StagedNode stage_call_topic(Staging& staging, std::string_view code, std::string_view title) {
    const auto topic = stage_topic(staging, "call", code);
    if (!title.empty()) staging.set(topic, "name", title);
    return topic;
}

} // namespace lintas::loaders
