#!/usr/bin/env python3
"""Prints the texts of a report that are neither marked as from its catalogue nor the store's own.

unmarked_text.py PAGE KNOWN: PAGE is a report in HTML or Markdown made with a catalogue whose texts
stand in ⟦ and ⟧, KNOWN a file of the store's texts, one a line.
"""
import html.parser
import re
import sys

PLAIN = {"CSV", "JSON", "SVG", "Cypher", "SHA", "lintas"}  # names of formats and of the program
SPOKEN = {"aria-label", "alt", "title"}


class Page(html.parser.HTMLParser):
    """Collects what is read out or shown, but for code."""

    def __init__(self):
        super().__init__()
        self.texts = []
        self.skipped = 0

    def handle_starttag(self, tag, attributes):
        self.texts += [value for name, value in attributes if name in SPOKEN and value]
        self.skipped += tag in ("style", "pre", "code")

    def handle_endtag(self, tag):
        self.skipped -= tag in ("style", "pre", "code")

    def handle_data(self, text):
        if not self.skipped:
            self.texts.append(text)


def texts_of(path):
    text = open(path, encoding="utf-8").read()
    if path.endswith(".html"):
        page = Page()
        page.feed(text)
        return page.texts
    text = re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)
    text = re.sub(r"`[^`]*`", "", text)
    text = re.sub(r"\[(?:[\w-]+)\]\([^)]*\)|\]\([^)]*\)", "", text)
    text = re.sub(r"\\(.)", r"\1", text).replace("&lt;", "<").replace("&amp;", "&")
    return [cell for line in text.splitlines() for cell in re.split(r" \| |^\| | \|$", line)]


def without_marked(text):
    """Marked texts may hold marked texts, and names of the store."""
    while True:
        left = re.sub("⟦[^⟦⟧]*⟧", " ", text)
        if left == text:
            return text
        text = left


def without_known(text, known, lengths):
    text = re.sub(r"\b[0-9a-f]{64}\b", "", text)  # a SHA-256
    left, at = "", 0
    while at < len(text):
        is_start = at == 0 or not text[at - 1].isalnum()
        for length in lengths if is_start else []:
            end = at + length
            if text[at:end] in known and not text[end : end + 1].isalnum():
                at = end
                break
        else:
            left += text[at]
            at += 1
    return left


def is_shortened(text, known):
    start = text.strip().rstrip("…")
    return text.strip().endswith("…") and any(one.startswith(start) for one in known)


def main():
    page, path = sys.argv[1:]
    known = {line.rstrip("\n") for line in open(path, encoding="utf-8")} - {""}
    known |= PLAIN
    lengths = sorted({len(one) for one in known}, reverse=True)
    found = set()
    for text in texts_of(page):
        text = " ".join(without_marked(text).split())
        if not is_shortened(text, known) and re.search(r"[^\W\d_]{2}", without_known(text, known, lengths)):
            found.add(text)
    print("\n".join(sorted(found)), end="")


main()
