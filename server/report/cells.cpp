#include "server/report/cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace lintas::report {

namespace {

// How the numbers of a column are written; others are counted or measured.
enum class Kind { Plain, Percent, Year };

struct ColumnKind {
    std::string_view column;
    Kind kind;
};

constexpr ColumnKind kinds[] = {
    {"after", Kind::Percent},      {"before", Kind::Percent},          {"change", Kind::Percent},
    {"changeHigh", Kind::Percent}, {"changeLow", Kind::Percent},       {"coverage", Kind::Percent},
    {"firstYear", Kind::Year},     {"fromYear", Kind::Year},           {"high", Kind::Percent},
    {"lastYear", Kind::Year},      {"leadShare", Kind::Percent},       {"loss", Kind::Percent},
    {"low", Kind::Percent},        {"revision", Kind::Percent},        {"share", Kind::Percent},
    {"toYear", Kind::Year},        {"topPartnerShare", Kind::Percent}, {"withId", Kind::Percent},
    {"year", Kind::Year},
};

Kind kind_of(std::string_view column) {
    const auto* found = std::ranges::find(kinds, column, &ColumnKind::column);
    return found == std::end(kinds) ? Kind::Plain : found->kind;
}

std::string number_text(std::string_view column, const Value& value) {
    switch (kind_of(column)) {
    case Kind::Percent: return percent(value.number());
    case Kind::Year: return fmt::format("{:.0f}", value.number());
    case Kind::Plain: break;
    }
    return value.is(ValueType::Integer) ? grouped(value.integer()) : decimal(value.floating());
}

constexpr std::size_t most_items = 5;

std::string list_text(std::string_view column, const List& list, const Texts& texts) {
    std::string text;
    const auto* const separator = !list.empty() && list.front().is(ValueType::Map) ? "; " : ", ";
    for (std::size_t at = 0; at < std::min(list.size(), most_items); ++at)
        text += (at == 0 ? "" : separator) + cell(column, list[at], texts).text;
    if (list.size() > most_items)
        text +=
            texts.text("cell.more", {{"count", grouped(std::int64_t(list.size() - most_items))}});
    return text;
}

// By the first key that the catalogue has a sentence for: "suggestion.donor" for {donor, index}.
// "any.unnamed" serves every column. What is called by its id alone has no name in its source.
std::optional<std::string> sentence(std::string_view column, const Map& map, const Texts& texts) {
    const auto has_no_name = [&](std::string_view id) {
        return std::ranges::any_of(map, [&](const auto& part) {
            return part.first != "name" && part.second.is(ValueType::String) &&
                   part.second.string() == id;
        });
    };
    for (const auto& [key, value] : map) {
        auto sentence_key = fmt::format("{}.{}", column, key);
        if (!texts.find(sentence_key)) sentence_key = fmt::format("any.{}", key);
        if (!texts.find(sentence_key)) continue;
        Map names;
        for (const auto& [name, part] : map) {
            auto said = cell(name, part, texts).text;
            if (name == "name" && has_no_name(said))
                said = texts.text("any.unnamed", {{"unnamed", said}});
            names[name] = std::move(said);
        }
        return texts.text(sentence_key, names);
    }
    return std::nullopt;
}

std::string map_text(std::string_view column, const Map& map, const Texts& texts) {
    if (const auto said = sentence(column, map, texts)) return *said;
    std::string text;
    for (const auto& [key, value] : map)
        text += (text.empty() ? "" : "; ") + texts.find("column." + key).value_or(key) + " " +
                cell(key, value, texts).text;
    return text;
}

std::string plain_text(const Value& value) {
    auto text = to_text(value);
    const bool quoted = text.size() >= 2 && text.front() == '\'' && text.back() == '\'';
    return quoted ? text.substr(1, text.size() - 2) : text;
}

} // namespace

Cell cell(std::string_view column, const Value& value, const Texts& texts) {
    const auto nothing = [&]() -> Cell {
        return {texts.find(fmt::format("value.{}.null", column)).value_or(texts.text("cell.none")),
                false};
    };
    switch (value.type()) {
    case ValueType::Null: return nothing();
    case ValueType::Boolean: return {texts.text(value.boolean() ? "cell.yes" : "cell.no"), false};
    case ValueType::Integer:
    case ValueType::Float: return {number_text(column, value), true};
    case ValueType::String:
        return {
            texts.find(fmt::format("value.{}.{}", column, value.string())).value_or(value.string()),
            false};
    case ValueType::List:
        return value.list().empty() ? nothing()
                                    : Cell{list_text(column, value.list(), texts), false};
    case ValueType::Map: return {map_text(column, value.map(), texts), false};
    case ValueType::Node:
    case ValueType::Relationship:
    case ValueType::Path:
    case ValueType::Date:
    case ValueType::LocalTime:
    case ValueType::ZonedTime:
    case ValueType::LocalDateTime:
    case ValueType::ZonedDateTime:
    case ValueType::Duration:
    case ValueType::Point: return {plain_text(value), false};
    }
    return {};
}

std::string grouped(std::int64_t number) {
    auto digits = std::to_string(number);
    const std::ptrdiff_t first = number < 0 ? 1 : 0;
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > first; at -= 3)
        digits.insert(static_cast<std::size_t>(at), 1, ',');
    return digits;
}

std::string percent(double share) {
    const auto hundredths = share * 100;
    const auto size = std::abs(hundredths);
    if (size < 1e-9) return "0 %"; // what rounding left of a zero
    if (size < 0.05) return hundredths < 0 ? "> -0.1 %" : "< 0.1 %";
    return size < 9.95 ? fmt::format("{:.1f} %", hundredths) : fmt::format("{:.0f} %", hundredths);
}

std::string decimal(double number) {
    if (!std::isfinite(number)) return std::isnan(number) ? "–" : number < 0 ? "-∞" : "∞";
    const auto size = std::abs(number);
    if (size == 0) return "0";
    if (size < 1e6 && number == std::trunc(number)) return grouped(std::llround(number));
    if (size < 0.001) return number < 0 ? "> -0.001" : "< 0.001";
    if (size < 1) return fmt::format("{:.3f}", number);
    if (size < 100) return fmt::format("{:.1f}", number);
    return size < 1e15 ? grouped(std::llround(number)) : fmt::format("{:.2e}", number);
}

} // namespace lintas::report
