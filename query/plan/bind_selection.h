// SelectionBinder: a whole path pattern with a selector, as one search between its two ends.
#pragma once

#include "query/plan/bind_group.h"
#include "query/plan/pattern_graph.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace lintas::query {

class SelectionBinder {
public:
    // Declares the variables within the path; those of its two ends are declared already.
    // REQUIRES: all that is referred to outlives this.
    SelectionBinder(Planning& planning, const Scope& before, Scope& scope,
                    std::set<std::string>& own_relationships, const syntax::PathPattern& path,
                    FlatPath flat, Slot from, Slot to);

    // A slot for each place and each link, in turn.
    const std::vector<Slot>& elements() const { return elements_; }
    // Gets the list of all relationships.
    Slot relationships() const { return relationships_; }
    // The new names.
    const std::vector<syntax::Name>& variables() const { return names_; }

    // Binds what the path demands. What only its ends have to fulfil goes to the graph's
    // predicates. `named`: the paths that the filters within may read.
    std::shared_ptr<const PathSearch> finish(PathRestriction restriction, PatternGraph& graph,
                                             const std::vector<PatternPath>& named);

private:
    // Where a place or a link lies in the search.
    struct Position {
        std::size_t part = 0;
        std::size_t hop = 0;     // of a place: the hop before which it stands
        bool is_between = false; // a place between two parts: PathSearch::nodes[part]
    };

    void lay_out();
    void declare_place(std::size_t place);
    void declare_link(std::size_t link);
    void declare_single(std::size_t link);
    void add_outputs();
    bool is_end(std::size_t place) const { return place == 0 || place == flat_.links.size(); }
    bool is_single(std::size_t link) const { return !flat_.links[link].repetition(); }
    void finish_place(std::size_t place);
    void finish_section(const PathSection& section);
    void demand(const ExpressionPointer& all);
    void demand_one(const ExpressionPointer& one);

    Planning& planning_;
    const Scope& before_;
    Scope& scope_;
    std::set<std::string>& own_relationships_;
    const syntax::PathPattern& path_;
    FlatPath flat_;
    PathSearch search_;
    PatternGraph* graph_ = nullptr; // while finishing
    Slot relationships_{};
    std::vector<Slot> elements_;
    std::vector<Position> places_, links_;
    std::vector<std::unique_ptr<GroupBinder>> groups_; // by link; null for single ones
    std::set<Slot> own_;                               // slots that the search sets
    std::vector<std::pair<Slot, Slot>> aliases_;       // further names of a place, and its slot
    std::vector<syntax::Name> names_;
    std::vector<ExpressionPointer> equalities_; // with variables that are bound elsewhere
};

} // namespace lintas::query
