#include "query/complete.h"

#include "query/completion_place.h"
#include "query/functions/aggregate.h"
#include "query/procedures/near_name.h"
#include "query/sampled_keys.h"
#include "query/syntax/keyword.h"
#include "query/syntax/print.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

namespace lintas::query {

namespace {

// Gathers what begins with the word, without regard to case.
class Candidates {
public:
    explicit Candidates(std::string_view word) : word_{word}, folded_{folded(word)} {}

    void add(std::string_view name, std::string shown) {
        if (folded(name).starts_with(folded_)) found_.push_back(std::move(shown));
    }
    void add(std::string_view name) { add(name, std::string{name}); }
    void add_names(const std::vector<std::string>& names) {
        for (const auto& name : names) add(name, syntax::print_name(name));
    }
    // In small letters for those who write so.
    void add_keywords() {
        const auto is_small =
            std::ranges::any_of(word_,
                                [](unsigned char letter) { return std::islower(letter) != 0; }) &&
            folded_ == word_;
        for (const auto keyword : syntax::keyword_names())
            add(keyword, is_small ? folded(keyword) : std::string{keyword});
    }
    void add_functions() {
        for (const auto* function : all_functions())
            add(function->name,
                with_parenthesis(function->name, function->parameters.list().size()));
        for (const auto& aggregate : all_aggregates())
            add(aggregate.name, with_parenthesis(aggregate.name, aggregate.arguments));
    }
    void add_procedures(const Procedures& procedures) {
        for (const auto& procedure : procedures.all())
            add(procedure->name, with_parenthesis(procedure->name, procedure->parameters.size()));
    }

    // Each once, by name from the `first`th on.
    std::vector<std::string> take(std::size_t first) {
        const auto rest = found_.begin() + static_cast<std::ptrdiff_t>(first);
        std::ranges::sort(rest, found_.end(), {}, [](const std::string& text) {
            return std::pair{folded(text), text};
        });
        found_.erase(std::unique(rest, found_.end()), found_.end());
        return std::move(found_);
    }
    std::size_t size() const { return found_.size(); }

private:
    static std::string with_parenthesis(std::string_view name, std::size_t parameters) {
        return std::string{name} + (parameters == 0 ? "()" : "(");
    }

    std::string_view word_;
    std::string folded_;
    std::vector<std::string> found_;
};

// Those that entities of the labels or types have; all where nothing is known of them.
std::vector<std::string> keys_of(const Snapshot& graph, const std::vector<std::string>& kinds) {
    std::set<std::string> keys;
    for (const auto& kind : kinds) {
        keys.merge(sampled_keys_of_label(graph, kind));
        keys.merge(sampled_keys_of_type(graph, kind));
    }
    return keys.empty() ? graph.symbols().keys.all()
                        : std::vector<std::string>{keys.begin(), keys.end()};
}

// `date.trun` begins a function, `n.na` a key; unless the text has a variable `date`. A word
// without a dot stands behind the dot of an expression.
void add_members(Candidates& candidates, std::string_view word, const CompletionPlace& place,
                 const Snapshot& graph) {
    const auto dot = word.rfind('.');
    const std::string head{word.substr(0, dot == word.npos ? 0 : dot + 1)};
    const auto is_variable =
        std::ranges::find(place.variables, word.substr(0, dot)) != place.variables.end();
    if (!head.empty() && !is_variable) candidates.add_functions();
    if (candidates.size() > 0) return;
    for (const auto& key : keys_of(graph, place.kinds))
        candidates.add(head + key, head + syntax::print_name(key));
}

void add_columns(Candidates& candidates, const Procedures& procedures, std::string_view name) {
    const auto procedure = procedures.find(name);
    if (procedure == nullptr) return;
    for (const auto& column : procedure->columns) candidates.add(column.name);
}

} // namespace

Completion complete(std::string_view text, const Snapshot& graph, const Procedures& procedures,
                    const Map& parameters) {
    const auto place = completion_place(text);
    const auto& symbols = graph.symbols();
    const auto word = text.substr(place.begin);
    Candidates candidates{word};
    std::size_t variables = 0;
    switch (place.expected) {
    case Expected::Nothing: break;
    case Expected::Anything:
        for (const auto& name : place.variables) candidates.add(name);
        variables = candidates.size();
        if (!word.empty() || variables == 0) candidates.add_keywords();
        if (!word.empty()) candidates.add_functions();
        break;
    case Expected::LabelOrType:
        candidates.add_names(symbols.types.all());
        candidates.add_names(symbols.labels.all());
        break;
    case Expected::Label: candidates.add_names(symbols.labels.all()); break;
    case Expected::RelationshipType: candidates.add_names(symbols.types.all()); break;
    case Expected::PropertyKey: candidates.add_names(keys_of(graph, place.kinds)); break;
    case Expected::Member: add_members(candidates, word, place, graph); break;
    case Expected::Procedure: candidates.add_procedures(procedures); break;
    case Expected::ProcedureColumn: add_columns(candidates, procedures, place.procedure); break;
    case Expected::Parameter:
        for (const auto& [name, value] : parameters) candidates.add("$" + name);
        break;
    }
    return {place.begin, candidates.take(variables)};
}

} // namespace lintas::query
