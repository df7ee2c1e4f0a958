#include "graph/collaboration/specialisation.h"

#include "graph/collaboration/indicators.h"

#include <algorithm>
#include <bit>
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

Proximity::Proximity(const Presence& presence)
    : topics_{presence.topics}, words_{(presence.units() + 63) / 64}, units_(topics_ * words_),
      having_(topics_) {
    for (std::uint32_t unit = 0; unit < presence.units(); ++unit)
        for (std::uint32_t topic = 0; topic < topics_; ++topic) {
            if (!presence.at(unit, topic)) continue;
            units_[topic * words_ + unit / 64] |= std::uint64_t{1} << unit % 64;
            ++having_[topic];
        }
}

double Proximity::of(std::uint32_t one, std::uint32_t other) const {
    const auto most = std::max(having_[one], having_[other]);
    if (one == other || most == 0) return 0;
    int both = 0;
    for (std::size_t word = 0; word < words_; ++word)
        both += std::popcount(units_[one * words_ + word] & units_[other * words_ + word]);
    return static_cast<double>(both) / most;
}

std::vector<double> Proximity::row(std::uint32_t topic) const {
    std::vector<double> found(topics_);
    for (std::uint32_t other = 0; other < topics_; ++other) found[other] = of(topic, other);
    return found;
}

std::optional<double> density(const Presence& presence, std::span<const double> near,
                              std::uint32_t unit, std::uint32_t topic) {
    double all = 0;
    double held = 0;
    for (std::uint32_t other = 0; other < presence.topics; ++other) {
        if (other == topic) continue;
        all += near[other];
        if (presence.at(unit, other)) held += near[other];
    }
    return all > 0 ? std::optional{held / all} : std::nullopt;
}

} // namespace lintas::collaboration
