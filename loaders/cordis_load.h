// Loads tables of CORDIS: of its own exports (project.csv, organization.csv, ...) and of extracts
// with the same columns, comma, semicolon or pipe, in a folder, a zip archive, or one by one.
//
// Invariant: the tables of all sources are read together, each kind before those that refer to it
// and older editions before newer ones, whatever the order of the sources.
#pragma once

#include "loaders/loading.h"

#include <span>

namespace lintas::loaders {

void load_cordis(std::span<LoadingSource* const> sources, const Loading& loading);

} // namespace lintas::loaders
