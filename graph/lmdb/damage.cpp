#include "graph/lmdb/damage.h"

#include "graph/error.h"

#include <fmt/format.h>

namespace lintas::lmdb {

void throw_damaged(std::string_view what) {
    throw Error{
        ErrorCode::Storage,
        fmt::format("The store is damaged ({}); `lintas check` lists all that is wrong, and "
                    "`lintas load --replace` makes a new store",
                    what)};
}

} // namespace lintas::lmdb
