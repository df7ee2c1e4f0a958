#include "graph/zone_merging.h"

#include <catch2/catch.hpp>

#include <sstream>

using namespace lintas;

TEST_CASE("A zone that the later table lacks has its country's zones as candidates",
          "[graph][zones]") {
    std::istringstream all{"# comment\n"
                           "AA\t+1+1\tTest/North\n"
                           "AA\t+1+1\tTest/South\tthe south\n"
                           "BB\t+1+1\tTest/Island\n"};
    std::istringstream since_1970{"# comment\n"
                                  "AA,BB\t+1+1\tTest/North\tboth\n"
                                  "AA\t+1+1\tTest/West\n"};
    const auto merged = merged_zones(all, since_1970);
    CHECK(merged == MergedZones{{"Test/South", {"Test/North", "Test/West"}},
                                {"Test/Island", {"Test/North"}}});
}

TEST_CASE("Lines that are no rows of a zone table are skipped", "[graph][zones]") {
    std::istringstream all{"\nnonsense\nAA\t+1+1\nAA\t+1+1\tTest/South\n"};
    std::istringstream since_1970{""};
    CHECK(merged_zones(all, since_1970) == MergedZones{{"Test/South", {}}});
}
