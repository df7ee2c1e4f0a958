// SHA-256, as `sha256sum` prints it.
#pragma once

#include <string>
#include <string_view>

namespace lintas::report {

// 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

} // namespace lintas::report
