// Is a text well-formed XML, as far as the report's drawings use it: elements, attributes, texts
// and the five entities; no declarations, comments or sections of their own.
#pragma once

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::testing {

inline bool is_plain_xml_text(std::string_view text) {
    constexpr std::string_view entities[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte == '<' || byte == '>') return false;
        if (byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r') return false;
        if (byte == '&' && std::ranges::none_of(entities, [&](std::string_view entity) {
                return text.substr(at).starts_with(entity);
            }))
            return false;
    }
    return true;
}

// The attributes of a tag: name="value" each, no name twice.
inline bool are_attributes(std::string text) {
    std::vector<std::string> names;
    while (!text.empty()) {
        const auto equals = text.find("=\"");
        const auto end = equals == text.npos ? text.npos : text.find('"', equals + 2);
        if (text.front() != ' ' || end == text.npos) return false;
        const auto name = text.substr(1, equals - 1);
        if (std::ranges::find(names, name) != names.end()) return false;
        if (!is_plain_xml_text(text.substr(equals + 2, end - equals - 2))) return false;
        names.push_back(name);
        text.erase(0, end + 1);
    }
    return true;
}

inline bool is_well_formed(const std::string& xml) {
    std::vector<std::string> open;
    std::size_t at = 0;
    while (at < xml.size()) {
        const auto begin = xml.find('<', at);
        const auto text = std::string_view{xml}.substr(at, begin - at);
        if (!is_plain_xml_text(text) || (open.empty() && !text.empty())) return false;
        if (begin == xml.npos) break;
        const auto end = xml.find('>', begin);
        if (end == xml.npos) return false;
        auto tag = xml.substr(begin + 1, end - begin - 1);
        at = end + 1;
        if (tag.starts_with('/')) {
            if (open.empty() || open.back() != tag.substr(1)) return false;
            open.pop_back();
            if (open.empty() && at != xml.size()) return false; // one root
            continue;
        }
        const bool is_empty = tag.ends_with('/');
        if (is_empty) tag.pop_back();
        const auto name = tag.substr(0, tag.find(' '));
        if (name.empty() || std::isalpha(static_cast<unsigned char>(name[0])) == 0) return false;
        if (!are_attributes(tag.substr(name.size()))) return false;
        if (!is_empty) open.push_back(name);
    }
    return open.empty() && !xml.empty();
}

} // namespace lintas::testing
