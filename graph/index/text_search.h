// Finds what a query of words asks for, best first, by BM25.
//
// Scores: idf * tf / (tf + 1.2 * (0.25 + 0.75 * length / average length)) for a word, with
// idf = ln(1 + (n - df + 0.5) / (df + 0.5)); n: documents, df: those with the word, tf: how often
// it stands in this one. (Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and
// Beyond, 2009.) Words that follow each other count as one word whose idf is the sum of theirs. Of
// several words that one prefix or one similar word stands for, the best counts; a similar word
// counts less the farther it is. Clauses add up.
#pragma once

#include "graph/index/full_text_index.h"
#include "graph/index/text_query.h"

#include <cstdint>
#include <vector>

namespace lintas {

struct TextHit {
    std::uint32_t entity;
    double score;
};

// By descending score, then by entity.
std::vector<TextHit> search_text(const TextParts& parts, const TextQuery& query);

} // namespace lintas
