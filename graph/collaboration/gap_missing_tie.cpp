// Kind C: institutions of two countries that have no tie although everything around them says so.
#include "graph/collaboration/gaps.h"
#include "graph/collaboration/tie_prediction.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::collaboration {

namespace {

// The institutions that both know, as those who could introduce them.
List introducers(const GapData& data, const TiePredictor& predictor, const LikelyTie& tie) {
    constexpr std::size_t most = 3;
    std::vector<std::uint32_t> both;
    std::ranges::set_intersection(predictor.neighbours(tie.left), predictor.neighbours(tie.right),
                                  std::back_inserter(both));
    std::ranges::stable_sort(both, std::ranges::greater{}, [&](std::uint32_t unit) {
        return data.institution_counts.pair(tie.left, unit).by_partner +
               data.institution_counts.pair(tie.right, unit).by_partner;
    });
    if (both.size() > most) both.resize(most);
    List list;
    for (const auto unit : both)
        list.emplace_back(Map{{"introducer", known_as(data.reader, data.institutions.units[unit])},
                              {"name", name_of(data.reader, data.institutions.units[unit])}});
    return list;
}

std::vector<std::uint32_t> units_of(const GapData& data,
                                    const std::vector<CountryNumber>& countries) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t unit = 0; unit < data.institutions.units.size(); ++unit)
        if (std::ranges::binary_search(countries, data.institutions.countries[unit]))
            found.push_back(unit);
    return found;
}

} // namespace

std::vector<Gap> missing_ties(const GapData& data, const GapOptions& options) {
    std::vector<Gap> found;
    const auto shared = tie_predictor(data.reader.snapshot(), data.basis->institutions);
    const auto& predictor = *shared;
    LikelyTieOptions wanted;
    wanted.units = units_of(data, options.countries);
    wanted.others.assign(data.institutions.units.size(), 0);
    for (const auto unit : units_of(data, options.against)) wanted.others[unit] = 1;
    wanted.most = options.most_of_kind;
    const auto ties = likely_ties(data.institutions, predictor, wanted, data.work);
    for (const auto& tie : ties) {
        const auto left = data.institutions.units[tie.left];
        const auto right = data.institutions.units[tie.right];
        Gap gap{
            'C',
            {{"institution", known_as(data.reader, left)},
             {"partner", known_as(data.reader, right)},
             {"countries", Value{List{Value{data.iso2(data.institutions.countries[tie.left])},
                                      Value{data.iso2(data.institutions.countries[tie.right])}}}}},
            fmt::format("{} and {} share partners and topics, and have no tie",
                        name_of(data.reader, left), name_of(data.reader, right))};
        for (std::size_t measure = 0; measure < measure_count; ++measure)
            gap.subject[std::string{name(static_cast<Measure>(measure))}] = tie.scores[measure];
        gap.subject["meanRank"] = tie.mean_rank;
        gap.severity = tie.scores[static_cast<std::size_t>(Measure::ResourceAllocation)];
        gap.verdict = structural_verdict(
            data, options,
            {data.institutions.countries[tie.left], data.institutions.countries[tie.right]});
        gap.suggestion = introducers(data, predictor, tie);
        found.push_back(std::move(gap));
    }
    return found;
}

} // namespace lintas::collaboration
