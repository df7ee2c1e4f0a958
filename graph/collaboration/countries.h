// The countries of a graph and the regions that they belong to, with the days of membership.
//
// Invariant: countries are numbered from 0 in the order of their codes; membership is asked for a
// day, never assumed.
#pragma once

#include "graph/collaboration/dated.h"
#include "graph/collaboration/reader.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::collaboration {

using CountryNumber = std::uint32_t;
inline constexpr CountryNumber no_country = ~CountryNumber{0};

struct Membership {
    std::string region;
    Period period;
};

struct CountryFacts {
    NodeId node{};
    std::string iso2;
    std::string name;
    std::optional<double> latitude;
    std::optional<double> longitude;
    std::vector<Membership> memberships;
    std::vector<std::string> languages; // empty where the data does not say
    std::vector<std::string> borders;   // codes of the neighbouring countries, likewise
};

class Countries {
public:
    static Countries read(const Reader& reader);

    const std::vector<CountryFacts>& all() const { return all_; }
    const CountryFacts& operator[](CountryNumber number) const { return all_[number]; }
    std::size_t size() const { return all_.size(); }

    CountryNumber find(std::string_view iso2) const;
    CountryNumber find(NodeId node) const;
    bool is_region(std::string_view name) const;
    std::vector<std::string> regions() const;
    bool is_member(CountryNumber country, std::string_view region, Day day) const;
    // The members on a day; without one, those whose membership has not ended.
    std::vector<CountryNumber> members(std::string_view region, std::optional<Day> day) const;
    // The countries that a text means: a region's members or one country. Argument error for a name
    // that is neither.
    std::vector<CountryNumber> meant_by(const std::string& name, std::optional<Day> day) const;

private:
    std::vector<CountryFacts> all_;
    std::map<std::string, CountryNumber, std::less<>> by_code_;
    std::map<NodeId, CountryNumber> by_node_;
    std::map<std::string, std::string, std::less<>> regions_; // id or name -> id
};

// Along the great circle. Absent where a position is not known.
std::optional<double> kilometers(const CountryFacts& left, const CountryFacts& right);

} // namespace lintas::collaboration
