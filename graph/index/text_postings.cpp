#include "graph/index/text_postings.h"

#include <algorithm>
#include <numeric>

namespace lintas {

std::size_t TextPostings::find_document(std::uint32_t entity) const {
    const auto found = std::ranges::lower_bound(entities_, entity);
    if (found == entities_.end() || *found != entity) return documents();
    return static_cast<std::size_t>(found - entities_.begin());
}

void TextPostingsBuilder::begin(std::uint32_t entity) {
    documents_.push_back({entity, 0});
    property_ = 0;
    next_word_ = 0;
}

void TextPostingsBuilder::add_gap() {
    constexpr std::uint32_t gap = 100;
    next_word_ += gap;
}

void TextPostingsBuilder::add(std::uint32_t property, std::span<const std::string> words) {
    if (property != property_) next_word_ = 0;
    property_ = property;
    for (const auto& word : words) {
        if (next_word_ >= TextPlace::most_words) return;
        const auto next_number = static_cast<std::uint32_t>(numbers_.size());
        const auto number = numbers_.try_emplace(word, next_number).first->second;
        const TextPlace place{property << TextPlace::word_bits | next_word_++};
        found_.push_back({number, static_cast<std::uint32_t>(documents_.size() - 1), place});
        ++documents_.back().length;
    }
}

// Gives documents numbers in the order of their entities.
void TextPostingsBuilder::sort_documents(TextPostings& postings) {
    std::vector<std::uint32_t> order(documents_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::sort(order, {}, [this](std::uint32_t at) { return documents_[at].entity; });
    std::vector<std::uint32_t> number_of(documents_.size());
    for (const auto at : order) {
        const auto [entity, length] = documents_[at];
        if (length == 0) continue;
        number_of[at] = static_cast<std::uint32_t>(postings.entities_.size());
        postings.entities_.push_back(entity);
        postings.lengths_.push_back(length);
        postings.total_length_ += length;
    }
    for (auto& one : found_) one.document = number_of[one.document];
}

void TextPostingsBuilder::sort_words(TextPostings& postings) {
    postings.words_.reserve(numbers_.size());
    for (const auto& [word, number] : numbers_) postings.words_.push_back(word);
    std::ranges::sort(postings.words_);
    std::vector<std::uint32_t> number_of(numbers_.size());
    for (std::uint32_t at = 0; at < postings.words_.size(); ++at)
        number_of[numbers_.at(postings.words_[at])] = at;
    for (auto& one : found_) one.word = number_of[one.word];
}

TextPostings TextPostingsBuilder::finish() {
    TextPostings postings;
    sort_documents(postings);
    sort_words(postings);
    std::ranges::sort(found_, [](const Found& left, const Found& right) {
        if (left.word != right.word) return left.word < right.word;
        if (left.document != right.document) return left.document < right.document;
        return left.place.packed < right.place.packed;
    });
    postings.offsets_.assign(postings.words_.size() + 1, 0);
    postings.occurrences_.reserve(found_.size());
    for (const auto& [word, document, place] : found_) {
        ++postings.offsets_[word + 1];
        postings.occurrences_.push_back({document, place});
    }
    std::partial_sum(postings.offsets_.begin(), postings.offsets_.end(), postings.offsets_.begin());
    return postings;
}

} // namespace lintas
