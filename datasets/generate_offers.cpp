#include "datasets/generate_parts.h"
#include "datasets/themes.h"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace lintas::datasets {

namespace {

// Offers swamp needs, as on real exchanges.
constexpr std::uint64_t technologies_of_scale = 400;
constexpr std::uint64_t needs_of_scale = 60;
constexpr std::uint64_t answers_of_scale = 120;

class Offers {
public:
    Offers(const GeneratedWorld& world, const GenerateOptions& options, GeneratedFiles& files)
        : world_{world}, random_{options.seed, 6}, files_{files} {
        for (const auto& challenge : challenges())
            if (challenge.reach == Reach::Crossing) open_.push_back(&challenge);
    }

    void write_technologies(std::uint64_t count) {
        auto& nodes =
            files_.nodes("Technology", "id:ID(Technology),title,trl:int,ipStatus,expires:date");
        auto& offers = files_.relationships("OFFERS", "Institution", "Technology");
        auto& about = files_.relationships("ABOUT", "Technology", "Topic", "score:float");
        auto& addresses = files_.relationships("ADDRESSES", "Technology", "Challenge");
        constexpr std::string_view status[] = {"patented", "patent pending", "open", "secret"};
        for (std::uint64_t number = 1; number <= count; ++number) {
            const auto& institution = random_.one_of(world_.institutions);
            const auto& topic = topics()[random_.one_of(institution.topics)];
            const auto id = fmt::format("T-{}", number);
            nodes.add({id, fmt::format("Synthetic technology {} for {}", number, topic.name),
                       std::to_string(random_.between(2, 9)), random_.one_of(status),
                       fmt::format("{}-12-31", random_.between(2025, 2032))});
            offers.add({institution_id(world_, institution), id});
            about.add({id, topic.code, "1.0"});
            if (const auto* challenge = challenge_about(topic.code))
                addresses.add({id, challenge->id});
        }
    }

    void write_needs(std::uint64_t count) {
        auto& nodes =
            files_.nodes("Need", "id:ID(Need),title,priority:float,opened:date,expires:date");
        auto& seeks = files_.relationships("SEEKS", "Company", "Need");
        auto& institution_seeks = files_.relationships("SEEKS", "Institution", "Need");
        auto& about = files_.relationships("ABOUT", "Need", "Topic", "score:float");
        for (std::uint64_t number = 1; number <= count; ++number) {
            const auto by_company = random_.chance(60);
            const auto& seeker =
                random_.one_of(by_company ? world_.companies : world_.institutions);
            const auto& topic = topics()[random_.one_of(seeker.topics)];
            const auto id = fmt::format("N-{}", number);
            nodes.add({id, fmt::format("Synthetic need {} in {}", number, topic.name),
                       fmt::format("0.{:02}", random_.between(10, 99)), "2025-03-01",
                       "2026-12-31"});
            if (by_company)
                seeks.add({company_id(world_, seeker), id});
            else
                institution_seeks.add({institution_id(world_, seeker), id});
            about.add({id, topic.code, "1.0"});
        }
    }

    // What became of introductions that were tried: mostly nothing, for the reasons people give.
    void write_feedback(std::uint64_t count) {
        auto& feedback = files_.relationships("MATCH_FEEDBACK", "Institution", "Institution",
                                              "accepted:boolean,reason,date:date");
        constexpr std::string_view reasons[] = {"too early", "benefit unclear",
                                                "commercial route unclear", "description unclear"};
        for (std::uint64_t number = 0; number < count; ++number) {
            const auto& seeker = random_.one_of(world_.institutions);
            const auto& other = random_.one_of(world_.institutions);
            const auto is_accepted = random_.chance(25);
            const auto reason = is_accepted ? std::string_view{} : random_.one_of(reasons);
            const auto month = random_.between(1, 12);
            if (seeker.country != other.country)
                feedback.add({institution_id(world_, seeker), institution_id(world_, other),
                              is_accepted ? "true" : "false", reason,
                              fmt::format("2025-{:02}-15", month)});
        }
    }

private:
    // A challenge that is worked on across borders already, so that gaps stay gaps.
    const Challenge* challenge_about(std::string_view code) const {
        for (const auto* challenge : open_)
            if (challenge->topics[0] == code || challenge->topics[1] == code) return challenge;
        return nullptr;
    }

    const GeneratedWorld& world_;
    Random random_;
    GeneratedFiles& files_;
    std::vector<const Challenge*> open_;
};

} // namespace

void generate_offers(const GeneratedWorld& world, const GenerateOptions& options,
                     GeneratedFiles& files) {
    Offers offers{world, options, files};
    offers.write_technologies(technologies_of_scale * options.scale);
    offers.write_needs(needs_of_scale * options.scale);
    offers.write_feedback(answers_of_scale * options.scale);
}

} // namespace lintas::datasets
