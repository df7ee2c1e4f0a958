#!/usr/bin/env bash
# The report's page in a browser: axe-core finds no fault of accessibility, nothing is wider than a
# narrow screen, and the PDF has the fonts that Khmer, Lao, Thai and Burmese need, and is the same
# twice. 77: there is no Chromium; axe-core needs the npm registry besides.
source "$(dirname "$0")/harness.sh"
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) ||
    skip "there is no Chromium"
axe_sha512=444de6750ecfdc54527bb7aa096a1e43f67d417aed9e24a3a75c148ede67442dd6229cf9ad20af7baa377ec676682a49b6b663499823c170284cee64e2d108d3
store=$work/demo.lintas
run generate "$work/world"
run load "$store" "csv=$work/world" --quiet
expect_code 0
run report "$store" --out "$work/report" --chromium "$browser"
expect_code 0
run report "$store" --out "$work/again" --chromium "$browser"
expect_code 0
cmp "$work/report/report.pdf" "$work/again/report.pdf" || fault "two PDFs of one store differ"
for font in Khmer Lao Thai Myanmar; do
    if [[ -n $(fc-list "Noto Sans $font" 2>/dev/null) ]]; then
        grep -aq "NotoSans$font" "$work/report/report.pdf" || fault "the PDF has no font for $font"
    fi
done

# look WIDTH FOLDER: the page after its scripts ran, at that width.
look() {
    "$browser" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run \
        --user-data-dir="$work/profile" --window-size="$1,900" --virtual-time-budget=60000 \
        --dump-dom "file://$2" 2>/dev/null
}

# The page with a script that writes what it found into the page's title.
with_script() {
    sed -e "/<\/body>/{
r $1
}" "$work/report/report.html" >"$2"
}

echo '<script>document.title = "WIDTH " + document.documentElement.scrollWidth;</script>' >"$work/width.js"
with_script "$work/width.js" "$work/width.html"
for width in 500 1280; do
    found=$(look $width "$work/width.html" | sed -n 's,.*<title>WIDTH \([0-9]*\)</title>.*,\1,p')
    [[ -n $found && $found -le $width ]] || fault "the page is ${found:-not} wide on a screen of $width"
done

# The checker from the npm registry is kept beside the program, as the outlines of the map are.
tools=$(dirname "$LINTAS")/report
if "$root/.ci/npm_package" "$tools" axe-core 4.10.2 "$axe_sha512" 2>"$work/err"; then
    {
        echo '<script>'
        cat "$tools/axe-core-4.10.2/axe.min.js"
        echo '</script><script>axe.run().then((found) => { document.title = "AXE " +
            found.violations.length + " of " + (found.passes.length + found.violations.length) + " " +
            found.violations.map((one) => one.id + ": " + one.nodes[0].html).join(" | "); });</script>'
    } >"$work/axe.js"
    with_script "$work/axe.js" "$work/axe.html"
    for width in 500 1280; do
        found=$(look $width "$work/axe.html" | sed -n 's,.*<title>AXE \(.*\)</title>.*,\1,p')
        [[ $found =~ ^0\ of\ [1-9] ]] ||
            fault "axe-core finds on a screen of $width: ${found:-nothing was said}"
    done
else
    echo "axe-core was not asked: $(<"$work/err")"
fi

finish
