// May what was observed be called a gap? A low count is a gap only where enough was expected,
// chance does not explain it, and both sides are known well enough.
#pragma once

#include <optional>
#include <string_view>

namespace lintas::collaboration {

enum class Verdict { Gap, None, Unknown };

std::string_view name(Verdict verdict); // "gap", "none", "unknown"

// What the gates ask for; every threshold is a proposal, and an option.
struct Gates {
    double least_expected = 3; // Poisson: P(0) = 0.0498
    double most_p = 0.05;
    double most_q = 0.10;
    double least_coverage = 0.6;

    bool operator==(const Gates&) const = default;
};

struct Judged {
    Verdict verdict = Verdict::Unknown;
    std::string_view reason; // a sentence
};

struct Evidence {
    double observed = 0;
    double expected = 0;
    double p_low = 1;
    double q = 1;
    bool is_known = true; // do both sides pass the coverage gate?
};

Judged judge(const Evidence& evidence, const Gates& gates);

} // namespace lintas::collaboration
