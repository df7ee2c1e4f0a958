#include "graph/index/text_query.h"

#include "graph/error.h"
#include "graph/index/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace lintas {

WantedClauses::WantedClauses() = default;
WantedClauses::WantedClauses(WantedClauses&&) noexcept = default;
WantedClauses& WantedClauses::operator=(WantedClauses&&) noexcept = default;
WantedClauses::~WantedClauses() = default;

namespace {

constexpr std::size_t deepest_nesting = 100;

class Parser {
public:
    Parser(std::string_view text, const std::vector<std::string>& properties)
        : text_{text}, properties_{properties} {}

    TextQuery parse() {
        auto query = alternatives(0);
        skip_space();
        if (at_ < text_.size()) fail("There is a `)` without its `(`");
        return query;
    }

private:
    [[noreturn]] void fail(const std::string& what) const {
        throw Error{
            ErrorCode::Argument, ErrorDetail::InvalidArgumentValue,
            fmt::format("{} in the full-text query `{}`, at character {}", what, text_, at_ + 1)};
    }

    static bool is_space(char byte) {
        return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
    }
    static bool is_sign(char byte) {
        return std::string_view{"()\":^~*"}.find(byte) != std::string_view::npos;
    }
    void skip_space() {
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    }
    bool at(char byte) const { return at_ < text_.size() && text_[at_] == byte; }
    bool accept(char byte) {
        if (!at(byte)) return false;
        ++at_;
        return true;
    }
    // A word of the language, in capitals, or its sign.
    bool accept_operator(std::string_view word, std::string_view sign) {
        skip_space();
        const auto rest = text_.substr(at_);
        if (rest.starts_with(sign)) {
            at_ += sign.size();
            return true;
        }
        if (!rest.starts_with(word)) return false;
        const auto after = rest.substr(word.size());
        if (!after.empty() && !is_space(after.front()) && after.front() != '(' &&
            after.front() != '"')
            return false;
        at_ += word.size();
        return true;
    }

    bool at_end_of_group() {
        skip_space();
        return at_ == text_.size() || at(')');
    }

    TextQuery alternatives(std::size_t depth) {
        if (depth > deepest_nesting) fail("There are too many parentheses inside each other");
        WantedClauses clauses;
        while (!at_end_of_group()) {
            accept_operator("OR", "||");
            if (at_end_of_group()) fail("There is nothing after `OR`");
            clauses.clauses.push_back(conjunction(depth));
        }
        return {std::move(clauses), 1};
    }

    WantedClause conjunction(std::size_t depth) {
        auto first = signed_part(depth);
        WantedClauses all;
        while (accept_operator("AND", "&&")) {
            if (all.clauses.empty()) all.clauses.push_back(required(std::move(first)));
            if (at_end_of_group()) fail("There is nothing after `AND`");
            all.clauses.push_back(required(signed_part(depth)));
        }
        if (all.clauses.empty()) return first;
        return {Occurrence::Should, TextQuery{std::move(all), 1}};
    }

    static WantedClause required(WantedClause part) {
        if (part.occurrence == Occurrence::Should) part.occurrence = Occurrence::Must;
        return part;
    }

    WantedClause signed_part(std::size_t depth) {
        auto occurrence = Occurrence::Should;
        if (accept_operator("NOT", "!") || accept('-'))
            occurrence = Occurrence::MustNot;
        else if (accept('+'))
            occurrence = Occurrence::Must;
        if (at_end_of_group()) fail("There is nothing after the sign");
        return {occurrence, part(depth, std::nullopt)};
    }

    TextQuery part(std::size_t depth, std::optional<std::uint32_t> property) {
        TextQuery query;
        if (accept('(')) {
            const auto outer = std::exchange(property_, property ? property : property_);
            query = alternatives(depth + 1);
            property_ = outer;
            if (!accept(')')) fail("A `(` is not closed");
        } else if (accept('"')) {
            query.form = phrase(property);
        } else {
            const auto word = letters();
            if (accept(':')) {
                if (property) fail("Two properties are named");
                const auto number = number_of(word);
                if (at_end_of_group()) fail("There is nothing after `:`");
                return part(depth, number);
            }
            query.form = one_word(word, property);
        }
        if (accept('^')) query.weight = number("`^`");
        return query;
    }

    std::uint32_t number_of(const std::string& property) const {
        const auto found = std::ranges::find(properties_, property);
        if (found == properties_.end())
            fail(fmt::format("The index has no property `{}`; it has `{}`", property,
                             fmt::join(properties_, "`, `")));
        return static_cast<std::uint32_t>(found - properties_.begin());
    }

    // Up to a space or a sign; at least one.
    std::string letters() {
        std::string word;
        while (at_ < text_.size() && !is_space(text_[at_]) && !is_sign(text_[at_])) {
            if (text_[at_] == '\\' && ++at_ == text_.size()) fail("There is nothing after `\\`");
            word += text_[at_++];
        }
        if (word.empty()) fail(fmt::format("There is a `{}` where a word may be", text_[at_]));
        return word;
    }

    WantedWords wanted(const std::string& text, std::optional<std::uint32_t> property) {
        WantedWords words;
        words.property = property ? property : property_;
        for (auto& word : breaker_.words(text))
            words.words.push_back({WantedWord::Kind::Exact, std::move(word), 0});
        return words;
    }

    WantedWords one_word(const std::string& text, std::optional<std::uint32_t> property) {
        auto words = wanted(text, property);
        if (accept('*')) {
            if (words.words.empty()) fail("There is a `*` without the beginning of a word");
            words.words.back().kind = WantedWord::Kind::Prefix;
        } else if (accept('~')) {
            if (words.words.size() != 1) fail("`~` stands after one word");
            words.words.back().kind = WantedWord::Kind::Similar;
            words.words.back().distance = distance();
        }
        return words;
    }

    std::size_t distance() {
        constexpr std::size_t most = 2;
        if (at_ == text_.size() || text_[at_] < '0' || text_[at_] > '9') return most;
        const auto given = number("`~`");
        if (given != 0 && given != 1 && given != 2) fail("`~` takes 0, 1 or 2");
        return static_cast<std::size_t>(given);
    }

    WantedWords phrase(std::optional<std::uint32_t> property) {
        std::string text;
        while (!accept('"')) {
            if (at_ < text_.size() && text_[at_] == '\\') ++at_;
            if (at_ == text_.size()) fail("A `\"` is not closed");
            text += text_[at_++];
        }
        if (at('~')) fail("`~` after a phrase cannot be used yet");
        return wanted(text, property);
    }

    double number(std::string_view sign) {
        double value = 0;
        const auto* begin = text_.data() + at_;
        const auto* end = text_.data() + text_.size();
        const auto [after, error] = std::from_chars(begin, end, value, std::chars_format::fixed);
        if (error != std::errc{} || !std::isfinite(value) || value < 0)
            fail(fmt::format("There is no number after {}", sign));
        at_ += static_cast<std::size_t>(after - begin);
        return value;
    }

    std::string_view text_;
    const std::vector<std::string>& properties_;
    std::optional<std::uint32_t> property_; // of the group around
    WordBreaker breaker_;
    std::size_t at_ = 0;
};

} // namespace

TextQuery parse_text_query(std::string_view text, const std::vector<std::string>& properties) {
    return Parser{text, properties}.parse();
}

} // namespace lintas
