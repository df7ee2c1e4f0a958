#include "loaders/parsed_value.h"

#include "graph/temporal_parse.h"

namespace lintas::loaders {

Value text_or_null(std::string_view text) { return text.empty() ? Value{} : Value{text}; }

Value date_or_null(std::string_view text) { return boxed(parse_date(text)).value_or(Value{}); }

} // namespace lintas::loaders
