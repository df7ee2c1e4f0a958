#include "query/procedures/procedure.h"

#include <algorithm>
#include <cctype>

namespace lintas::query {

namespace {

using Table = std::vector<Procedure> (*)();

constexpr Table tables[] = {database_procedures};

std::string folded(std::string_view name) {
    std::string text{name};
    std::ranges::transform(text, text.begin(), [](char letter) {
        return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    });
    return text;
}

// How many letters two names share from their beginnings and their ends.
std::size_t shared_letters(std::string_view left, std::string_view right) {
    const auto front = std::ranges::mismatch(left, right).in1 - left.begin();
    const auto rest = std::min(left.size(), right.size()) - static_cast<std::size_t>(front);
    std::size_t back = 0;
    while (back < rest && left[left.size() - 1 - back] == right[right.size() - 1 - back]) ++back;
    return static_cast<std::size_t>(front) + back;
}

} // namespace

Procedures::Procedures() { reset(); }

void Procedures::reset() {
    by_name_.clear();
    for (const auto table : tables)
        for (auto& procedure : table()) add(std::move(procedure));
}

void Procedures::add(Procedure procedure) {
    auto name = folded(procedure.name);
    by_name_.insert_or_assign(std::move(name),
                              std::make_shared<const Procedure>(std::move(procedure)));
}

ProcedurePointer Procedures::find(std::string_view name) const {
    const auto found = by_name_.find(folded(name));
    return found == by_name_.end() ? nullptr : found->second;
}

std::string Procedures::near(std::string_view name) const {
    constexpr std::size_t letters_that_may_differ = 3;
    const auto wanted = folded(name);
    for (const auto& [known, procedure] : by_name_)
        if (shared_letters(wanted, known) + letters_that_may_differ >=
            std::max(wanted.size(), known.size()))
            return procedure->name;
    return {};
}

std::vector<ProcedurePointer> Procedures::all() const {
    std::vector<ProcedurePointer> found;
    for (const auto& [name, procedure] : by_name_) found.push_back(procedure);
    return found;
}

} // namespace lintas::query
