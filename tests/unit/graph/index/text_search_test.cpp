#include "graph/index/similar_words.h"
#include "graph/index/text_search.h"

#include "graph/error.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace lintas;

namespace {

using Texts = std::vector<std::pair<std::uint32_t, std::vector<std::string>>>;

std::shared_ptr<const TextPostings> postings_of(const Texts& texts) {
    TextPostingsBuilder builder;
    for (const auto& [entity, words] : texts) {
        builder.begin(entity);
        builder.add(0, words);
    }
    return std::make_shared<const TextPostings>(builder.finish());
}

std::vector<TextHit> found(const TextParts& parts, std::string_view query) {
    return search_text(parts, parse_text_query(query, {"text"}));
}

std::vector<std::uint32_t> entities(const std::vector<TextHit>& hits) {
    std::vector<std::uint32_t> all;
    for (const auto& hit : hits) all.push_back(hit.entity);
    return all;
}

double bm25(double n, double df, double tf, double length, double average) {
    const auto idf = std::log(1 + (n - df + 0.5) / (df + 0.5));
    return idf * tf / (tf + 1.2 * (0.25 + 0.75 * length / average));
}

} // namespace

TEST_CASE("Scores are BM25, whatever part a document lies in", "[text_search]") {
    const Texts old{{1, {"a", "a", "b"}}, {2, {"x", "x"}}, {3, {"b"}}};
    const TextParts all{postings_of({{1, {"a", "a", "b"}},
                                     {2, {"a", "c", "c", "c", "c"}},
                                     {3, {"b"}},
                                     {4, {"c", "d", "e"}}}),
                        {},
                        nullptr};
    // Entity 2 has changed and entity 4 is new.
    const TextParts changed{postings_of(old),
                            {2, 4},
                            postings_of({{4, {"c", "d", "e"}}, {2, {"a", "c", "c", "c", "c"}}})};
    for (const auto* parts : {&all, &changed}) {
        const auto hits = found(*parts, "a");
        REQUIRE(entities(hits) == std::vector<std::uint32_t>{1, 2});
        CHECK(hits[0].score == Approx(bm25(4, 2, 2, 3, 3)));
        CHECK(hits[1].score == Approx(bm25(4, 2, 1, 5, 3)));
        CHECK(found(*parts, "x").empty());
        const auto both = found(*parts, "a b");
        REQUIRE(entities(both) == std::vector<std::uint32_t>{1, 3, 2});
        CHECK(both[0].score == Approx(bm25(4, 2, 2, 3, 3) + bm25(4, 2, 1, 3, 3)));
    }
}

TEST_CASE("A phrase is found where its words follow each other", "[text_search]") {
    const TextParts parts{
        postings_of({{1, {"a", "b", "c"}}, {2, {"b", "a", "b"}}, {3, {"a", "c", "b"}}}), {}, {}};
    CHECK(entities(found(parts, "\"a b\"")) == std::vector<std::uint32_t>{1, 2});
    CHECK(entities(found(parts, "\"a b c\"")) == std::vector<std::uint32_t>{1});
    CHECK(found(parts, "\"c a\"").empty());
    CHECK(entities(found(parts, "a AND NOT \"a b\"")) == std::vector<std::uint32_t>{3});
}

TEST_CASE("Clauses are combined", "[text_search]") {
    const TextParts parts{
        postings_of({{1, {"a"}}, {2, {"b"}}, {3, {"a", "b"}}, {4, {"c", "a", "b"}}}), {}, {}};
    using Entities = std::vector<std::uint32_t>;
    const auto sorted = [&](std::string_view query) {
        auto all = entities(found(parts, query));
        std::sort(all.begin(), all.end());
        return all;
    };
    CHECK(sorted("a b") == Entities{1, 2, 3, 4});
    CHECK(sorted("a OR b") == Entities{1, 2, 3, 4});
    CHECK(sorted("a AND b") == Entities{3, 4});
    CHECK(sorted("a && b || c") == Entities{3, 4});
    CHECK(sorted("+a b") == Entities{1, 3, 4});
    CHECK(sorted("a -c") == Entities{1, 3});
    CHECK(sorted("a OR b AND c") == Entities{1, 3, 4});
    CHECK(sorted("(a OR b) AND NOT c") == Entities{1, 2, 3});
    CHECK(sorted("NOT a").empty());
    CHECK(sorted("a AND b*") == Entities{3, 4});
}

TEST_CASE("Distances count changed, added, lost and swapped characters", "[text_search]") {
    const auto distance = [](std::string_view left, std::string_view right, std::size_t most) {
        return distance_between(code_points(left), code_points(right), most);
    };
    CHECK(distance("battery", "battery", 2) == 0u);
    CHECK(distance("battery", "batery", 2) == 1u);
    CHECK(distance("battery", "batteyr", 2) == 1u);
    CHECK(distance("battery", "butterz", 2) == 2u);
    CHECK(distance("battery", "bat", 2) == std::nullopt);
    CHECK(distance("lượng", "luong", 2) == 2u);
    CHECK(distance("", "ab", 2) == 2u);
}

TEST_CASE("Any text is a query or an error", "[text_search]") {
    const std::string pieces[] = {"a", " ",    "\"",  "(",    ")", "~", "*",  "^",    "2",
                                  ":", "AND ", "OR ", "NOT ", "-", "+", "\\", "text", "ก"};
    for (const auto& one : pieces)
        for (const auto& two : pieces)
            for (const auto& three : pieces) {
                const auto text = one + two + three;
                try {
                    parse_text_query(text, {"text"});
                } catch (const Error& error) {
                    CHECK(error.code() == ErrorCode::Argument);
                }
            }
    CHECK_THROWS_AS(parse_text_query(std::string(100'000, '('), {}), Error);
}
