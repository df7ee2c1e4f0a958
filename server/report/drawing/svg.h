// Writes a drawing as SVG: text that stands in an HTML page or in a file of its own.
//
// Invariant: the result is well-formed XML whatever the texts hold, carries role="img" with a title
// and a description, refers to nothing outside itself, and depends on nothing but what was added.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lintas::report {

// What a reader who does not see the drawing is told.
struct Caption {
    std::string id; // unique in the page; letters, digits and hyphens
    std::string title;
    std::string description;
    std::string language = "en"; // BCP 47
};

// Escapes what XML reserves, and leaves out the characters that XML does not allow.
std::string escape_xml(std::string_view text);
// With at most one decimal and no negative zero: "12", "12.5".
std::string coordinate(double value);

enum class Anchor { Start, Middle, End };

// Colors are hexadecimal, "#1a1a1a"; empty draws nothing.
struct Stroke {
    std::string_view color;
    double width = 1;
    std::string_view dashes = {};
    double opacity = 1;
};

struct Font {
    double size = 11;
    std::string_view color = "#1a1a1a";
    Anchor anchor = Anchor::Start;
    bool bold = false;
    double turned = 0; // degrees, around the text's own point
    std::string_view language = {};
};

class Svg {
public:
    Svg(const Caption& caption, double width, double height);

    void rectangle(double x, double y, double width, double height, std::string_view fill,
                   const Stroke& stroke = {});
    void circle(double x, double y, double radius, std::string_view fill,
                const Stroke& stroke = {});
    void line(double x1, double y1, double x2, double y2, const Stroke& stroke);
    // `data` is that of a path element; made with coordinate().
    void path(std::string_view data, std::string_view fill, const Stroke& stroke,
              double fill_opacity = 1);
    void text(double x, double y, std::string_view content, const Font& font = {});
    // Diagonal lines over what lies below.
    void hatch(double x, double y, double width, double height);
    // What follows, until the end, shows this text when pointed at.
    void begin_hint(std::string_view hint);
    void end_hint();

    std::string finish();

private:
    void stroke_attributes(const Stroke& stroke);

    std::string id_;
    std::string text_;
};

} // namespace lintas::report
