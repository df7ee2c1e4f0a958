#include "graph/posix_zone.h"

#include "graph/temporal_calendar.h"

namespace lintas {

namespace {

bool is_digit(char character) { return character >= '0' && character <= '9'; }

bool is_letter(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

// Reads the text from left to right; a part that is missing or malformed leaves `failed` set.
class ZoneReader {
public:
    explicit ZoneReader(std::string_view text) : rest_{text} {}

    std::optional<PosixZone> zone() {
        PosixZone zone;
        name();
        zone.standard_offset = -offset();
        if (!failed_ && !rest_.empty()) zone.summer = summer(zone.standard_offset);
        if (failed_ || !rest_.empty()) return {};
        return zone;
    }

private:
    PosixZone::Summer summer(std::int32_t standard_offset) {
        PosixZone::Summer summer;
        name();
        summer.offset = next_is(',') ? standard_offset + 3600 : -offset();
        expect_character(',');
        summer.begin = change();
        expect_character(',');
        summer.end = change();
        return summer;
    }

    PosixChange change() {
        PosixChange change;
        if (skip('M')) {
            change.month = number(1, 12);
            expect_character('.');
            change.week = number(1, 5);
            expect_character('.');
            change.day = number(0, 6);
        } else if (skip('J')) {
            change.kind = PosixChange::Kind::JulianDay;
            change.day = number(1, 365);
        } else {
            change.kind = PosixChange::Kind::OrdinalDay;
            change.day = number(0, 365);
        }
        if (skip('/')) change.seconds = offset();
        return change;
    }

    // [+-]h[:mm[:ss]] in seconds.
    std::int32_t offset() {
        const bool negative = skip('-');
        if (!negative) skip('+');
        auto seconds = number(0, 167) * 3600;
        if (skip(':')) seconds += number(0, 59) * 60;
        if (skip(':')) seconds += number(0, 59);
        return negative ? -seconds : seconds;
    }

    // Three letters or more, or anything in <>.
    void name() {
        if (skip('<')) {
            const auto end = rest_.find('>');
            failed_ = failed_ || end == std::string_view::npos;
            rest_.remove_prefix(failed_ ? rest_.size() : end + 1);
            return;
        }
        std::size_t length = 0;
        while (length < rest_.size() && is_letter(rest_[length])) ++length;
        failed_ = failed_ || length < 3;
        rest_.remove_prefix(length);
    }

    int number(int least, int greatest) {
        failed_ = failed_ || rest_.empty() || !is_digit(rest_.front());
        int value = 0;
        while (!rest_.empty() && is_digit(rest_.front()) && value <= greatest) {
            value = value * 10 + (rest_.front() - '0');
            rest_.remove_prefix(1);
        }
        failed_ = failed_ || value < least || value > greatest;
        return value;
    }

    bool next_is(char character) const { return !rest_.empty() && rest_.front() == character; }

    bool skip(char character) {
        if (!next_is(character)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    void expect_character(char character) { failed_ = !skip(character) || failed_; }

    std::string_view rest_;
    bool failed_ = false;
};

std::int64_t day_of(const PosixChange& change, std::int64_t year) {
    const auto first_of_year = days_from_civil({year, 1, 1});
    switch (change.kind) {
    case PosixChange::Kind::JulianDay:
        return first_of_year + change.day - 1 + (is_leap_year(year) && change.day >= 60 ? 1 : 0);
    case PosixChange::Kind::OrdinalDay: return first_of_year + change.day;
    case PosixChange::Kind::MonthWeekday: break;
    }
    const auto first = days_from_civil({year, change.month, 1});
    const auto to_weekday = floor_rest(change.day - weekday(first), 7);
    const auto day = to_weekday + std::int64_t{change.week - 1} * 7;
    return first + (day < days_in_month(year, change.month) ? day : day - 7);
}

} // namespace

std::optional<PosixZone> parse_posix_zone(std::string_view text) { return ZoneReader{text}.zone(); }

PosixYear posix_year(const PosixZone& zone, std::int64_t year) {
    const auto& summer = *zone.summer;
    const auto begin = day_of(summer.begin, year) * seconds_per_day + summer.begin.seconds;
    const auto end = day_of(summer.end, year) * seconds_per_day + summer.end.seconds;
    return {begin - zone.standard_offset, end - summer.offset};
}

} // namespace lintas
