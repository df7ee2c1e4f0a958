#include "query/functions/excerpt.h"
#include "query/functions/function.h"
#include "query/functions/limits.h"
#include "query/functions/text_split.h"
#include "query/functions/unicode_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace lintas::query {

namespace {

std::size_t count_of(const Value& value, std::string_view what) {
    if (value.integer() >= 0) return static_cast<std::size_t>(value.integer());
    throw Error{ErrorCode::Argument, ErrorDetail::NegativeIntegerArgument,
                fmt::format("The {} is `{}`, it must be 0 or more", what, value.integer())};
}

Value size_of_text(Arguments arguments, CallContext&) {
    return static_cast<std::int64_t>(count_code_points(arguments[0].string()));
}

Value left(Arguments arguments, CallContext&) {
    const std::string_view text = arguments[0].string();
    const auto length = count_of(arguments[1], "length");
    return text.substr(0, byte_of_code_point(text, length));
}

Value right(Arguments arguments, CallContext&) {
    const std::string_view text = arguments[0].string();
    const auto length = count_of(arguments[1], "length");
    const auto all = count_code_points(text);
    return length >= all ? arguments[0] : text.substr(byte_of_code_point(text, all - length));
}

Value substring(Arguments arguments, CallContext&) {
    std::string_view text = arguments[0].string();
    text.remove_prefix(byte_of_code_point(text, count_of(arguments[1], "start")));
    if (arguments.size() < 3) return text;
    return text.substr(0, byte_of_code_point(text, count_of(arguments[2], "length")));
}

Value to_lower(Arguments arguments, CallContext&) { return lower_case(arguments[0].string()); }

Value to_upper(Arguments arguments, CallContext&) { return upper_case(arguments[0].string()); }

// The text without what `trims` cuts off; the argument itself where that is nothing.
template <typename Trims> Value trimmed(const Value& argument, const Trims& trims) {
    const std::string_view text = argument.string();
    const std::string_view rest = trims(text);
    return rest.size() == text.size() ? argument : Value{rest};
}

Value trim_left(Arguments arguments, CallContext&) {
    return trimmed(arguments[0], [&](std::string_view text) {
        return arguments.size() < 2 ? trim_start(text) : trim_start(text, arguments[1].string());
    });
}

Value trim_right(Arguments arguments, CallContext&) {
    return trimmed(arguments[0], [&](std::string_view text) {
        return arguments.size() < 2 ? trim_end(text) : trim_end(text, arguments[1].string());
    });
}

Value trim_both(Arguments arguments, CallContext&) {
    return trimmed(arguments[0], [&](std::string_view text) {
        if (arguments.size() < 2) return trim_end(trim_start(text));
        const auto& characters = arguments[1].string();
        return trim_end(trim_start(text, characters), characters);
    });
}

// Visits where `part` lies in `text`, from the start and `most` times at most. The empty part lies
// before each code point and at the end.
template <typename Visit>
void visit_places(std::string_view part, std::string_view text, std::size_t most,
                  const Visit& visit) {
    std::size_t from = 0;
    for (std::size_t count = 0; count < most; ++count) {
        const auto place = text.find(part, from);
        if (place == std::string_view::npos) return;
        visit(place);
        if (part.empty() && place == text.size()) return;
        from = place + (part.empty() ? byte_of_code_point(text.substr(place), 1) : part.size());
    }
}

Value replace(Arguments arguments, CallContext&) {
    const std::string_view text = arguments[0].string();
    const std::string_view part = arguments[1].string();
    const std::string_view with = arguments[2].string();
    const auto most = arguments.size() < 4 ? text.size() + 1 : count_of(arguments[3], "limit");
    std::size_t places = 0;
    visit_places(part, text, most, [&](std::size_t) { ++places; });
    if (places == 0) return arguments[0];
    const auto size = text.size() - places * part.size() + places * with.size();
    check_text_size(size);
    std::string result;
    result.reserve(size);
    std::size_t from = 0;
    visit_places(part, text, most, [&](std::size_t place) {
        result.append(text.substr(from, place - from)).append(with);
        from = place + part.size();
    });
    return std::move(result.append(text.substr(from)));
}

Value split(Arguments arguments, CallContext&) {
    std::vector<std::string_view> delimiters;
    if (arguments[1].is(ValueType::String)) {
        delimiters.push_back(arguments[1].string());
    } else {
        for (const auto& delimiter : arguments[1].list()) {
            if (delimiter.is_null()) return {};
            if (!delimiter.is(ValueType::String))
                throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentValue,
                            fmt::format("A delimiter of `split` is {}, it must be a string",
                                        describe(accepted_by(delimiter)))};
            delimiters.push_back(delimiter.string());
        }
    }
    const auto pieces = split_text(arguments[0].string(), delimiters);
    return Value{List(pieces.begin(), pieces.end())};
}

