#include "query/run/path_states.h"

#include "graph/error.h"

#include <algorithm>
#include <string>

namespace lintas::query {

HopNumbers::HopNumbers(const PathSearch& search) {
    std::size_t next = 0;
    for (const auto& part : search.parts) {
        first_.push_back(next);
        next += part.hops.size();
    }
}

PathStates::PathStates(const PathSearch& search) {
    number_parts(search);
    forward_.resize(size());
    backward_.resize(size());
    const HopNumbers hops{search};
    for (std::uint32_t part = 0; part < parts_.size(); ++part) add_part(search, hops, part);
}

// A single part needs no upper bound, since the length of a path tells the repetitions.
void PathStates::number_parts(const PathSearch& search) {
    constexpr std::uint64_t most_states = 100'000;
    constexpr std::uint64_t most_exact = 1'000;
    for (const auto& part : search.parts) {
        const auto hops = part.hops.size();
        // Only walks need exact counts, to end; elsewhere they would be found again and again.
        const bool is_exact = search.restriction == PathRestriction::Walk && part.upper &&
                              *part.upper >= part.lower && search.parts.size() > 1 &&
                              *part.upper <= most_exact / hops;
        const auto most = is_exact ? *part.upper : part.lower;
        if (most > most_states || (most + 1) * hops > most_states - end_)
            throw Error{ErrorCode::Limit,
                        "The least repetitions of a path pattern are more than the allowed " +
                            std::to_string(most_states)};
        parts_.push_back({end_, static_cast<std::uint32_t>(hops), most, is_exact});
        end_ += static_cast<std::uint32_t>((most + 1) * hops);
    }
}

std::uint32_t PathStates::number(const PathPosition& position) const {
    const auto& part = parts_[position.part];
    const auto count = std::min(position.count, part.most);
    return part.first + static_cast<std::uint32_t>(count) * part.hops + position.hop;
}

void PathStates::connect(std::uint32_t from, std::size_t hop, std::uint32_t to) {
    forward_[from].hops.push_back({hop, to});
    backward_[to].hops.push_back({hop, from});
}

void PathStates::add_part(const PathSearch& search, const HopNumbers& hops, std::uint32_t part) {
    const auto& [first, length, most, is_exact] = parts_[part];
    const auto behind = part + 1 == parts_.size() ? end_ : parts_[part + 1].first;
    for (std::uint64_t count = 0; count <= most; ++count) {
        const bool goes_on = !is_exact || count < most;
        for (std::uint32_t hop = 0; goes_on && hop < length; ++hop) {
            const bool is_last = hop + 1 == length;
            const PathPosition next{part, is_last ? 0 : hop + 1, is_last ? count + 1 : count};
            connect(number({part, hop, count}), hops(part, hop), number(next));
        }
        if (count < search.parts[part].lower) continue;
        const auto leaves = number({part, 0, count});
        forward_[leaves].nodes.push_back({part + std::size_t{1}, behind});
        backward_[behind].nodes.push_back({part + std::size_t{1}, leaves});
    }
}

} // namespace lintas::query
