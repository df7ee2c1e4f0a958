#include "graph/index/words.h"

#include "graph/error.h"
#include "graph/expect.h"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

#include <algorithm>
#include <limits>

namespace lintas {

namespace {

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char byte) { return static_cast<signed char>(byte) >= 0; });
}

std::string lower_ascii(std::string_view text) {
    std::string lower{text};
    for (auto& byte : lower)
        if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte + ('a' - 'A'));
    return lower;
}

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*get)(UErrorCode&)) {
    auto error = U_ZERO_ERROR;
    const auto* found = get(error);
    expect(U_SUCCESS(error) && found != nullptr, "ICU knows the normal forms");
    return *found;
}

icu::UnicodeString normalized(const icu::Normalizer2& form, const icu::UnicodeString& text) {
    auto error = U_ZERO_ERROR;
    auto result = form.normalize(text, error);
    expect(U_SUCCESS(error), "every text has a normal form");
    return result;
}

// An accent that any letter may bear. Vowel signs and tone marks of a script of its own are none,
// nor are the voicing marks of Japanese: they make another letter.
bool is_accent(UChar32 character) {
    if (u_charType(character) != U_NON_SPACING_MARK) return false;
    if (character == 0x3099 || character == 0x309A) return false;
    auto error = U_ZERO_ERROR;
    return uscript_getScript(character, &error) == USCRIPT_INHERITED;
}

struct Replacement {
    UChar32 from;
    const char* to;
};

// Letters with a stroke, and joined letters, that no normal form takes apart.
constexpr Replacement replacements[] = {
    {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"}, {0x00FE, "th"}, {0x0111, "d"}, {0x0127, "h"},
    {0x0131, "i"},  {0x0142, "l"}, {0x014B, "n"}, {0x0153, "oe"}, {0x0167, "t"}, {0x0180, "b"},
    {0x0192, "f"},  {0x01B6, "z"}, {0x0268, "i"}, {0x0289, "u"},
};

void append_folded(UChar32 character, icu::UnicodeString& out) {
    if (is_accent(character)) return;
    const auto* found = std::ranges::find(replacements, character, &Replacement::from);
    if (found == std::end(replacements))
        out.append(character);
    else
        out.append(icu::UnicodeString::fromUTF8(found->to));
}

} // namespace

std::string fold_word(std::string_view word) {
    if (is_ascii(word)) return lower_ascii(word);
    const icu::StringPiece piece{word.data(), static_cast<std::int32_t>(word.size())};
    const auto plain = normalized(normalizer(icu::Normalizer2::getNFKCCasefoldInstance),
                                  icu::UnicodeString::fromUTF8(piece));
    const auto apart = normalized(normalizer(icu::Normalizer2::getNFDInstance), plain);
    icu::UnicodeString kept;
    for (std::int32_t at = 0; at < apart.length(); at = apart.moveIndex32(at, 1))
        append_folded(apart.char32At(at), kept);
    std::string folded;
    normalized(normalizer(icu::Normalizer2::getNFCInstance), kept).toUTF8String(folded);
    return folded;
}

struct WordBreaker::Impl {
    std::unique_ptr<icu::BreakIterator> breaks;
};

WordBreaker::WordBreaker() : impl_{std::make_unique<Impl>()} {
    auto error = U_ZERO_ERROR;
    impl_->breaks.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), error));
    if (U_FAILURE(error) || !impl_->breaks)
        throw Error{ErrorCode::Unsupported, "ICU has no rules for breaking words here"};
}

WordBreaker::~WordBreaker() = default;
WordBreaker::WordBreaker(WordBreaker&&) noexcept = default;
WordBreaker& WordBreaker::operator=(WordBreaker&&) noexcept = default;

std::vector<std::string> WordBreaker::words(std::string_view text) {
    // ICU counts bytes in 32 bits.
    if (text.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()))
        throw Error{ErrorCode::Limit, "A text is too long to be cut into words"};
    std::vector<std::string> found;
    auto error = U_ZERO_ERROR;
    UText bytes = UTEXT_INITIALIZER;
    utext_openUTF8(&bytes, text.data(), static_cast<std::int64_t>(text.size()), &error);
    impl_->breaks->setText(&bytes, error);
    expect(U_SUCCESS(error), "ICU takes every text");
    auto begin = impl_->breaks->first();
    for (auto end = impl_->breaks->next(); end != icu::BreakIterator::DONE;
         end = impl_->breaks->next()) {
        if (impl_->breaks->getRuleStatus() >= UBRK_WORD_NUMBER) {
            auto word = fold_word(text.substr(static_cast<std::size_t>(begin),
                                              static_cast<std::size_t>(end - begin)));
            if (!word.empty()) found.push_back(std::move(word));
        }
        begin = end;
    }
    utext_close(&bytes);
    return found;
}

} // namespace lintas
