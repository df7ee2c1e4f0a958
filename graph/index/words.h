// The words of a text, as a full-text index keeps them: cut where Unicode breaks words (by
// dictionary in Thai, Lao, Khmer, Burmese, Chinese and Japanese), without regard to case, to
// accents on letters, and to how characters are composed. The only files here that call ICU.
//
// Invariant: a word that was folded folds to itself.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lintas {

// Cuts one text after the other. Not thread-safe.
class WordBreaker {
public:
    WordBreaker();
    ~WordBreaker();
    WordBreaker(WordBreaker&&) noexcept;
    WordBreaker& operator=(WordBreaker&&) noexcept;

    // The words in order, folded. Spaces and punctuation are none.
    std::vector<std::string> words(std::string_view text);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

std::string fold_word(std::string_view word);

} // namespace lintas
