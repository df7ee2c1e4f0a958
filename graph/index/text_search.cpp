#include "graph/index/text_search.h"

#include "graph/index/similar_words.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace lintas {

namespace {

using Scores = std::map<std::uint32_t, double>; // by entity

// A word of one part that a wanted word stands for, and how much it counts.
struct Meant {
    std::size_t word;
    double weight;
};

// One of the parts: what was built, without what was touched since; or what was touched.
struct Part {
    const TextPostings& postings;
    const EntityNumbers* without;

    bool holds(std::uint32_t document) const {
        return without == nullptr ||
               !std::ranges::binary_search(*without, postings.entity(document));
    }
};

// A document that has what is wanted, and how often.
struct Hit {
    const Part* part;
    std::uint32_t document;
    double occurrences;
    double weight;
};

class Search {
public:
    explicit Search(const TextParts& parts) {
        parts_.push_back({*parts.built, parts.touched.empty() ? nullptr : &parts.touched});
        if (parts.changed) parts_.push_back({*parts.changed, nullptr});
        count(parts);
    }

    Scores find(const TextQuery& query) const {
        auto scores = std::visit(*this, query.form);
        for (auto& [entity, score] : scores) score *= query.weight;
        return scores;
    }

    Scores operator()(const WantedWords& wanted) const {
        if (wanted.words.empty()) return {};
        if (wanted.words.size() == 1) return word_scores(wanted);
        return phrase_scores(wanted);
    }

    Scores operator()(const WantedClauses& wanted) const {
        using enum Occurrence;
        Scores optional;
        std::optional<Scores> required;
        Scores forbidden;
        for (const auto& [occurrence, query] : wanted.clauses) {
            auto found = find(query);
            if (occurrence == Must)
                required = required ? intersection(*required, found) : std::move(found);
            else
                for (const auto& [entity, score] : found)
                    (occurrence == Should ? optional : forbidden)[entity] += score;
        }
        auto result = std::move(optional);
        if (required) {
            for (auto& [entity, score] : *required)
                if (const auto more = result.find(entity); more != result.end())
                    score += more->second;
            result = std::move(*required);
        }
        std::erase_if(result, [&](const auto& one) { return forbidden.contains(one.first); });
        return result;
    }

private:
    void count(const TextParts& parts) {
        std::uint64_t words = parts.built->total_length();
        documents_ = static_cast<double>(parts.built->documents());
        for (const auto entity : parts.touched) {
            const auto document = parts.built->find_document(entity);
            if (document == parts.built->documents()) continue;
            documents_ -= 1;
            words -= parts.built->length(static_cast<std::uint32_t>(document));
        }
        if (parts.changed) {
            documents_ += static_cast<double>(parts.changed->documents());
            words += parts.changed->total_length();
        }
        average_ = documents_ > 0 ? static_cast<double>(words) / documents_ : 1;
    }

    static Scores intersection(const Scores& left, const Scores& right) {
        Scores both;
        for (const auto& [entity, score] : left)
            if (const auto other = right.find(entity); other != right.end())
                both.emplace(entity, score + other->second);
        return both;
    }

    double idf(double documents) const {
        return std::log(1 + (documents_ - documents + 0.5) / (documents + 0.5));
    }
    double tf(const Hit& hit) const {
        constexpr auto saturation = 1.2;
        constexpr auto share_of_length = 0.75;
        const auto length = hit.part->postings.length(hit.document);
        const auto norm = saturation * (1 - share_of_length + share_of_length * length / average_);
        return hit.occurrences / (hit.occurrences + norm);
    }

    static std::vector<Meant> meant_by(const WantedWord& wanted, const TextPostings& postings) {
        const auto words = postings.words();
        const auto first =
            static_cast<std::size_t>(std::ranges::lower_bound(words, wanted.word) - words.begin());
        std::vector<Meant> meant;
        switch (wanted.kind) {
        case WantedWord::Kind::Exact:
            if (first < words.size() && words[first] == wanted.word) meant.push_back({first, 1});
            break;
        case WantedWord::Kind::Prefix:
            for (auto word = first; word < words.size() && words[word].starts_with(wanted.word);
                 ++word)
                meant.push_back({word, 1});
            break;
        case WantedWord::Kind::Similar: add_similar(wanted, words, meant); break;
        }
        return meant;
    }

