// The table twin of a figure, as the data of a template. A matrix is folded into rows and columns
// of countries; other answers stand as they came.
#pragma once

#include "server/report/report.h"
#include "server/report/texts.h"

namespace lintas::report {

// {columns: [{heading, is_number}], rows: [{cells: [{text, is_number, is_first}]}], more}
Map table_view(const MadeFigure& figure, const Texts& texts);

} // namespace lintas::report
