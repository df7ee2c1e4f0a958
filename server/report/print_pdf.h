// Prints the report's page as PDF with a Chromium that is installed: it has the text shaper that
// Khmer, Lao, Thai and Burmese need.
//
// Invariant: the PDF's dates are the day that was asked for, so that equal pages give equal files.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace lintas::report {

// The program, `wanted` if that is not empty. Usage error if `wanted` is there and cannot be run.
std::optional<std::filesystem::path> find_chromium(const std::string& wanted);

// Storage error if no PDF comes out within a minute.
void print_pdf(const std::filesystem::path& chromium, const std::filesystem::path& html,
               const std::filesystem::path& pdf, const std::string& day);

} // namespace lintas::report
