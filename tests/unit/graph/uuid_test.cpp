#include "graph/uuid.h"

#include <catch2/catch.hpp>

#include <set>
#include <string_view>

namespace {

// Of RFC 9562, version 4: hexadecimal digits where the form has a `*`.
bool has_form(std::string_view uuid) {
    constexpr std::string_view form = "********-****-4***-v***-************";
    if (uuid.size() != form.size()) return false;
    for (std::size_t at = 0; at < form.size(); ++at) {
        const std::string_view allowed = form[at] == '*'   ? "0123456789abcdef"
                                         : form[at] == 'v' ? "89ab"
                                                           : form.substr(at, 1);
        if (allowed.find(uuid[at]) == std::string_view::npos) return false;
    }
    return true;
}

} // namespace

TEST_CASE("Random UUIDs are of version 4 and all different", "[graph][uuid]") {
    std::set<std::string> all;
    for (int round = 0; round < 1000; ++round) all.insert(lintas::random_uuid());
    CHECK(all.size() == 1000);
    for (const auto& uuid : all) CHECK(has_form(uuid));
}
