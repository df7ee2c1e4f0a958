// PathColumns: what found paths give to their slots, row by row, then as columns.
//
// Invariant: paths are added in the direction in which the pattern was written, or, where it was
// turned around, in the other; what is built is as it was written.
#pragma once

#include "query/plan/path_search.h"
#include "query/run/batch.h"
#include "query/run/found_path.h"

#include <vector>

namespace lintas::query {

class PathColumns {
public:
    // REQUIRES: the search, as it was written, outlives this. `turned`: the paths that are added
    // were found by its turned form.
    PathColumns(const PathSearch& search, bool turned);

    void clear();
    void add(const FoundPath& path);
    // Sets the columns of all added paths; both ends among them.
    void move_to(Batch& out);
    // Roughly, how many values the added paths have.
    std::size_t size() const { return size_; }

private:
    void read(const FoundPath& path);
    Value value_of(const PathOutput& output) const;
    Value nodes_of(const PathOutput& output) const;
    Value relationships_of(const PathOutput& output) const;

    const PathSearch& search_;
    bool turned_;
    Nodes from_, to_;
    std::vector<Boxed> values_; // by output
    std::size_t size_ = 0;
    // The path that is being added, as written.
    Nodes nodes_;
    Relationships relationships_;
    std::vector<PathPosition> positions_;
};

// The search that finds the same paths from their other end.
PathSearch turned(const PathSearch& search);

} // namespace lintas::query
