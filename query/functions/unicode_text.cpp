#include "query/functions/unicode_text.h"

#include "graph/expect.h"
#include "query/functions/limits.h"

#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>

namespace lintas::query {

namespace {

bool begins_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u; }

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char byte) { return static_cast<signed char>(byte) >= 0; });
}

// ICU counts bytes in 32 bits.
icu::StringPiece piece(std::string_view text) {
    check_text_size(text.size());
    return {text.data(), static_cast<std::int32_t>(text.size())};
}

// The byte after the code point that begins at `begin`.
std::size_t next_code_point(std::string_view text, std::size_t begin) {
    auto end = begin + 1;
    while (end < text.size() && !begins_code_point(text[end])) ++end;
    return end;
}

std::size_t previous_code_point(std::string_view text, std::size_t end) {
    auto begin = end - 1;
    while (begin > 0 && !begins_code_point(text[begin])) --begin;
    return begin;
}

bool is_white_space(std::string_view code_point) {
    const auto first = static_cast<unsigned char>(code_point[0]);
    const auto character = first < 0x80
                               ? static_cast<UChar32>(first)
                               : icu::UnicodeString::fromUTF8(piece(code_point)).char32At(0);
    return u_isUWhiteSpace(character);
}

template <typename Drops> std::string_view drop_first(std::string_view text, const Drops& drops) {
    while (!text.empty()) {
        const auto size = next_code_point(text, 0);
        if (!drops(text.substr(0, size))) break;
        text.remove_prefix(size);
    }
    return text;
}

template <typename Drops> std::string_view drop_last(std::string_view text, const Drops& drops) {
    while (!text.empty()) {
        const auto begin = previous_code_point(text, text.size());
        if (!drops(text.substr(begin))) break;
        text.remove_suffix(text.size() - begin);
    }
    return text;
}

auto occurs_in(std::string_view characters) {
    return [characters](std::string_view code_point) {
        return characters.find(code_point) != std::string_view::npos;
    };
}

const icu::Normalizer2* normalizer(NormalForm form, UErrorCode& error) {
    switch (form) {
    case NormalForm::Nfc: return icu::Normalizer2::getNFCInstance(error);
    case NormalForm::Nfd: return icu::Normalizer2::getNFDInstance(error);
    case NormalForm::Nfkc: return icu::Normalizer2::getNFKCInstance(error);
    case NormalForm::Nfkd: return icu::Normalizer2::getNFKDInstance(error);
    }
    return nullptr;
}

} // namespace

std::size_t count_code_points(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, begins_code_point));
}

std::size_t byte_of_code_point(std::string_view text, std::size_t code_point) {
    if (code_point >= text.size()) return text.size();
    std::size_t byte = 0;
    while (code_point > 0 && byte < text.size()) {
        byte = next_code_point(text, byte);
        --code_point;
    }
    return byte;
}

std::string lower_case(std::string_view text) {
    std::string result;
    if (is_ascii(text)) {
        result = text;
        for (auto& byte : result) {
            if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte + ('a' - 'A'));
        }
        return result;
    }
    auto error = U_ZERO_ERROR;
    icu::StringByteSink<std::string> sink{&result};
    icu::CaseMap::utf8ToLower("", 0, piece(text), sink, nullptr, error);
    expect(U_SUCCESS(error), "every text has a lower case");
    return result;
}

std::string upper_case(std::string_view text) {
    std::string result;
    if (is_ascii(text)) {
        result = text;
        for (auto& byte : result) {
            if (byte >= 'a' && byte <= 'z') byte = static_cast<char>(byte - ('a' - 'A'));
        }
        return result;
    }
    auto error = U_ZERO_ERROR;
    icu::StringByteSink<std::string> sink{&result};
    icu::CaseMap::utf8ToUpper("", 0, piece(text), sink, nullptr, error);
    expect(U_SUCCESS(error), "every text has an upper case");
    return result;
}

std::string reverse_text(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (auto end = text.size(); end > 0;) {
        const auto begin = previous_code_point(text, end);
        result.append(text.substr(begin, end - begin));
        end = begin;
    }
    return result;
}

std::string normalize_text(std::string_view text, NormalForm form) {
    if (is_ascii(text)) return std::string{text};
    auto error = U_ZERO_ERROR;
    const auto* to_form = normalizer(form, error);
    expect(U_SUCCESS(error) && to_form, "ICU knows the four normal forms");
    std::string result;
    icu::StringByteSink<std::string> sink{&result};
    to_form->normalizeUTF8(0, piece(text), sink, nullptr, error);
    expect(U_SUCCESS(error), "every text has a normal form");
    return result;
}

std::string_view trim_start(std::string_view text) { return drop_first(text, is_white_space); }

std::string_view trim_end(std::string_view text) { return drop_last(text, is_white_space); }

std::string_view trim_start(std::string_view text, std::string_view characters) {
    return drop_first(text, occurs_in(characters));
}

std::string_view trim_end(std::string_view text, std::string_view characters) {
    return drop_last(text, occurs_in(characters));
}

} // namespace lintas::query
