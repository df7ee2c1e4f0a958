// The table of formats: an open set, one row each.
//
// Invariant: names differ; the order is that in which content is recognised.
#pragma once

#include "loaders/loading.h"

#include <span>
#include <string_view>

namespace lintas::loaders {

struct Format {
    std::string_view name;
    std::string_view help;
    // Is this file of the format, by what it begins with?
    bool (*recognises)(const Input& input);
    // Loads all sources of the format, which belong together.
    void (*load)(std::span<LoadingSource* const> sources, const Loading& loading);
};

std::span<const Format> format_table();

// Input error if there is no such format.
const Format& format_for(std::string_view name);

// The format of the first of the source's files that is of one. Input error if none is.
const Format& recognise(const std::vector<Input>& inputs, std::string_view path);

} // namespace lintas::loaders
