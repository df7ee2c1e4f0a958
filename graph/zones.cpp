#include "graph/zones.h"

#include "graph/expect.h"
#include "graph/posix_zone.h"
#include "graph/temporal_calendar.h"
#include "graph/zone_merging.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <date/tz.h>
#include <fstream>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace lintas {

namespace {

// Where the library of date/tz.h finds the database on Linux, too.
constexpr const char* database_folder = "/usr/share/zoneinfo/";

constexpr auto unbounded = ZonePeriod::unbounded;

// The library bounds its first and last period by the years -32767 and 32767.
constexpr std::int64_t beyond_the_library = 900'000'000'000;

// Zones agree from here on, or they are not merged.
constexpr std::int64_t year_1970 = 0;
constexpr std::int64_t year_2037 = 2'114'380'800;

ZonePeriod listed_period(const date::time_zone& zone, std::int64_t instant) {
    const auto info = zone.get_info(date::sys_seconds{std::chrono::seconds{instant}});
    ZonePeriod period{info.begin.time_since_epoch().count(), info.end.time_since_epoch().count(),
                      static_cast<std::int32_t>(info.offset.count())};
    if (period.begin < -beyond_the_library) period.begin = -unbounded;
    if (period.end > beyond_the_library) period.end = unbounded;
    return period;
}

// The rule is the last line of a zone's file; the library does not read it.
std::optional<PosixZone> read_rule(const std::string& zone) {
    std::ifstream file{database_folder + zone, std::ios::binary};
    std::string last;
    for (std::string line; std::getline(file, line);) last = std::move(line);
    return parse_posix_zone(last);
}

// The period of a yearly rule, which began not before `since`.
ZonePeriod ruled_period(const PosixZone& rule, std::int64_t instant, std::int64_t since) {
    const auto year = civil_from_days(floor_divide(instant, seconds_per_day)).year;
    std::array<std::pair<std::int64_t, std::int32_t>, 6> changes;
    auto* change = changes.begin();
    for (const auto near : {year - 1, year, year + 1}) {
        const auto [begin, end] = posix_year(rule, near);
        *change++ = {begin, rule.summer->offset};
        *change++ = {end, rule.standard_offset};
    }
    std::ranges::sort(changes);
    const auto next = std::ranges::upper_bound(changes, instant, {},
                                               &std::pair<std::int64_t, std::int32_t>::first);
    expect(next != changes.begin() && next != changes.end(), "a rule changes twice a year");
    const auto [begin, offset] = *std::prev(next);
    return {std::max(begin, since), next->first, offset};
}

bool agree_since_1970(const date::time_zone& left, const date::time_zone& right) {
    for (auto instant = year_1970; instant < year_2037;) {
        const auto left_period = listed_period(left, instant);
        const auto right_period = listed_period(right, instant);
        if (left_period.offset != right_period.offset) return false;
        instant = std::min(left_period.end, right_period.end);
    }
    return true;
}

// Null where the database lacks it.
const date::time_zone* listed_zone(std::string_view name) {
    const auto& zones = date::get_tzdb().zones;
    const auto found = std::ranges::find(zones, name, &date::time_zone::name);
    return found == zones.end() ? nullptr : &*found;
}

// One name of the database; what is costly is read when the zone is first used.
class Zone {
public:
    explicit Zone(const date::time_zone& named) : named_{named} {}

    const std::string& name() const { return named_.name(); }

    ZonePeriod period(const MergedZones& merged, std::int64_t instant) const {
        std::call_once(read_, [&] { read(merged); });
        const auto listed = listed_period(*history_, instant);
        if (listed.end != unbounded || !rule_ || !rule_->summer) return listed;
        return ruled_period(*rule_, instant, listed.begin);
    }

private:
    void read(const MergedZones& merged) const {
        history_ = &named_;
        if (const auto found = merged.find(name()); found != merged.end()) {
            for (const auto& candidate : found->second) {
                const auto* zone = listed_zone(candidate);
                if (zone && agree_since_1970(named_, *zone)) history_ = zone;
            }
        }
        rule_ = read_rule(history_->name());
    }

    const date::time_zone& named_;
    mutable std::once_flag read_;
    mutable const date::time_zone* history_ = nullptr;
    mutable std::optional<PosixZone> rule_;
};

class Database {
public:
    Database() {
        std::ifstream zone_tab{std::string{database_folder} + "zone.tab"};
        std::ifstream zone1970_tab{std::string{database_folder} + "zone1970.tab"};
        if (zone_tab && zone1970_tab) merged_ = merged_zones(zone_tab, zone1970_tab);
        for (const auto& zone : date::get_tzdb().zones) {
            // The system's own clock, a link that no other machine understands.
            if (zone.name() != "localtime") zones_.push_back(std::make_unique<Zone>(zone));
        }
        std::ranges::sort(zones_, {}, [](const auto& zone) { return zone->name(); });
    }

    std::optional<ZoneId> find(std::string_view name) const {
        const auto found = std::ranges::lower_bound(
            zones_, name, {}, [](const auto& zone) { return std::string_view{zone->name()}; });
        if (found == zones_.end() || (*found)->name() != name) return {};
        return ZoneId{static_cast<std::uint16_t>(found - zones_.begin() + 1)};
    }

    const Zone& at(ZoneId id) const {
        const auto number = static_cast<std::size_t>(id);
        expect(number > 0 && number <= zones_.size(), "a zone comes from find_zone");
        return *zones_[number - 1];
    }

    ZonePeriod period(ZoneId id, std::int64_t instant) const {
        return at(id).period(merged_, instant);
    }

private:
    std::vector<std::unique_ptr<Zone>> zones_; // by name
    MergedZones merged_;
};

const Database& database() {
    static const Database database;
    return database;
}

bool holds(const ZonePeriod& period, std::int64_t instant) {
    return period.begin <= instant && instant < period.end;
}

} // namespace

std::optional<ZoneId> find_zone(std::string_view name) { return database().find(name); }

std::string_view zone_name(ZoneId zone) {
    return zone == ZoneId{} ? std::string_view{} : database().at(zone).name();
}

ZonePeriod zone_period(ZoneId zone, std::int64_t instant) {
    return database().period(zone, instant);
}

std::int32_t offset_at(ZoneId zone, std::int64_t instant) {
    return zone_period(zone, instant).offset;
}

ZonedInstant instant_of_local(ZoneId zone, std::int64_t local,
                              std::optional<std::int32_t> preferred) {
    // The instant sought lies in the period around this guess or in one beside it.
    const auto guess = zone_period(zone, local - offset_at(zone, local));
    std::vector<ZonePeriod> periods{guess};
    if (guess.begin > -unbounded) {
        periods.insert(periods.begin(), zone_period(zone, guess.begin - 1));
    }
    if (guess.end < unbounded) periods.push_back(zone_period(zone, guess.end));

    std::optional<ZonedInstant> first;
    const ZonePeriod* before_gap = &periods.front();
    for (const auto& period : periods) {
        const ZonedInstant instant{local - period.offset, period.offset};
        if (instant.seconds >= period.end) before_gap = &period;
        if (!holds(period, instant.seconds)) continue;
        if (!first || period.offset == preferred) first = instant;
    }
    if (first) return *first;
    // In a gap the offset before it makes an instant after it, where the clocks show the time plus
    // the length of the gap.
    const auto instant = local - before_gap->offset;
    return {instant, offset_at(zone, instant)};
}

} // namespace lintas
