#include "loaders/cordis_counts.h"

namespace lintas::loaders {

void CordisCounts::report(SourceReport& report) const {
    const std::pair<const char*, std::uint64_t> all[] = {
        {"projects", projects.size()},
        {"participations", participations.size()},
        {"organisations", organisations.size()},
        {"organisations named", names},
        {"programme parts of projects", programme_parts},
        {"topics of projects", topics},
        {"rows that repeat a participation", repeated},
        {"organisation rows without a country", without_country},
        {"projects outside of all clusters", without_challenge},
    };
    for (const auto& [what, count] : all) {
        if (count > 0) report.counts.emplace_back(what, count);
    }
}

} // namespace lintas::loaders
