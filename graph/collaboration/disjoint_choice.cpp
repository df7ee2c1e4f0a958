#include "graph/collaboration/disjoint_choice.h"

#include <algorithm>

namespace lintas::collaboration {

namespace {

constexpr std::size_t most_steps = 200'000;
constexpr std::size_t choices_a_check = 64;

// What a way keeps others from using: its ties, or whoever is between. A way without anybody
// between is the tie itself.
std::vector<std::uint32_t> used_by(const Way& way, Disjointness disjoint) {
    std::vector<std::uint32_t> used;
    if (disjoint == Disjointness::Edge)
        for (const auto& step : way.steps) used.push_back(step.tie);
    else
        used.assign(way.actors.begin() + 1, way.actors.end() - 1);
    std::ranges::sort(used);
    return used;
}

bool share(std::span<const std::uint32_t> left, std::span<const std::uint32_t> right) {
    auto l = left.begin();
    auto r = right.begin();
    while (l != left.end() && r != right.end()) {
        if (*l == *r) return true;
        if (*l < *r)
            ++l;
        else
            ++r;
    }
    return false;
}

class Choice {
public:
    Choice(std::span<const Way> ways, std::span<const WayCost> costs, Disjointness disjoint,
           const algorithms::Work& work)
        : costs_{costs}, work_{work} {
        for (const auto& way : ways) {
            used_.push_back(used_by(way, disjoint));
            first_.push_back(way.steps.front().tie);
        }
    }

    // As many as can be, at most `most`.
    std::vector<std::size_t> best(std::size_t most) {
        std::vector<std::size_t> all(costs_.size());
        for (std::size_t at = 0; at < all.size(); ++at) all[at] = at;
        for (auto number = most; number > 0 && best_.empty(); --number) add(all, number, 0);
        return longest_.size() > best_.size() ? longest_ : best_;
    }

private:
    // Tries the `left` ways that are wanted still among those that fit what was chosen.
    void add(std::span<const std::size_t> fitting, std::size_t left, WayCost so_far) {
        if (chosen_.size() > longest_.size()) longest_ = chosen_;
        if (left == 0) {
            best_ = chosen_;
            least_ = so_far;
            return;
        }
        for (std::size_t at = 0; at < fitting.size(); ++at) {
            if (++steps_ > most_steps) return;
            if (steps_ % choices_a_check == 0) work_.check();
            // Costs ascend: no choice from here on is cheaper than this times what is wanted.
            const auto way = fitting[at];
            const auto promised = so_far + static_cast<WayCost>(left) * costs_[way];
            if (!best_.empty() && promised >= least_) return;
            if (!may_be_enough(fitting.subspan(at), left)) return;
            std::vector<std::size_t> next;
            for (const auto other : fitting.subspan(at + 1))
                if (!share(used_[way], used_[other]) && first_[other] != first_[way])
                    next.push_back(other);
            chosen_.push_back(way);
            add(next, left - 1, so_far + costs_[way]);
            chosen_.pop_back();
        }
    }

    // Ways that share nothing begin with different ties.
    bool may_be_enough(std::span<const std::size_t> fitting, std::size_t wanted) const {
        std::vector<std::uint32_t> ties;
        for (const auto way : fitting) {
            if (std::ranges::find(ties, first_[way]) == ties.end()) ties.push_back(first_[way]);
            if (ties.size() >= wanted) return true;
        }
        return false;
    }

    std::span<const WayCost> costs_;
    const algorithms::Work& work_;
    std::vector<std::vector<std::uint32_t>> used_;
    std::vector<std::uint32_t> first_; // the tie at the source
    std::vector<std::size_t> chosen_;
    std::vector<std::size_t> best_;
    std::vector<std::size_t> longest_;
    WayCost least_ = 0;
    std::size_t steps_ = 0;
};

} // namespace

std::vector<std::size_t> disjoint_choice(std::span<const Way> ways, std::span<const WayCost> costs,
                                         std::size_t most, Disjointness disjoint,
                                         const algorithms::Work& work) {
    return Choice{ways, costs, disjoint, work}.best(most);
}

} // namespace lintas::collaboration
