#include "fuzz/token_splice.h"

#include "query/syntax/lexer.h"

#include <algorithm>
#include <random>
#include <vector>

namespace lintas::testing {

namespace {

using query::syntax::Token;

// Tokens [begin, end) of a query.
struct Run {
    std::size_t begin = 0;
    std::size_t end = 0;
};

class Tokens {
public:
    explicit Tokens(std::string_view text) : text_{text} {
        try {
            tokens_ = query::syntax::tokenize(text);
            tokens_.pop_back();
        } catch (const Error&) {
            tokens_.clear();
        }
    }

    std::size_t size() const { return tokens_.size(); }

    std::string text(Run run) const {
        std::string text;
        for (auto i = run.begin; i < run.end; ++i) {
            const auto span = tokens_[i].span;
            text.append(text_.substr(span.begin, span.end - span.begin)).push_back(' ');
        }
        return text;
    }

    // A few tokens from there on, or all up to the partner of a bracket.
    Run run_at(std::size_t begin, std::size_t length) const {
        const auto partner = tokens_[begin].partner;
        if (partner > begin) return {begin, partner + 1};
        return {begin, std::min(begin + length, size())};
    }

private:
    std::string_view text_;
    std::vector<Token> tokens_;
};

class Choice {
public:
    explicit Choice(std::uint32_t seed) : random_{seed} {}

    std::size_t below(std::size_t limit) { return random_() % limit; }
    Run run(const Tokens& tokens) {
        return tokens.run_at(below(tokens.size()), 1 + below(below(4) == 0 ? 12 : 3));
    }

private:
    std::mt19937 random_;
};

std::string replaced(const Tokens& tokens, Run run, const std::string& by) {
    return tokens.text({0, run.begin}) + by + tokens.text({run.end, tokens.size()});
}

std::string swapped(const Tokens& tokens, Run one, Run other) {
    if (one.begin > other.begin) std::swap(one, other);
    if (one.end > other.begin) return tokens.text({0, tokens.size()});
    return tokens.text({0, one.begin}) + tokens.text(other) + tokens.text({one.end, other.begin}) +
           tokens.text(one) + tokens.text({other.end, tokens.size()});
}

} // namespace

std::string changed_tokens(std::string_view query, std::uint32_t seed) {
    const Tokens tokens{query};
    if (tokens.size() == 0) return std::string{query};
    Choice choice{seed};
    const auto run = choice.run(tokens);
    switch (choice.below(4)) {
    case 0: return replaced(tokens, run, "");
    case 1: return replaced(tokens, run, tokens.text(run) + tokens.text(run));
    case 2: return swapped(tokens, run, choice.run(tokens));
    default: return replaced(tokens, run, tokens.text(choice.run(tokens)));
    }
}

std::string spliced_tokens(std::string_view query, std::string_view other, std::uint32_t seed) {
    const Tokens tokens{query};
    const Tokens donor{other};
    if (tokens.size() == 0 || donor.size() == 0) return std::string{query};
    Choice choice{seed};
    auto run = choice.run(tokens);
    if (choice.below(2) == 0) run.end = run.begin;
    return replaced(tokens, run, donor.text(choice.run(donor)));
}

} // namespace lintas::testing
