// Gaps of cooperation, kinds A to I: what is missing, against what was to be expected, how sure
// that is, and what could be done.
//
// Invariant: a statistical kind (B, E, F, H) is a gap only through the gates of verdict.h; a
// structural one (A, C, D, G, I) needs the coverage gate alone. Gaps come by kind, the severest
// first.
#pragma once

#include "graph/algorithms/work.h"
#include "graph/collaboration/counted.h"
#include "graph/collaboration/coverage.h"
#include "graph/collaboration/specialisation.h"
#include "graph/collaboration/verdict.h"
#include "graph/value.h"

#include <optional>
#include <string>
#include <vector>

namespace lintas::collaboration {

struct Gap {
    char kind = 'A';
    Map subject;       // what is missing, by ids: {country: 'KH', partner: 'DE', topic: ...}
    std::string title; // the same as a sentence
    double observed = 0;
    std::optional<double> expected = {};
    std::optional<double> p = {};
    std::optional<double> q = {};
    Verdict verdict = Verdict::Unknown;
    double severity = 0;
    std::vector<std::uint32_t> evidence = {}; // events of the network
    List suggestion = {};                     // maps
};

struct GapOptions {
    std::string kinds = "ABCDEFGHI";
    std::vector<CountryNumber> countries; // those that a gap must touch, ascending
    std::vector<CountryNumber> against;   // the other side of ties, ascending
    bool has_country = false;             // were countries asked for?
    std::string region;                   // of kind G
    std::string other_region;
    Gates gates;
    double floor = 50;             // mentions of topics below which nobody is called specialised
    double least_outputs = 20;     // of kind E
    double least_gain = 0.3;       // of kind B: coverage gain of complements
    std::int32_t window = 3;       // years, of kind H
    double most_dependence = 0.5;  // of kind I
    double most_share = 0.8;       // of kind I
    std::size_t most_of_kind = 50; // rows
    std::size_t most_evidence = 5;

    bool operator==(const GapOptions&) const = default;
};

// What the gaps of all countries have in common; never changes once made.
struct GapBasis {
    std::shared_ptr<const Counted> countries;    // shared with other analyses, as the next
    std::shared_ptr<const Counted> institutions; // over the same events
    TopicCounts topics;
    Presence presence;
    Coverage coverage;
    Lists<std::uint32_t> about_topic; // of a topic: places in the projection of institutions
};

// What the kinds have in common, made once.
struct GapData {
    const Reader& reader;
    std::shared_ptr<const GapBasis> basis; // shared with other questions about the same events
    const algorithms::Work& work;
    const Projection& countries = basis->countries->projection;
    const Projection& institutions = basis->institutions->projection;
    const Counts& country_counts = basis->countries->counts;
    const Counts& institution_counts = basis->institutions->counts;
    const TopicCounts& topics = basis->topics;
    const Presence& presence = basis->presence;
    const Coverage& coverage = basis->coverage;

    const Network& network() const { return *countries.network; }
    const std::string& iso2(CountryNumber country) const {
        return network().countries[country].iso2;
    }
};

// The gaps of one statistical kind, which are judged together: q is over all that was tested, also
// what turned out to be no gap.
class TestedGaps {
public:
    // `is_known`: do those it is about pass the coverage gate?
    void add(Gap gap, bool is_known);
    // A test that found as much as expected, or more.
    void add_other(double p) { others_.push_back(p); }
    std::vector<Gap> judged(const Gates& gates);

private:
    std::vector<Gap> gaps_;
    std::vector<std::uint8_t> are_known_;
    std::vector<double> others_;
};

GapData gap_data(const Reader& reader, const ProjectionOptions& options, double floor,
                 const algorithms::Work& work);

// Shared by all who ask the same of the same data.
std::shared_ptr<const std::vector<Gap>> gaps(const GapData& data, const GapOptions& options);

// One a kind; each in a file of its own.
std::vector<Gap> orphan_challenges(const GapData& data, const GapOptions& options);         // A
std::vector<Gap> weak_pairs(const GapData& data, const GapOptions& options);                // B
std::vector<Gap> missing_ties(const GapData& data, const GapOptions& options);              // C
std::vector<Gap> structural_holes(const GapData& data, const GapOptions& options);          // D
std::vector<Gap> results_without_companies(const GapData& data, const GapOptions& options); // E
std::vector<Gap> absent_members(const GapData& data, const GapOptions& options);            // F
std::vector<Gap> regional_voids(const GapData& data, const GapOptions& options);            // G
std::vector<Gap> fading_ties(const GapData& data, const GapOptions& options);               // H
std::vector<Gap> dependences(const GapData& data, const GapOptions& options);               // I

// The verdict of a structural kind: a gap if what it is about is known well enough.
Verdict structural_verdict(const GapData& data, const GapOptions& options,
                           std::initializer_list<CountryNumber> countries);
bool is_asked_for(const GapOptions& options, CountryNumber country);
// The institutions of a country with most events about a topic, as suggestions.
List institutions_about(const GapData& data, CountryNumber country, std::uint32_t topic,
                        std::size_t most);

} // namespace lintas::collaboration
