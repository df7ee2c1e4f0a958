#include "graph/index/words.h"

#include <catch2/catch.hpp>

using namespace lintas;

TEST_CASE("Words are folded", "[words]") {
    CHECK(fold_word("Energy") == "energy");
    CHECK(fold_word("ÉNERGIE") == "energie");
    CHECK(fold_word("E\u0301nergie") == "energie");
    CHECK(fold_word("Straße") == "strasse");
    CHECK(fold_word("Đổi") == "doi");
    CHECK(fold_word("Łódź") == "lodz");
    CHECK(fold_word("ﬁne") == "fine");
    CHECK(fold_word("ΆΛΦΑ") == "αλφα");
}

TEST_CASE("Marks that make another letter stay", "[words]") {
    CHECK(fold_word("น้ำ") != fold_word("นำ"));
    CHECK(fold_word("が") != fold_word("か"));
    CHECK(fold_word("ទី") != fold_word("ទ"));
}

TEST_CASE("A folded word folds to itself", "[words]") {
    for (const auto* word : {"Œuvre", "น้ำ", "ປະເທດ", "ប្រទេស", "နိုင်ငံ", "İstanbul", "Ǆ", "ſ"}) {
        CAPTURE(word);
        CHECK(fold_word(fold_word(word)) == fold_word(word));
    }
}

TEST_CASE("Texts are cut into words", "[words]") {
    WordBreaker breaker;
    using Words = std::vector<std::string>;
    CHECK(breaker.words("") == Words{});
    CHECK(breaker.words(" ... !") == Words{});
    CHECK(breaker.words("Solar panels, 3.5 kW (2024)") ==
          Words{"solar", "panels", "3.5", "kw", "2024"});
    CHECK(breaker.words("South-East Asia") == Words{"south", "east", "asia"});
    CHECK(breaker.words("năng lượng") == Words{"nang", "luong"});
}

TEST_CASE("Texts without spaces are cut by dictionary", "[words]") {
    WordBreaker breaker;
    const auto has = [&breaker](const char* text, const char* word) {
        const auto words = breaker.words(text);
        return words.size() > 1 &&
               std::find(words.begin(), words.end(), fold_word(word)) != words.end();
    };
    CHECK(has("การวิจัยพลังงานแสงอาทิตย์", "พลังงาน"));
    CHECK(has("ຢູ່ປະເທດລາວ", "ປະເທດ"));
    CHECK(has("នៅប្រទេសកម្ពុជា", "ប្រទេស"));
    CHECK(has("နေရောင်ခြည်စွမ်းအင်သုတေသန", "စွမ်းအင်"));
}

TEST_CASE("Bytes that are no UTF-8 do no harm", "[words]") {
    WordBreaker breaker;
    CHECK_NOTHROW(breaker.words("a\xFF\xFEz \xC3"));
    CHECK_NOTHROW(fold_word("\xFF\xC3"));
}
