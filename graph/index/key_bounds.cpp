#include "graph/index/key_bounds.h"

namespace lintas {

void bound_prefix(KeyBounds& bounds, const std::string& prefix) {
    bounds.lower = KeyBound{prefix, true};
    auto after = prefix;
    while (!after.empty() && static_cast<unsigned char>(after.back()) == 0xFF) after.pop_back();
    if (after.empty()) return;
    after.back() = static_cast<char>(static_cast<unsigned char>(after.back()) + 1);
    bounds.upper = KeyBound{std::move(after), false};
}

} // namespace lintas
