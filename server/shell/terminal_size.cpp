#include "server/shell/terminal_size.h"

#include <sys/ioctl.h>

namespace lintas::server {

std::size_t terminal_columns(int descriptor) {
    winsize size{};
    return ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

} // namespace lintas::server
