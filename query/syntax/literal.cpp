#include "query/syntax/literal.h"

#include "query/syntax/unicode.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <limits>
#include <optional>

namespace lintas::query::syntax {

namespace {

constexpr auto most_positive = std::uint64_t{std::numeric_limits<std::int64_t>::max()};

[[noreturn]] void fail_number(ErrorDetail detail, const std::string& message, Span span) {
    throw Error{ErrorCode::Syntax, detail, message, span};
}

[[noreturn]] void fail_overflow(std::string_view text, Span span) {
    fail_number(ErrorDetail::IntegerOverflow,
                fmt::format("The integer `{}` does not fit into 64 bits", text), span);
}

// The digits of a whole number in its base. Nothing when they are none; fails on overflow.
std::optional<std::uint64_t> read_digits(std::string_view digits, int base, std::string_view text,
                                         Span span) {
    std::uint64_t result = 0;
    const auto* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, result, base);
    if (digits.empty() || stop != end) return std::nullopt;
    if (error == std::errc::result_out_of_range) fail_overflow(text, span);
    if (error != std::errc{}) return std::nullopt;
    return result;
}

std::optional<std::uint64_t> read_magnitude(std::string_view text, Span span) {
    if (text.starts_with("0x") || text.starts_with("0X")) {
        return read_digits(text.substr(2), 16, text, span);
    }
    if (text.starts_with("0o") || text.starts_with("0O")) {
        return read_digits(text.substr(2), 8, text, span);
    }
    if (text.size() > 1 && text.front() == '0') {
        fail_number(
            ErrorDetail::InvalidNumberLiteral,
            fmt::format("Found `{}`; an integer does not begin with 0, an octal one is written "
                        "`0o{}`",
                        text, text.substr(1)),
            span);
    }
    return read_digits(text, 10, text, span);
}

struct Escape {
    char letter;
    char meaning;
};

constexpr auto escapes = std::to_array<Escape>({
    {'\\', '\\'},
    {'\'', '\''},
    {'"', '"'},
    {'`', '`'},
    {'/', '/'},
    {'b', '\b'},
    {'f', '\f'},
    {'n', '\n'},
    {'r', '\r'},
    {'t', '\t'},
});

// Replaces the escapes of one string literal.
class Unescape {
public:
    Unescape(std::string_view text, Span span) : text_{text}, span_{span} {}

    std::string run();

private:
    void read_escape();
    void read_unicode(std::size_t digits);
    std::optional<char32_t> read_hexadecimal(std::size_t digits);
    bool low_surrogate_follows() const { return text_.substr(at_).starts_with("\\u"); }
    Span span_from(std::size_t begin) const { return {span_.begin + begin, span_.begin + at_}; }

    std::string_view text_; // with its quotes
    Span span_;
    std::size_t at_ = 1;
    std::string result_;
};

std::string Unescape::run() {
    const auto end = text_.size() - 1;
    while (at_ < end) {
        const auto backslash = std::min(text_.find('\\', at_), end);
        result_ += text_.substr(at_, backslash - at_);
        at_ = backslash;
        if (at_ < end) read_escape();
    }
    return std::move(result_);
}

void Unescape::read_escape() {
    const char letter = text_[at_ + 1];
    if (letter == 'u') return read_unicode(4);
    if (letter == 'U') return read_unicode(8);
    for (const auto& escape : escapes) {
        if (escape.letter != letter) continue;
        result_ += escape.meaning;
        at_ += 2;
        return;
    }
    const auto size = 1 + decode(text_, at_ + 1)->size;
    fail_number(
        ErrorDetail::UnexpectedSyntax,
        fmt::format("Found the escape `{}`; a string knows `\\\\`, `\\'`, `\\\"`, `\\b`, `\\f`, "
                    "`\\n`, `\\r`, `\\t`, `\\uXXXX` and `\\UXXXXXXXX`",
                    text_.substr(at_, size)),
        {span_.begin + at_, span_.begin + at_ + size});
}

std::optional<char32_t> Unescape::read_hexadecimal(std::size_t digits) {
    const auto text = text_.substr(at_ + 2, digits);
    std::uint32_t code = 0;
    const auto* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, code, 16);
    if (text.size() < digits || stop != end || error != std::errc{}) return std::nullopt;
    at_ += 2 + digits;
    return code;
}

void Unescape::read_unicode(std::size_t digits) {
    const auto begin = at_;
    auto code = read_hexadecimal(digits);
    const bool is_high = code && *code >= 0xD800 && *code < 0xDC00;
    if (is_high && low_surrogate_follows()) {
        const auto low = read_hexadecimal(4);
        const bool is_low = low && *low >= 0xDC00 && *low < 0xE000;
        code = is_low ? std::optional{0x10000 + ((*code - 0xD800) << 10U) + (*low - 0xDC00)}
                      : std::nullopt;
    }
    if (code && is_scalar(*code)) return append_utf8(result_, *code);
    at_ = std::min(begin + 2 + digits, text_.size() - 1);
    while ((static_cast<unsigned char>(text_[at_]) & 0xC0U) == 0x80U) ++at_;
    fail_number(
        ErrorDetail::InvalidUnicodeLiteral,
        fmt::format("Found `{}`; `\\u` needs four hexadecimal digits and `\\U` eight, which name a "
                    "character",
                    text_.substr(begin, at_ - begin)),
        span_from(begin));
}

} // namespace

void fail_number(std::string_view text, Span span) {
    fail_number(
        ErrorDetail::InvalidNumberLiteral,
        fmt::format("Found `{}`; expected a number such as `12`, `0x1F`, `0o17` or `1.5e3`", text),
        span);
}

std::int64_t read_integer(std::string_view text, Span span, bool negative) {
    const auto magnitude = read_magnitude(text, span);
    if (!magnitude) fail_number(text, span);
    if (*magnitude > most_positive + (negative ? 1 : 0)) fail_overflow(text, span);
    return static_cast<std::int64_t>(negative ? 0 - *magnitude : *magnitude);
}

double read_float(std::string_view text, Span span, bool negative) {
    double result = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), result);
    if (error == std::errc::result_out_of_range) {
        result = std::strtod(std::string{text}.c_str(), nullptr); // tells too small from too large
        if (result > 1) {
            fail_number(ErrorDetail::FloatingPointOverflow,
                        fmt::format("The number `{}` is too large for a float", text), span);
        }
    } else if (error != std::errc{} || stop != text.data() + text.size()) {
        fail_number(text, span);
    }
    return negative ? -result : result;
}

std::uint64_t read_count(std::string_view text, Span span) {
    const auto count = read_digits(text, 10, text, span);
    if (!count) fail_number(text, span);
    return *count;
}

std::string read_string(std::string_view text, Span span) { return Unescape{text, span}.run(); }

std::string read_name(std::string_view text) {
    if (!text.starts_with('`')) return std::string{text};
    std::string result;
    for (std::size_t at = 1; at + 1 < text.size(); ++at) {
        result += text[at];
        if (text[at] == '`') ++at; // doubled
    }
    return result;
}

} // namespace lintas::query::syntax
