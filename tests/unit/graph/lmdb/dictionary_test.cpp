#include "graph/lmdb/dictionary.h"

#include <catch2/catch.hpp>

#include <map>

#include "random_seed.h"
#include "random_value.h"

using namespace lintas;
using namespace lintas::lmdb;

TEST_CASE("A dictionary gives each string one code", "[lmdb][dictionary]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    testing::RandomValues random{seed};
    DictionaryBuilder builder;
    std::map<std::string, std::uint32_t> codes;
    for (int round = 0; round < 100'000; ++round) {
        const auto text = "text " + std::to_string(random.below(20'000));
        const auto code = builder.add(text);
        const auto [known, is_new] = codes.emplace(text, static_cast<std::uint32_t>(codes.size()));
        REQUIRE(code == known->second);
    }
    const auto sealed = builder.seal({SegmentKind::Dictionary, 0, 1});
    const auto view = DictionaryView::read({sealed.key, sealed.bytes});
    REQUIRE(view);
    CHECK(view->size() == codes.size());
    for (const auto& [text, code] : codes) REQUIRE(view->text(code) == text);
}

TEST_CASE("A dictionary forgets what was added last", "[lmdb][dictionary]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    testing::RandomValues random{seed};
    DictionaryBuilder builder;
    std::vector<std::string> texts;
    for (int round = 0; round < 2'000; ++round) {
        for (auto more = random.below(20); more > 0; --more) {
            texts.push_back(std::to_string(round) + "/" + std::to_string(more));
            REQUIRE(builder.add(texts.back()) == texts.size() - 1);
        }
        const auto keep = texts.size() - std::min(texts.size(), random.below(15));
        builder.shrink(keep);
        texts.resize(keep);
        REQUIRE(builder.size() == keep);
    }
    for (std::size_t code = 0; code < texts.size(); ++code)
        REQUIRE(builder.add(texts[code]) == code);
}

TEST_CASE("A dictionary is full at 65,536 strings", "[lmdb][dictionary]") {
    DictionaryBuilder builder;
    for (int number = 0; number < 65'536; ++number) REQUIRE(builder.add(std::to_string(number)));
    CHECK_FALSE(builder.add("one more"));
    CHECK(builder.add("65535") == 65'535);
}
