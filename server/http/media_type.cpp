#include "server/http/media_type.h"

#include "graph/trimmed.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <vector>

namespace lintas::server {

namespace {

constexpr MediaType table[] = {
    {"application/json", Encoding::Plain},
    {"application/vnd.neo4j.query", Encoding::Typed},
    {"application/vnd.neo4j.query.v1.0", Encoding::Typed},
};

std::string lower(std::string_view text) {
    std::string result{text};
    std::ranges::transform(result, result.begin(),
                           [](unsigned char letter) { return std::tolower(letter); });
    return result;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(separator);
        parts.push_back(trimmed(text.substr(0, end)));
        if (end == text.npos) return parts;
        text.remove_prefix(end + 1);
    }
}

// Does no charset say otherwise? ASCII is a part of it.
bool is_in_utf8(std::string_view content_type) {
    for (const auto part : split(content_type, ';')) {
        const auto parameter = lower(part);
        if (!parameter.starts_with("charset=")) continue;
        const auto charset = trimmed(std::string_view{parameter}.substr(8), "\" \t");
        return charset == "utf-8" || charset == "utf8" || charset == "us-ascii";
    }
    return true;
}

// One entry of an Accept header: a type or a range of types, and how much it is wanted.
struct Wish {
    std::string range;
    double quality = 1;

    // How closely the range fits: 0 not at all, 3 exactly.
    int fit(std::string_view type) const {
        if (range == type) return 3;
        if (range.ends_with("/*") && type.starts_with(range.substr(0, range.size() - 1))) return 2;
        return range == "*/*" ? 1 : 0;
    }
};

Wish parse_wish(std::string_view text) {
    const auto parts = split(text, ';');
    Wish wish{lower(parts.front())};
    for (const auto& part : parts) {
        if (!part.starts_with("q=") && !part.starts_with("Q=")) continue;
        const auto number = part.substr(2);
        double quality = 0;
        const auto [end, code] =
            std::from_chars(number.data(), number.data() + number.size(), quality);
        wish.quality = code == std::errc{} ? std::clamp(quality, 0.0, 1.0) : 0;
    }
    return wish;
}

} // namespace

std::span<const MediaType> media_types() { return table; }

std::optional<MediaType> choose_media_type(std::string_view accept) {
    if (trimmed(accept).empty()) return table[0];
    std::vector<Wish> wishes;
    for (const auto& part : split(accept, ',')) wishes.push_back(parse_wish(part));

    const MediaType* best = nullptr;
    double best_quality = 0;
    std::size_t best_place = 0;
    for (const auto& offer : table) {
        // The most exact wish about a type decides on it.
        const auto wish = std::ranges::max_element(
            wishes, {}, [&](const Wish& one) { return one.fit(offer.name); });
        if (wish->fit(offer.name) == 0 || wish->quality == 0) continue;
        const auto place = static_cast<std::size_t>(wish - wishes.begin());
        const bool is_better =
            wish->quality > best_quality || (wish->quality == best_quality && place < best_place);
        if (best != nullptr && !is_better) continue;
        best = &offer;
        best_quality = wish->quality;
        best_place = place;
    }
    return best == nullptr ? std::nullopt : std::optional{*best};
}

std::optional<MediaType> find_media_type(std::string_view content_type) {
    if (!is_in_utf8(content_type)) return std::nullopt;
    const auto type = lower(trimmed(content_type.substr(0, content_type.find(';'))));
    const auto* found = std::ranges::find(table, type, &MediaType::name);
    return found == std::end(table) ? std::nullopt : std::optional{*found};
}

} // namespace lintas::server