    static void add_similar(const WantedWord& wanted, std::span<const std::string> words,
                            std::vector<Meant>& meant) {
        const auto points = code_points(wanted.word);
        for (std::size_t word = 0; word < words.size(); ++word) {
            const auto other = code_points(words[word]);
            const auto distance = distance_between(points, other, wanted.distance);
            if (!distance || *distance >= std::min(points.size(), other.size())) continue;
            const auto shorter = static_cast<double>(std::min(points.size(), other.size()));
            meant.push_back({word, 1 - static_cast<double>(*distance) / shorter});
        }
    }

    // One hit for each document that has the word, in the property.
    static void add_hits(const Part& part, const Meant& meant,
                         std::optional<std::uint32_t> property, std::vector<Hit>& out) {
        const auto begin = out.size();
        for (const auto& [document, place] : part.postings.occurrences(meant.word)) {
            if (property && place.property() != *property) continue;
            if (out.size() > begin && out.back().document == document) {
                out.back().occurrences += 1;
                continue;
            }
            if (part.holds(document)) out.push_back({&part, document, 1, meant.weight});
        }
    }

    // The words of a prefix are ranked each by how rare it is itself, over all parts.
    Scores word_scores(const WantedWords& wanted) const {
        std::map<std::string, std::vector<Hit>, std::less<>> hits_of;
        for (const auto& part : parts_)
            for (const auto& meant : meant_by(wanted.words[0], part.postings))
                add_hits(part, meant, wanted.property, hits_of[part.postings.words()[meant.word]]);
        Scores scores;
        for (const auto& [word, hits] : hits_of) {
            const auto rarity = idf(static_cast<double>(hits.size()));
            for (const auto& hit : hits) {
                auto& score = scores[hit.part->postings.entity(hit.document)];
                score = std::max(score, hit.weight * rarity * tf(hit));
            }
        }
        return scores;
    }

    // Where a word, or the beginning of a phrase up to a word, stands.
    using Places = std::map<std::uint32_t, std::vector<std::uint32_t>>; // by document

    static Places places_of(const Part& part, const WantedWord& wanted,
                            std::optional<std::uint32_t> property) {
        Places places;
        for (const auto& meant : meant_by(wanted, part.postings))
            for (const auto& [document, place] : part.postings.occurrences(meant.word))
                if ((!property || place.property() == *property) && part.holds(document))
                    places[document].push_back(place.packed);
        for (auto& [document, all] : places) std::ranges::sort(all);
        return places;
    }

    static void keep_followed(Places& so_far, const Places& next) {
        Places kept;
        for (const auto& [document, places] : so_far) {
            const auto found = next.find(document);
            if (found == next.end()) continue;
            std::vector<std::uint32_t> ends;
            for (const auto place : places)
                if (std::ranges::binary_search(found->second, place + 1)) ends.push_back(place + 1);
            if (!ends.empty()) kept.emplace(document, std::move(ends));
        }
        so_far = std::move(kept);
    }

    Scores phrase_scores(const WantedWords& wanted) const {
        std::vector<double> documents_with(wanted.words.size());
        std::vector<Hit> hits;
        for (const auto& part : parts_) {
            Places so_far;
            for (std::size_t word = 0; word < wanted.words.size(); ++word) {
                auto places = places_of(part, wanted.words[word], wanted.property);
                documents_with[word] += static_cast<double>(places.size());
                if (word == 0)
                    so_far = std::move(places);
                else
                    keep_followed(so_far, places);
            }
            for (const auto& [document, ends] : so_far)
                hits.push_back({&part, document, static_cast<double>(ends.size()), 1});
        }
        auto rarity = 0.0;
        for (const auto documents : documents_with) rarity += idf(documents);
        Scores scores;
        for (const auto& hit : hits)
            scores[hit.part->postings.entity(hit.document)] = rarity * tf(hit);
        return scores;
    }

    std::vector<Part> parts_;
    double documents_ = 0;
    double average_ = 1;
};

} // namespace

std::vector<TextHit> search_text(const TextParts& parts, const TextQuery& query) {
    std::vector<TextHit> hits;
    for (const auto& [entity, score] : Search{parts}.find(query)) hits.push_back({entity, score});
    std::ranges::sort(hits, [](const TextHit& left, const TextHit& right) {
        return left.score != right.score ? left.score > right.score : left.entity < right.entity;
    });
    return hits;
}

} // namespace lintas
