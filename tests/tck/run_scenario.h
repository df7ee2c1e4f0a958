// Runs one scenario of the TCK on a graph of its own.
#pragma once

#include "graph/store.h"
#include "tck/feature.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace lintas::tck {

struct Surroundings {
    std::function<std::unique_ptr<Store>()> make_store;
    std::filesystem::path graphs; // the TCK's named graphs
    // The graph behind `any graph`: empty, or the named one.
    std::string any_graph;
};

// What went wrong, in words that begin with the kind of failure; nullopt: the scenario passed.
std::optional<std::string> run_scenario(const Scenario& scenario, const Surroundings& surroundings);

} // namespace lintas::tck