Value normalize(Arguments arguments, CallContext&) {
    struct Named {
        std::string_view name;
        NormalForm form;
    };
    constexpr Named forms[] = {{"NFC", NormalForm::Nfc},
                               {"NFD", NormalForm::Nfd},
                               {"NFKC", NormalForm::Nfkc},
                               {"NFKD", NormalForm::Nfkd}};
    const auto& text = arguments[0].string();
    if (arguments.size() < 2) return normalize_text(text, NormalForm::Nfc);
    const auto* named = std::ranges::find(forms, arguments[1].string(), &Named::name);
    if (named != std::end(forms)) return normalize_text(text, named->form);
    throw Error{ErrorCode::Argument, ErrorDetail::InvalidArgumentValue,
                fmt::format("Normal form {} does not exist, it must be NFC, NFD, NFKC or NFKD",
                            excerpt(arguments[1].string()))};
}

constexpr FunctionParameter text{"text", Accepts::String};
constexpr FunctionParameter characters{"characters", Accepts::String, true};

constexpr ScalarFunction string_table[] = {
    {"btrim",
     {text, characters},
     Accepts::String,
     trim_both,
     "The text without white space, or without the given characters, at both ends"},
    {"char_length", {text}, Accepts::Integer, size_of_text, "The number of characters of a text"},
    {"character_length",
     {text},
     Accepts::Integer,
     size_of_text,
     "The number of characters of a text"},
    {"left",
     {text, {"length", Accepts::Integer}},
     Accepts::String,
     left,
     "The first characters of a text"},
    {"lower", {text}, Accepts::String, to_lower, "The text in lower case"},
    {"ltrim",
     {text, characters},
     Accepts::String,
     trim_left,
     "The text without white space, or without the given characters, at the start"},
    {"normalize",
     {text, {"form", Accepts::String, true}},
     Accepts::String,
     normalize,
     "The text in Unicode normal form NFC (or NFD, NFKC, NFKD)"},
    {"replace",
     {text,
      {"search", Accepts::String},
      {"replacement", Accepts::String},
      {"limit", Accepts::Integer, true}},
     Accepts::String,
     replace,
     "The text with all, or the first so many, places replaced"},
    {"right",
     {text, {"length", Accepts::Integer}},
     Accepts::String,
     right,
     "The last characters of a text"},
    {"rtrim",
     {text, characters},
     Accepts::String,
     trim_right,
     "The text without white space, or without the given characters, at the end"},
    {"split",
     {text, {"delimiters", Accepts::String | Accepts::List}},
     Accepts::List,
     split,
     "The pieces of a text between a delimiter or any of a list of delimiters"},
    {"substring",
     {text, {"start", Accepts::Integer}, {"length", Accepts::Integer, true}},
     Accepts::String,
     substring,
     "The characters of a text from a place, counted from 0"},
    {"toLower", {text}, Accepts::String, to_lower, "The text in lower case"},
    {"toUpper", {text}, Accepts::String, to_upper, "The text in upper case"},
    {"trim", {text}, Accepts::String, trim_both, "The text without white space at both ends"},
    {"upper", {text}, Accepts::String, to_upper, "The text in upper case"},
};

} // namespace

std::span<const ScalarFunction> string_functions() { return string_table; }

} // namespace lintas::query
