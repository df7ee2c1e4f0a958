#include "graph/uuid.h"

#include <catch2/catch.hpp>

#include <regex>
#include <set>

TEST_CASE("Random UUIDs are of version 4 and all different", "[graph][uuid]") {
    static const std::regex form{
        "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"};
    std::set<std::string> all;
    for (int round = 0; round < 1000; ++round) all.insert(lintas::random_uuid());
    CHECK(all.size() == 1000);
    for (const auto& uuid : all) CHECK(std::regex_match(uuid, form));
}
