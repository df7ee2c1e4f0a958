#include "query/functions/unicode_text.h"

#include "query/functions/text_split.h"
#include "random_seed.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>
#include <random>
#include <string>
#include <vector>

using namespace lintas::query;

namespace {

// A text as its characters, from one to four bytes each: what the functions are compared with.
using Characters = std::vector<std::string>;

Characters random_characters(std::mt19937& random, std::size_t most) {
    static const Characters alphabet = {"a", "b", "é", "ภ", "😀", " "};
    Characters characters(random() % (most + 1));
    for (auto& character : characters) character = alphabet[random() % alphabet.size()];
    return characters;
}

std::string joined(const Characters& characters) {
    return std::accumulate(characters.begin(), characters.end(), std::string{});
}

Characters part(const Characters& characters, std::size_t from, std::size_t count) {
    const auto begin = characters.begin() + static_cast<std::ptrdiff_t>(from);
    return {begin, begin + static_cast<std::ptrdiff_t>(count)};
}

bool occurs_at(const Characters& text, const Characters& delimiter, std::size_t place) {
    return place + delimiter.size() <= text.size() &&
           part(text, place, delimiter.size()) == delimiter;
}

// Cuts one character at a time.
std::vector<std::string> split_slowly(const Characters& text,
                                      const std::vector<Characters>& delimiters) {
    std::vector<std::string> pieces{""};
    std::size_t in_piece = 0;
    for (std::size_t place = 0; place < text.size();) {
        std::size_t cut = 0;
        bool empty_cut = false;
        for (const auto& delimiter : delimiters) {
            if (delimiter.empty())
                empty_cut = in_piece > 0;
            else if (occurs_at(text, delimiter, place))
                cut = std::max(cut, delimiter.size());
        }
        if (cut > 0 || empty_cut) {
            pieces.emplace_back();
            in_piece = 0;
            place += cut;
            if (cut > 0) continue;
        }
        pieces.back() += text[place++];
        ++in_piece;
    }
    return pieces;
}

} // namespace

TEST_CASE("Characters are counted, found and reversed as a list of them would be",
          "[functions][string][random]") {
    const auto seed = lintas::testing::random_seed();
    CAPTURE(seed);
    std::mt19937 random{seed};
    for (int time = 0; time < 300; ++time) {
        auto characters = random_characters(random, 12);
        const auto text = joined(characters);
        CAPTURE(text);
        CHECK(count_code_points(text) == characters.size());
        for (std::size_t place = 0; place < characters.size() + 2; ++place) {
            const auto before = std::min(place, characters.size());
            CHECK(byte_of_code_point(text, place) == joined(part(characters, 0, before)).size());
        }
        std::ranges::reverse(characters);
        CHECK(reverse_text(text) == joined(characters));
    }
}

TEST_CASE("Trimming cuts off what a character at a time would", "[functions][string][random]") {
    const auto seed = lintas::testing::random_seed();
    CAPTURE(seed);
    std::mt19937 random{seed};
    for (int time = 0; time < 300; ++time) {
        auto characters = random_characters(random, 12);
        const auto dropped = random_characters(random, 3);
        const auto text = joined(characters);
        CAPTURE(text, joined(dropped));
        const auto is_dropped = [&](const std::string& character) {
            return std::ranges::find(dropped, character) != dropped.end();
        };
        while (!characters.empty() && is_dropped(characters.back())) characters.pop_back();
        CHECK(trim_end(text, joined(dropped)) == joined(characters));
        const auto kept = std::ranges::find_if_not(characters, is_dropped);
        characters.erase(characters.begin(), kept);
        CHECK(trim_start(trim_end(text, joined(dropped)), joined(dropped)) == joined(characters));
    }
}

TEST_CASE("Splitting cuts where a character at a time would", "[functions][string][random]") {
    const auto seed = lintas::testing::random_seed();
    CAPTURE(seed);
    std::mt19937 random{seed};
    for (int time = 0; time < 1000; ++time) {
        const auto text = random_characters(random, 14);
        std::vector<Characters> delimiters(random() % 3 + 1);
        std::vector<std::string> texts;
        for (auto& delimiter : delimiters) {
            delimiter = random_characters(random, 2);
            texts.push_back(joined(delimiter));
        }
        CAPTURE(joined(text), texts);
        const auto whole = joined(text);
        const std::vector<std::string_view> views(texts.begin(), texts.end());
        const auto pieces = split_text(whole, views);
        CHECK(std::vector<std::string>(pieces.begin(), pieces.end()) ==
              split_slowly(text, delimiters));
    }
}
