// PathChoice: the paths of a path pattern for one row of the input, after the choice for each pair
// of ends.
//
// Invariant: paths of one pair come together, shorter ones first.
#pragma once

#include "query/run/first_walks.h"
#include "query/run/path_enumeration.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace lintas::query {

class PathChoice {
public:
    // Is the path one to choose from?
    using Accepts = std::function<bool(const FoundPath&)>;

    // REQUIRES: the search outlives this; its selection is not All.
    PathChoice(const PathSearch& search, PathSteps& steps, RunContext& context, Accepts accepts);

    // Begins anew, after the same of `steps`. At least one end is given.
    void start(std::optional<NodeId> from, std::optional<NodeId> to, const Batch& batch,
               std::uint32_t row);

    // Moves to the next path; false when there is none left.
    bool next();
    FoundPath path() { return is_first_walk_ ? walks_.walk(walk_) : enumeration_.path(); }

private:
    // What is known when the search begins decides how the other ends and the distances are found.
    enum class Bound { Both, From, To };
    struct Pair {
        NodeId from, to;
        std::uint32_t length; // at least
    };

    void start_both(NodeId from, NodeId to);
    bool next_walk();
    bool is_allowed(const FoundPath& path) const;
    bool next_pair(Pair& pair);
    bool grow_to_ends();
    void collect_ends();
    void begin_length(std::uint32_t length);
    void measure(std::uint32_t length);
    bool end_length();
    bool is_too_long(std::uint64_t length) const { return longest_ && length > *longest_; }

    const PathSearch& search_;
    RunContext& context_;
    PathSteps& steps_;
    Accepts accepts_;
    std::uint64_t count_;
    std::optional<std::uint64_t> longest_; // that the upper bounds allow
    PathStates states_;
    PathDistances forward_;
    PathDistances backward_;
    PathEnumeration enumeration_;
    // With one end and one path for each other end, the first walks are the paths, as far as they
    // are allowed.
    bool wants_first_walks_;
    FirstWalks walks_;
    bool is_first_walk_ = false; // is the path walks_.walk(walk_)?
    std::uint32_t walk_ = 0;
    const Batch* batch_ = nullptr;
    std::uint32_t row_ = 0;
    Bound bound_ = Bound::Both;
    NodeId given_{};          // the end that is bound, if one is
    std::vector<Pair> pairs_; // found and not yet looked at, from place at_ on
    std::size_t at_ = 0;
    bool pair_is_active_ = false;
    Pair pair_{};
    std::uint32_t length_ = 0; // that is enumerated
    bool meets_ = false;       // do the distances only hold for the length at which the ends met
    std::uint64_t chosen_ = 0; // paths of the pair, or groups of them
    bool group_has_path_ = false;
};

} // namespace lintas::query
