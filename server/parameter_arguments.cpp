#include "server/parameter_arguments.h"

#include "graph/error.h"
#include "server/json/json_reader.h"

#include <fmt/format.h>

#include <string_view>

namespace lintas::server {

Map read_parameters(const std::vector<std::string>& texts) {
    Map parameters;
    for (const auto& text : texts) {
        const auto equals = text.find('=');
        if (equals == 0 || equals == text.npos)
            throw Error{ErrorCode::Usage,
                        fmt::format("The parameter `{}` is not of the form NAME=JSON", text)};
        const auto name = text.substr(0, equals);
        const auto blame = fmt::format("The JSON of the parameter `{}` (text needs quotes)", name);
        const auto value =
            read_json(std::string_view{text}.substr(equals + 1), {ErrorCode::Usage, blame});
        if (!parameters.emplace(name, value).second)
            throw Error{ErrorCode::Usage, fmt::format("The parameter `{}` is given twice", name)};
    }
    return parameters;
}

} // namespace lintas::server
