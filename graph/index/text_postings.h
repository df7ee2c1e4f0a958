// An inverted index: which words stand where in which texts.
//
// Invariant: words are sorted and folded; the occurrences of a word are sorted by document, then by
// place. A document is what an entity's properties say, and its length is the number of its words.
// Never changes after it was built.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lintas {

// Where a word stands: the number of the property, then the number of the word in it.
struct TextPlace {
    std::uint32_t packed = 0;

    static constexpr std::uint32_t word_bits = 26;
    static constexpr std::uint32_t most_properties = 1u << (32 - word_bits);
    static constexpr std::uint32_t most_words = 1u << word_bits;

    std::uint32_t property() const { return packed >> word_bits; }
};

struct TextOccurrence {
    std::uint32_t document; // its number among the documents
    TextPlace place;
};

class TextPostings {
public:
    std::size_t documents() const { return entities_.size(); }
    std::uint64_t total_length() const { return total_length_; }
    std::uint32_t entity(std::uint32_t document) const { return entities_[document]; }
    std::uint32_t length(std::uint32_t document) const { return lengths_[document]; }
    // The document of an entity; documents() when it has none.
    std::size_t find_document(std::uint32_t entity) const;

    std::span<const std::string> words() const { return words_; }
    std::span<const TextOccurrence> occurrences(std::size_t word) const {
        return {occurrences_.data() + offsets_[word], offsets_[word + 1] - offsets_[word]};
    }

private:
    friend class TextPostingsBuilder;

    std::vector<std::uint32_t> entities_; // ascending
    std::vector<std::uint32_t> lengths_;
    std::uint64_t total_length_ = 0;
    std::vector<std::string> words_;
    std::vector<std::size_t> offsets_{0}; // of each word's occurrences
    std::vector<TextOccurrence> occurrences_;
};

class TextPostingsBuilder {
public:
    // Begins the document of an entity. A document without words is left out in the end.
    void begin(std::uint32_t entity);
    // Words of one of its properties, from left to right. Those behind the first 2^26 are left out.
    void add(std::uint32_t property, std::span<const std::string> words);
    // Between two texts of one property: no phrase reaches across.
    void add_gap();

    TextPostings finish();

private:
    struct Found {
        std::uint32_t word; // in the order of their first appearance
        std::uint32_t document;
        TextPlace place;
    };
    struct Document {
        std::uint32_t entity;
        std::uint32_t length;
    };

    void sort_documents(TextPostings& postings);
    void sort_words(TextPostings& postings);

    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::vector<Found> found_;
    std::vector<Document> documents_;
    std::uint32_t property_ = 0;
    std::uint32_t next_word_ = 0;
};

} // namespace lintas
