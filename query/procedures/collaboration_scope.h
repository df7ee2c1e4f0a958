// What all procedures of collaboration share: the options that say what is counted, how people name
// units, and the map `about` that says under each answer what it is about.
#pragma once

#include "graph/collaboration/coverage.h"
#include "graph/collaboration/projection.h"
#include "graph/collaboration/reader.h"
#include "graph/collaboration/verdict.h"
#include "query/procedures/procedure.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::query {

// The shared options that `names` lists, then those of the procedure alone.
std::vector<Option> with_scope(std::initializer_list<std::string_view> names,
                               std::vector<Option> own);

// Shows what is for the tier that is asked for.
collaboration::Reader reader_in(const Options& options, const ProcedureContext& context);

// The options that say what is counted; those that the procedure does not have keep their defaults.
collaboration::ProjectionOptions projection_options(const Options& options,
                                                    const ProcedureContext& context);
collaboration::Gates gates(const Options& options);

// A text, or the text by which a node is known. Absent where the option is not given.
std::optional<std::string> text_of(const Options& options, const ProcedureContext& context,
                                   std::string_view name);

// An absent number is null.
Value optional_value(std::optional<double> number);
Value optional_value(std::optional<std::int64_t> number);
// A probability or an indicator that may be infinite: null then.
Value finite_value(double number);
Value texts_value(std::span<const std::string> texts);

// The numbers of countries that an option names: a region, a code, or a list of those; all where it
// is not given. In ascending order.
std::vector<collaboration::CountryNumber> countries_meant(const Options& options,
                                                          std::string_view name,
                                                          const collaboration::Network& network,
                                                          std::optional<collaboration::Day> day);

// The actor that a node or its id means. Argument error where there is none.
std::uint32_t actor_meant(const Options& options, std::string_view name,
                          const collaboration::Network& network,
                          const collaboration::Reader& reader);

// The units of a projection that lie in one of these countries.
std::vector<std::uint32_t> units_in(const collaboration::Projection& projection,
                                    std::span<const collaboration::CountryNumber> countries);

// The ids by which people know events of the network.
Value event_ids(const collaboration::Reader& reader, const collaboration::Network& network,
                std::span<const std::uint32_t> events);

struct About {
    std::string_view definition; // what the numbers are, a sentence without a full stop
    std::uint64_t total = 0;     // rows there are, of which perhaps not all are given
    bool truncated = false;
    Map more = {};
};

Value about(const collaboration::Projection& projection, const ProcedureContext& context,
            About about);

} // namespace lintas::query
