// A report as the data that templates are filled with, and as JSON.
//
// Invariant: everything a template may write is text, a truth or a list; docs/report.md names the
// fields.
#pragma once

#include "server/report/report.h"
#include "server/report/texts.h"

#include <string>

namespace lintas::report {

Map document(const Report& report, const Texts& texts);

std::string report_json(const Report& report, const Texts& texts);

// Where a figure's files are, from the folder of the report.
std::string csv_file(const MadeFigure& figure);
std::string json_file(const MadeFigure& figure);
std::string drawing_file(const MadeFigure& figure);
std::string query_file(const Figure& figure);

} // namespace lintas::report
