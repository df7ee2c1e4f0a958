#include "server/json/json_reader.h"

#include "server/json/utf8.h"

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace lintas::server {

namespace {

constexpr unsigned flags = rapidjson::kParseValidateEncodingFlag |
                           rapidjson::kParseNumbersAsStringsFlag |
                           rapidjson::kParseStopWhenDoneFlag;

[[noreturn]] void fail(const JsonBlame& blame, std::size_t byte, const std::string& what) {
    throw Error{blame.code, fmt::format("{} is broken at byte {}: {}", blame.what, byte, what)};
}

std::optional<Value> read_number(std::string_view text) {
    const auto* end = text.data() + text.size();
    if (text.find_first_of(".eE") == text.npos) {
        std::int64_t integer = 0;
        const auto [stop, code] = std::from_chars(text.data(), end, integer);
        if (code == std::errc{} && stop == end) return Value{integer};
        return std::nullopt;
    }
    double floating = 0;
    const auto [stop, code] = std::from_chars(text.data(), end, floating);
    // Below the smallest double there is only zero; above the greatest there is nothing.
    const bool underflows = code == std::errc::result_out_of_range &&
                            (text.find("e-") != text.npos || text.find("E-") != text.npos ||
                             text.find_first_of("eE") == text.npos);
    if (underflows) return Value{text.front() == '-' ? -0.0 : 0.0};
    if (code != std::errc{} || stop != end) return std::nullopt;
    return Value{floating};
}

// Receives RapidJSON's events; each returns false to stop, with `problem` saying why.
class Builder {
public:
    // NOLINTBEGIN(readability-identifier-naming)
    bool Null() { return add(Value{}); }
    bool Bool(bool value) { return add(Value{value}); }
    bool Int(int) { return stop("unexpected number"); }
    bool Uint(unsigned) { return stop("unexpected number"); }
    bool Int64(std::int64_t) { return stop("unexpected number"); }
    bool Uint64(std::uint64_t) { return stop("unexpected number"); }
    bool Double(double) { return stop("unexpected number"); }

    bool RawNumber(const char* text, rapidjson::SizeType size, bool) {
        const auto number = read_number({text, size});
        if (number) return add(*number);
        return stop(
            fmt::format("the number `{}` does not fit 64 bits", std::string_view{text, size}));
    }
    bool String(const char* text, rapidjson::SizeType size, bool) {
        if (!is_utf8({text, size})) return stop("half a surrogate pair in a string");
        return add(Value{std::string{text, size}});
    }

    bool StartObject() { return open(true); }
    bool Key(const char* text, rapidjson::SizeType size, bool) {
        std::string key{text, size};
        if (!is_utf8(key)) return stop("half a surrogate pair in a key");
        if (levels_.back().map.contains(key)) return stop(fmt::format("the key `{}` again", key));
        levels_.back().key = std::move(key);
        return true;
    }
    bool EndObject(rapidjson::SizeType) {
        Value map{std::move(levels_.back().map)};
        levels_.pop_back();
        return add(std::move(map));
    }

    bool StartArray() { return open(false); }
    bool EndArray(rapidjson::SizeType) {
        Value list{std::move(levels_.back().list)};
        levels_.pop_back();
        return add(std::move(list));
    }

    // NOLINTEND(readability-identifier-naming)

    const std::string& problem() const { return problem_; }
    Value take() { return std::move(root_); }

private:
    struct Level {
        bool is_map = false;
        std::string key;
        Map map;
        List list;
    };

    bool open(bool is_map) {
        if (levels_.size() == json_depth)
            return stop(fmt::format("nested deeper than {} levels", json_depth));
        levels_.emplace_back().is_map = is_map;
        return true;
    }

    bool add(Value value) {
        if (levels_.empty()) {
            root_ = std::move(value);
            return true;
        }
        auto& level = levels_.back();
        if (level.is_map)
            level.map.emplace(std::move(level.key), std::move(value));
        else
            level.list.push_back(std::move(value));
        return true;
    }

    bool stop(std::string problem) {
        problem_ = std::move(problem);
        return false;
    }

    std::vector<Level> levels_;
    Value root_;
    std::string problem_;
};

std::string reason(rapidjson::ParseErrorCode code, const Builder& builder) {
    if (code == rapidjson::kParseErrorTermination) return builder.problem();
    std::string text = rapidjson::GetParseError_En(code);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

struct Fault {
    std::size_t byte;
    std::string what;
};

std::variant<Value, Fault> parse(std::string_view text) {
    rapidjson::MemoryStream memory{text.data(), text.size()};
    rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> input{memory};
    rapidjson::Reader reader;
    Builder builder;
    const auto result = reader.Parse<flags>(input, builder);
    if (result.IsError()) return Fault{result.Offset(), reason(result.Code(), builder)};
    // A zero byte looks like the end to RapidJSON, so the end is looked for here.
    const auto rest = text.find_first_not_of(" \t\r\n", input.Tell());
    if (rest != text.npos) return Fault{rest, "nothing may follow the value"};
    return builder.take();
}

} // namespace

Value read_json(std::string_view text, const JsonBlame& blame) {
    auto parsed = parse(text);
    if (const auto* fault = std::get_if<Fault>(&parsed)) fail(blame, fault->byte, fault->what);
    return std::get<Value>(std::move(parsed));
}

std::optional<Value> find_json(std::string_view text) {
    auto parsed = parse(text);
    auto* value = std::get_if<Value>(&parsed);
    return value == nullptr ? std::nullopt : std::optional{std::move(*value)};
}

} // namespace lintas::server
