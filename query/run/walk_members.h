// The nodes or relationships of the path that a search stands at, in order, and whether one is
// among them: looked through while there are few, hashed beyond.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <unordered_set>
#include <vector>

namespace lintas::query {

template <typename Id> class WalkMembers {
public:
    const std::vector<Id>& all() const { return members_; }
    std::size_t size() const { return members_.size(); }

    bool contains(Id id) const {
        const auto near = std::min(members_.size(), few);
        const auto end = members_.begin() + static_cast<std::ptrdiff_t>(near);
        return std::find(members_.begin(), end, id) != end || far_.contains(id);
    }
    void push(Id id) {
        if (members_.size() >= few) far_.insert(id);
        members_.push_back(id);
    }
    void pop() {
        if (members_.size() > few) erase_far();
        members_.pop_back();
    }
    void clear() {
        members_.clear();
        far_.clear();
    }

private:
    static constexpr std::size_t few = 16;
    // One occurrence only: a walk may hold a member twice.
    void erase_far() { far_.erase(far_.find(members_.back())); }

    std::vector<Id> members_;
    std::unordered_multiset<Id> far_; // members_[few] and those after it
};

} // namespace lintas::query
