// collab.topics: the topics that a text means to all other procedures of collaboration.
#include "graph/collaboration/themes.h"
#include "query/procedures/collaboration_procedures.h"
#include "query/procedures/collaboration_scope.h"

namespace lintas::query {

namespace {

using namespace collaboration;

ProcedureAnswerPointer answer_topics(const Options& options, ProcedureContext& context) {
    const auto network = network_of(reader_in(options, context));
    const auto text = text_of(options, context, "topic");
    const auto is_meant = text ? topics_meant_by(*network, *text)
                               : std::vector<std::uint8_t>(network->topics.size(), 1);
    ProcedureRows rows;
    for (std::size_t at = 0; at < is_meant.size(); ++at) {
        if (is_meant[at] == 0) continue;
        const auto& theme = network->topics[at];
        rows.push_back({theme.node, theme.id, theme.name});
    }
    return answer_of(std::move(rows));
}

} // namespace

Procedure topics_procedure() {
    return options_procedure(
        "collab.topics", with_scope({"topic", "tier"}, {}),
        {{"topic", Accepts::Node}, {"code", Accepts::String}, {"name", Accepts::String}},
        answer_topics,
        "The topics that a text means to the procedures of collaboration, and "
        "all below them");
}

} // namespace lintas::query
