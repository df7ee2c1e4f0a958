#include "datasets/generate_parts.h"
#include "datasets/themes.h"

#include <fmt/format.h>

namespace lintas::datasets {

namespace {

constexpr std::string_view scheme = "lintas-demo";
constexpr std::string_view version = "1";

void write_topics(GeneratedFiles& files) {
    auto& topic_file = files.nodes("Topic", "code:ID(Topic),name,scheme,version", false);
    for (const auto& [code, name] : topics()) topic_file.add({code, name, scheme, version});
    auto& thrust_file = files.nodes("Thrust", "id:ID(Thrust),name,scheme,version", false);
    for (const auto& [id, name] : thrusts()) thrust_file.add({id, name, scheme, version});
}

void write_challenges(GeneratedFiles& files) {
    auto& challenge_file = files.nodes(
        "Challenge",
        "id:ID(Challenge),title,thrusts:string[],sdg:int[],priority:float,owner,opened:date",
        false);
    auto& about = files.relationships("ABOUT", "Challenge", "Topic", "score:float");
    auto& supports = files.relationships("SUPPORTS", "Challenge", "Thrust");
    for (const auto& challenge : challenges()) {
        challenge_file.add(
            {challenge.id, challenge.title, challenge.thrust, std::to_string(challenge.sdg),
             fmt::format("{}.{:02}", challenge.priority / 100, challenge.priority % 100),
             "lintas demo", "2024-01-01"});
        about.add({challenge.id, challenge.topics[0], "1.0"});
        about.add({challenge.id, challenge.topics[1], "0.5"});
        supports.add({challenge.id, challenge.thrust});
    }
}

} // namespace

void generate_themes(GeneratedFiles& files) {
    write_topics(files);
    write_challenges(files);
}

} // namespace lintas::datasets
