// The parts of the demo data, each of which writes its own files.
//
// Invariant: each part draws from random streams of its own, so that a change to one leaves the
// others as they are.
#pragma once

#include "datasets/generate.h"
#include "datasets/generated_files.h"
#include "datasets/generated_world.h"

namespace lintas::datasets {

// Countries, regions and their members.
void generate_countries(const GeneratedWorld& world, GeneratedFiles& files);
// Topics, thrusts and challenges.
void generate_themes(GeneratedFiles& files);
// Institutions, companies and researchers: where they are and who they belong to.
void generate_units(const GeneratedWorld& world, const GenerateOptions& options,
                    GeneratedFiles& files);
void generate_publications(const GeneratedWorld& world, const GenerateOptions& options,
                           GeneratedFiles& files);
void generate_patents(const GeneratedWorld& world, const GenerateOptions& options,
                      GeneratedFiles& files);
// Projects and who takes part in them, with the gaps that Reach names.
void generate_projects(const GeneratedWorld& world, const GenerateOptions& options,
                       GeneratedFiles& files);
// Where the records of each country come from, and how much of them is held.
void generate_sources(const GeneratedWorld& world, GeneratedFiles& files);
// Technologies on offer, needs that seek them, and what became of introductions.
void generate_offers(const GeneratedWorld& world, const GenerateOptions& options,
                     GeneratedFiles& files);

} // namespace lintas::datasets
