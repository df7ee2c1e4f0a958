#include "graph/collaboration/specialisation.h"

#include "graph/collaboration/indicators.h"

#include <algorithm>
#include <cmath>

namespace lintas::collaboration {

namespace {

void sum_up(TopicCounts& counts) {
    const auto units = counts.topics == 0 ? 0 : counts.cells.size() / counts.topics;
    counts.of_unit.assign(units, 0);
    counts.of_topic.assign(counts.topics, 0);
    for (std::size_t unit = 0; unit < units; ++unit)
        for (std::size_t topic = 0; topic < counts.topics; ++topic) {
            const auto cell = counts.cells[unit * counts.topics + topic];
            counts.of_unit[unit] += cell;
            counts.of_topic[topic] += cell;
            counts.all += cell;
        }
}

} // namespace

TopicCounts topic_counts(std::vector<std::vector<double>> rows) {
    TopicCounts counts;
    counts.topics = rows.empty() ? 0 : rows.front().size();
    for (const auto& row : rows) counts.cells.insert(counts.cells.end(), row.begin(), row.end());
    sum_up(counts);
    return counts;
}

TopicCounts count_topics(const Projection& projection) {
    TopicCounts counts;
    counts.topics = projection.network->topics.size();
    counts.cells.resize(projection.units.size() * counts.topics);
    for (std::uint32_t event = 0; event < projection.events.size(); ++event)
        for (const auto& mention :
             projection.network->event_topics.of(projection.events[event].event))
            for (const auto& member : projection.members.of(event))
                ++counts.cells[member.unit * counts.topics + mention.theme];
    sum_up(counts);
    return counts;
}

std::optional<double> advantage(const TopicCounts& counts, std::uint32_t unit,
                                std::uint32_t topic) {
    return revealed_advantage(counts.at(unit, topic), counts.of_unit[unit], counts.of_topic[topic],
                              counts.all);
}

Presence presence(const TopicCounts& counts, double floor) {
    Presence found{counts.topics, std::vector<std::uint8_t>(counts.cells.size())};
    for (std::uint32_t unit = 0; unit < counts.of_unit.size(); ++unit) {
        if (counts.of_unit[unit] < floor) continue;
        for (std::uint32_t topic = 0; topic < counts.topics; ++topic)
            found.cells[unit * counts.topics + topic] =
                advantage(counts, unit, topic).value_or(0) >= 1 ? 1 : 0;
    }
    return found;
}

std::vector<std::vector<double>> proximities(const Presence& presence) {
    const auto topics = static_cast<std::uint32_t>(presence.topics);
    std::vector<double> having(topics);
    std::vector<std::vector<double>> found(topics, std::vector<double>(topics));
    for (std::uint32_t unit = 0; unit < presence.units(); ++unit)
        for (std::uint32_t one = 0; one < topics; ++one) {
            if (!presence.at(unit, one)) continue;
            ++having[one];
            for (std::uint32_t other = 0; other < topics; ++other)
                if (other != one && presence.at(unit, other)) ++found[one][other];
        }
    for (std::uint32_t one = 0; one < topics; ++one)
        for (std::uint32_t other = 0; other < topics; ++other) {
            const auto most = std::max(having[one], having[other]);
            found[one][other] = most > 0 ? found[one][other] / most : 0;
        }
    return found;
}

std::optional<double> density(const Presence& presence,
                              const std::vector<std::vector<double>>& proximities,
                              std::uint32_t unit, std::uint32_t topic) {
    double near = 0;
    double held = 0;
    for (std::uint32_t other = 0; other < presence.topics; ++other) {
        if (other == topic) continue;
        near += proximities[topic][other];
        if (presence.at(unit, other)) held += proximities[topic][other];
    }
    return near > 0 ? std::optional{held / near} : std::nullopt;
}

} // namespace lintas::collaboration
