#include "graph/collaboration/verdict.h"

namespace lintas::collaboration {

std::string_view name(Verdict verdict) {
    switch (verdict) {
    case Verdict::Gap: return "gap";
    case Verdict::None: return "none";
    case Verdict::Unknown: return "unknown";
    }
    return {};
}

Judged judge(const Evidence& evidence, const Gates& gates) {
    if (!evidence.is_known) return {Verdict::Unknown, "too little of a side's records is held"};
    // Nothing where nothing is expected tells as little as any other zero without power.
    if (evidence.observed > 0 && evidence.observed >= evidence.expected)
        return {Verdict::None, "as much as expected, or more"};
    if (evidence.expected < gates.least_expected)
        return {Verdict::Unknown, "too little is expected to tell a gap from chance"};
    if (evidence.p_low <= gates.most_p && evidence.q <= gates.most_q)
        return {Verdict::Gap, "less than expected, and chance does not explain it"};
    return {Verdict::None, "less than expected, but chance explains it"};
}

} // namespace lintas::collaboration
