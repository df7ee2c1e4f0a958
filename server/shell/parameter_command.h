// `:param` and `:params`: sets, lists and forgets the values of parameters.
//
// Invariant: what cannot be read changes nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lintas::server {

class Shell;

enum class ParameterAct { List, Clear, Set, SetAll };

struct ParameterRequest {
    ParameterAct act = ParameterAct::List;
    std::string name;       // of Set, and of Clear if it is about one
    std::string expression; // of Set and SetAll
};

// `NAME => VALUE`, `NAME = VALUE`, `{NAME: VALUE, ...}`, `list`, `clear`, `clear NAME`, or nothing,
// which lists. SyntaxError for all else.
ParameterRequest read_parameter_request(std::string_view text);

void change_parameters(Shell& shell, const std::string& argument);

} // namespace lintas::server
