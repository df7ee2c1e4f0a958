// Fills mustache templates with values: maps are sections, lists repeat, texts are escaped.
#pragma once

#include "graph/value.h"

#include <string>
#include <string_view>

namespace lintas::report {

enum class Escape { Html, Markdown };

struct Template {
    std::string name; // for messages
    std::string text;
    Escape escape = Escape::Html;
};

// `partials` are the texts of {{>name}}. Numbers are not written: the caller says how they read.
// Input error for a template that is not mustache.
std::string render(const Template& form, const Map& data,
                   const std::map<std::string, std::string>& partials);

} // namespace lintas::report
