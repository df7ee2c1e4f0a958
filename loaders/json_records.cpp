#include "loaders/json_records.h"

#include "graph/error.h"

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <limits>
#include <vector>

namespace lintas::loaders {
namespace {

constexpr std::size_t deepest_json = 64;

// Builds a tree from RapidJSON's events. False stops the reading.
class TreeBuilder {
public:
    bool Null() { return add({}); }
    bool Bool(bool value) { return add(Json::Storage{value}); }
    bool Int(int value) { return add(Json::Storage{std::int64_t{value}}); }
    bool Uint(unsigned value) { return add(Json::Storage{std::int64_t{value}}); }
    bool Int64(std::int64_t value) { return add(Json::Storage{value}); }
    bool Uint64(std::uint64_t value) {
        if (value > std::uint64_t{std::numeric_limits<std::int64_t>::max()}) {
            return Double(static_cast<double>(value));
        }
        return Int64(static_cast<std::int64_t>(value));
    }
    bool Double(double value) { return add(Json::Storage{value}); }
    bool RawNumber(const char* text, rapidjson::SizeType size, bool) {
        return String(text, size, true);
    }
    bool String(const char* text, rapidjson::SizeType size, bool) {
        return add(Json::Storage{std::string{text, size}});
    }
    bool StartObject() { return open(); }
    bool Key(const char* text, rapidjson::SizeType size, bool) {
        levels_.back().names.emplace_back(text, size);
        return true;
    }
    bool EndObject(rapidjson::SizeType) {
        auto level = close();
        Json::Object members;
        members.reserve(level.values.size());
        for (std::size_t i = 0; i < level.values.size(); ++i) {
            members.emplace_back(std::move(level.names[i]), std::move(level.values[i]));
        }
        return add(Json::Storage{std::move(members)});
    }
    bool StartArray() { return open(); }
    bool EndArray(rapidjson::SizeType) { return add(Json::Storage{close().values}); }

    Json take() { return std::move(result_); }

private:
    struct Level {
        std::vector<std::string> names; // of an object's members
        std::vector<Json> values;
    };

    bool add(Json value) {
        if (levels_.empty()) {
            result_ = std::move(value);
        } else {
            levels_.back().values.push_back(std::move(value));
        }
        return true;
    }
    bool open() {
        if (levels_.size() == deepest_json) return false;
        levels_.emplace_back();
        return true;
    }
    Level close() {
        auto level = std::move(levels_.back());
        levels_.pop_back();
        return level;
    }

    std::vector<Level> levels_;
    Json result_;
};

} // namespace

// RapidJSON's input stream over a ByteStream; its end reads as a NUL character.
class JsonRecords::Text {
public:
    using Ch = char;

    explicit Text(std::unique_ptr<ByteStream> stream) : stream_{std::move(stream)} {
        buffer_.resize(std::size_t{1} << 16);
        fill();
        constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
        if (std::string_view{buffer_}.substr(0, size_).starts_with(byte_order_mark)) {
            at_ = byte_order_mark.size();
        }
    }

    char Peek() const { return at_ < size_ ? buffer_[at_] : '\0'; }
    char Take() {
        if (at_ == size_) return '\0';
        const char character = buffer_[at_++];
        if (at_ == size_) fill();
        return character;
    }
    std::size_t Tell() const { return before_ + at_; }
    bool is_at_end() const { return at_ == size_; }
    std::uint64_t position() const { return stream_->position(); }

    // For writing, which RapidJSON asks of every stream and never does here.
    void Put(char) {}
    void Flush() {}
    char* PutBegin() { return nullptr; }
    std::size_t PutEnd(char*) { return 0; }

private:
    void fill() {
        before_ += size_;
        at_ = 0;
        size_ = stream_->read(buffer_.data(), buffer_.size());
    }

    std::unique_ptr<ByteStream> stream_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::size_t size_ = 0;
    std::size_t before_ = 0;
};

JsonRecords::JsonRecords(std::unique_ptr<ByteStream> stream, std::string name)
    : text_{std::make_unique<Text>(std::move(stream))}, name_{std::move(name)} {}

JsonRecords::~JsonRecords() = default;

std::uint64_t JsonRecords::position() const { return text_->position(); }

bool JsonRecords::next(Json& record) {
    if (!(begun_ ? find_record() : begin())) return false;
    ++count_;
    TreeBuilder builder;
    rapidjson::Reader reader;
    constexpr unsigned flags = rapidjson::kParseStopWhenDoneFlag | rapidjson::kParseIterativeFlag |
                               rapidjson::kParseValidateEncodingFlag;
    const auto result = reader.Parse<flags>(*text_, builder);
    if (result.Code() == rapidjson::kParseErrorTermination) {
        fail(fmt::format("nested deeper than {} levels", deepest_json));
    }
    if (result.IsError()) {
        fail(text_->is_at_end() ? "the text ends in the middle"
                                : rapidjson::GetParseError_En(result.Code()));
    }
    record = builder.take();
    return true;
}

bool JsonRecords::begin() {
    begun_ = true;
    rapidjson::SkipWhitespace(*text_);
    if (text_->is_at_end()) fail("the file is empty");
    in_array_ = text_->Peek() == '[';
    if (!in_array_) return true;
    text_->Take();
    rapidjson::SkipWhitespace(*text_);
    if (text_->Peek() != ']') return true;
    return find_record();
}

bool JsonRecords::find_record() {
    rapidjson::SkipWhitespace(*text_);
    if (!in_array_) return !text_->is_at_end();
    if (text_->is_at_end()) fail("the text ends in the middle of the list of records");
    const char character = text_->Take();
    if (character == ',') {
        rapidjson::SkipWhitespace(*text_);
        return true;
    }
    if (character != ']') fail("`,` or `]` is expected between records");
    rapidjson::SkipWhitespace(*text_);
    if (!text_->is_at_end()) fail("text follows the list of records");
    return false;
}

void JsonRecords::fail(std::string_view what) const {
    throw Error{ErrorCode::Input, fmt::format("`{}` is not whole JSON: record {}, byte {}: {}",
                                              name_, count_, text_->Tell(), what)};
}

} // namespace lintas::loaders
