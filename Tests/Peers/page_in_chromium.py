#!/usr/bin/env python3
"""Opens a page in headless Chromium, as a reader would, and says whether it is there.

    python3 page_in_chromium.py circle.html picture.png [--width 1400] [--height 1000]
        [--pdf circle.pdf] [--language zh|en] [--whole]

Fails on any error of the console, any request beside the page itself, an empty map or table, a
table that does not sort, a choice that changes nothing, or (in Chinese) names without Chinese
characters. Needs Debian's `chromium` and `fonts-noto-cjk`, and `playwright` 1.48.0 from PyPI.
"""

import argparse
import pathlib
import re
import sys

from playwright.sync_api import sync_playwright


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("page", type=pathlib.Path)
    parser.add_argument("picture", type=pathlib.Path)
    parser.add_argument("--width", type=int, default=1400)
    parser.add_argument("--height", type=int, default=1000)
    parser.add_argument("--pdf", type=pathlib.Path)
    parser.add_argument("--language", choices=["zh", "en"], default="zh")
    parser.add_argument("--whole", action="store_true", help="picture the whole page")
    return parser.parse_args()


def main():
    options = arguments()
    address = options.page.resolve().as_uri()
    wrong = []

    def check(holds, sentence):
        if not holds:
            wrong.append(sentence)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": options.width, "height": options.height})
        page.on(
            "console",
            lambda message: wrong.append(f"console: {message.text}")
            if message.type in ("error", "warning")
            else None,
        )
        page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
        page.on("dialog", lambda dialog: (wrong.append("a dialog opened"), dialog.dismiss()))
        page.on(
            "request",
            lambda request: wrong.append(f"request: {request.url[:200]}")
            if request.url != address and not request.url.startswith("data:")
            else None,
        )
        page.goto(address)
        try:
            page.wait_for_selector("html[data-ready=true]", timeout=20_000)
        except Exception as error:  # The console's words say more.
            wrong.append(f"never ready: {error}".splitlines()[0])
        root = page.locator("html")
        paths = page.locator("#map path").count()
        is_circle = page.locator("#coverage-table").count() > 0
        has_map = page.locator("#map").count() > 0
        table = "#coverage-table" if is_circle else "table.sortable"
        rows = page.locator(f"{table} tbody tr").count()
        check(paths >= 5 or not has_map, f"the map has only {paths} paths")
        check(rows >= 1, "the tables have no rows")
        if is_circle:
            check(page.locator("#circles tbody tr").count() >= 1, "the table of circles is empty")
        check(root.get_attribute("data-layers") == str(paths), "data-layers is not what is drawn")
        check(root.get_attribute("lang").startswith(options.language), "the wrong lang attribute")
        headless = page.locator("th:not([scope])").count()
        check(headless == 0, f"{headless} table heads have no scope")
        unnamed = page.evaluate(
            "() => [...document.querySelectorAll('button, input, select')].filter(e => !(e.labels"
            " && e.labels.length) && !e.textContent.trim() && !e.hidden).length"
        )
        check(unnamed == 0, f"{unnamed} controls have no name")
        labels = page.locator(".map-label").all_text_contents()
        check(len(labels) >= 1 or not has_map, "the map has no names")
        if options.language == "zh" and has_map:
            chinese = [label for label in labels if re.search(r"[\u4e00-\u9fff]", label)]
            check(chinese, "no name on the map is Chinese")
            font = page.evaluate("() => document.fonts.check('16px \"Noto Sans CJK SC\"')")
            check(font, "no Chinese font on this machine: the picture proves nothing")

        # Sorting, filtering and choosing do what they say.
        if not wrong and not is_circle:
            for radio in page.locator("input[name=variable]").all():
                radio.check()
                place = radio.get_attribute("value")
                shown = page.locator(f".variable[data-variable='{place}']").is_visible()
                check(shown, f"variable {place} shows no legend")
            for box in page.locator("input[name=layer]").all():
                box.uncheck()
                box.check()
            for number, one in enumerate(page.locator("table.sortable").all()):
                heads = one.locator("thead th")
                for place in range(heads.count()):
                    heads.nth(place).locator("button").click()
                    check(heads.nth(place).get_attribute("aria-sort"), f"table {number} sorts not")
            wide = page.evaluate("() => document.documentElement.scrollWidth > innerWidth")
            check(not wide, "the page is wider than the window")
            page.reload()
            page.wait_for_selector("html[data-ready=true]")
        if not wrong and is_circle:
            before = page.locator("#coverage-table tbody tr").first.text_content()
            page.locator("#coverage-table thead button").first.click()
            first = page.locator("#coverage-table thead th").first
            check(first.get_attribute("aria-sort") == "ascending", "names do not sort upwards")
            check(
                page.locator("#coverage-table thead th[aria-sort]").count() == 1,
                "not exactly one column is sorted",
            )
            page.locator("#coverage-table thead button").last.click()
            page.fill("#filter", "no such place")
            check(
                page.locator("#coverage-table tbody tr").count() == 0, "the filter filters nothing"
            )
            page.fill("#filter", "")
            for radio in page.locator("input[name=minutes]").all():
                radio.check(force=True)
                check(page.locator("#headline").text_content().strip(), "no headline")
            page.reload()
            page.wait_for_selector("html[data-ready=true]")
            after = page.locator("#coverage-table tbody tr").first.text_content()
            check(before == after, "the page opens differently the second time")
        page.evaluate("() => scrollTo(0, 0)")
        page.screenshot(path=options.picture, full_page=options.whole)
        if options.pdf:
            page.pdf(path=options.pdf, prefer_css_page_size=True, print_background=True)
        browser.close()

    for sentence in wrong:
        print(sentence, file=sys.stderr)
    if not wrong:
        print(f"{options.page}: {paths} paths, {rows} rows, {len(labels)} names")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
