#include "graph/collaboration/tier.h"

#include <algorithm>
#include <iterator>

namespace lintas::collaboration {

namespace {

// In the order of Tier. COSTI is ASEAN's Committee on Science, Technology and Innovation.
constexpr std::string_view names_of_tiers[] = {"public", "member", "costi", "national",
                                               "restricted"};

char small_letter(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

} // namespace

std::vector<std::string> tier_names() {
    return {std::begin(names_of_tiers), std::end(names_of_tiers)};
}

std::optional<Tier> tier_named(std::string_view name) {
    const auto* const found = std::ranges::find_if(names_of_tiers, [&](std::string_view known) {
        return std::ranges::equal(known, name, {}, {}, small_letter);
    });
    if (found == std::end(names_of_tiers)) return {};
    return static_cast<Tier>(found - std::begin(names_of_tiers));
}

Tier tier_of(const Value& said) {
    if (said.is_null()) return Tier::Public;
    if (!said.is(ValueType::String)) return Tier::Restricted;
    return tier_named(said.string()).value_or(Tier::Restricted);
}

} // namespace lintas::collaboration
