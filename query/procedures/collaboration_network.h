// What the procedures over the network of units share: the projection, its counts, its graph.
#pragma once

#include "graph/collaboration/counted.h"
#include "graph/collaboration/tie_graph.h"
#include "query/procedures/collaboration_scope.h"

#include <string>
#include <vector>

namespace lintas::query {

// Of institutions unless `unit` is given.
class UnitNetwork {
public:
    UnitNetwork(const Options& options, ProcedureContext& context, collaboration::TieWeight weight);

    const collaboration::Reader& reader() const { return reader_; }
    const collaboration::Projection& projection() const { return projection_; }
    const collaboration::Network& network() const { return *projection_.network; }
    const collaboration::Counts& counts() const { return counts_; }
    const algorithms::ProjectedGraph& graph() const { return graph_; }
    const collaboration::CountedPointer& shared() const { return counted_; }
    const std::string& name(std::uint32_t unit) const { return names_[unit]; }
    Value country(std::uint32_t unit) const;
    // Units with ties that lie in the countries of the option `country`.
    std::vector<std::uint32_t> wanted(const Options& options) const;
    // The group of each unit by the option `groups`: its country or its region.
    std::vector<std::uint32_t> groups(const Options& options) const;
    Value group_name(std::uint32_t unit, const Options& options) const;

private:
    collaboration::Reader reader_;
    collaboration::CountedPointer counted_;
    const collaboration::Projection& projection_;
    const collaboration::Counts& counts_;
    algorithms::ProjectedGraph graph_;
    std::vector<std::string> names_;
};

// Options that several of them have: whose units count, and where random draws begin.
Option country_limit();
Option drawing_seed();

// The options of such a procedure, then its own.
std::vector<Option> network_options(std::vector<Option> own);

} // namespace lintas::query
