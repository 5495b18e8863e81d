"""Tables of figures: workbooks and CSV."""

from harness import BAD, HOME, MISSING, case, laughs, noise, put
from layers import layer
from town import GOOD
from workbooks import sheet, workbook


def tables():
    town, two = put("town.osm", GOOD), layer("t-two.gpkg")
    rows = [("code", "gdp"), ("430101", "12"), ("430102", "13")]
    book = workbook(sheet(rows))

    def tab(name, how, path, exits, *says):
        case("t-" + name, how, ["--osm", town, "--regions", two, "--table", path], exits, *says)

    tab("xlsx", "a workbook", put("t/good.xlsx", book), {0}, "gdp")
    for part in (10, len(book) // 2, len(book) - 10):
        tab(
            f"xlsx-cut-{part}",
            f"the first {part} of {len(book)} bytes",
            put(f"t/cut-{part}.xlsx", book[:part]),
            BAD,
        )
    tab(
        "xlsx-noise",
        "noise in the packed sheet",
        put("t/noise.xlsx", book.replace(book[-900:-860], b"\xaa" * 40)),
        {0, 65},
    )
    tab(
        "xlsx-text", "a CSV that ends in .xlsx", put("t/text.xlsx", "code,gdp\n430101,3\n"), {0, 65}
    )
    tab("xlsx-empty", "a sheet without rows", put("t/norows.xlsx", workbook(sheet([]))), BAD)
    tab(
        "xlsx-no-sheet",
        "no sheet",
        put(
            "t/nosheet.xlsx",
            workbook(
                sheet([]),
                {
                    "xl/workbook.xml": (
                        "<workbook"
                        ' xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
                    )
                },
            ),
        ),
        BAD,
    )
    tab(
        "xlsx-broken",
        "a sheet that breaks off",
        put("t/broken.xlsx", workbook(sheet(rows)[:-60])),
        BAD,
    )

    def spaces(file):
        text = sheet(rows)
        at = text.index("</sheetData>")
        file.write(text[:at].encode())
        for _ in range(1024):
            file.write(b" " * (1 << 20))
        file.write(text[at:].encode())

    def many(file):
        text = sheet(rows)
        at = text.index("</sheetData>")
        file.write(text[:at].encode())
        for number in range(4, 4_000_000, 1000):
            file.write(
                "".join(
                    f'<row r="{i}"><c r="A{i}"><v>{i}</v></c></row>'
                    for i in range(number, number + 1000)
                ).encode()
            )
        file.write(text[at:].encode())

    tab("xlsx-spaces", "a sheet of 1 GB of spaces", put("t/spaces.xlsx", workbook(spaces)), {0, 65})
    tab("xlsx-rows", "a sheet of 4 M rows", put("t/rows.xlsx", workbook(many)), BAD)
    tab(
        "xlsx-corner",
        "a cell in the last corner of a sheet",
        put(
            "t/corner.xlsx",
            workbook(sheet(rows, tail='<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
        ),
        {0, 65},
    )
    tab(
        "xlsx-beyond",
        "a cell beyond the last corner",
        put(
            "t/beyond.xlsx",
            workbook(
                sheet(rows, tail='<row r="99999999999"><c r="ZZZZZZ99999999999"><v>1</v></c></row>')
            ),
        ),
        {0, 65},
    )
    tab(
        "xlsx-laughs",
        "entities of entities",
        put("t/laughs.xlsx", workbook(sheet(rows + [("430103", "&j;")], head=laughs("x")))),
        BAD,
    )
    tab(
        "xlsx-outside",
        "an entity that is a file of the machine",
        put(
            "t/outside.xlsx",
            workbook(
                sheet(
                    [("code", "gdp", "&a;")] + [(*r, "1") for r in rows[1:]],
                    head="<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
                )
            ),
        ),
        {0, 65},
    )
    tab(
        "xlsx-locked",
        "a workbook under a password",
        put("t/locked.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)),
        BAD,
    )
    tab("ods-cut", "half an .ods", put("t/cut.ods", book[: len(book) // 2]), BAD)
    tab("xls-noise", "noise that ends in .xls", put("t/noise.xls", noise(2_000)), BAD)
    text = "code,gdp\n430101,12\n430102,13\n"
    for name, how, content, exits, *says in (
        ("twice", "a unit on two rows", text + "430101,14\n", BAD, "430101"),
        ("words", "no column of numbers", "code,gdp\n430101,a\n430102,b\n", BAD),
        ("no-code", "no column of codes", "x,gdp\n430101,1\n", BAD),
        ("none", "no unit of the layer", "code,gdp\n999999,1\n", BAD, "999999"),
        ("some", "a unit that is not there", text + "999999,1\n", {0}, "999999"),
        ("negative", "-1", text.replace("13", "-1"), BAD, "-1"),
        ("hex", "0x10", text.replace("13", "0x10"), BAD, "gdp"),
        ("1e300", "1e300 twice", text.replace("13", "1e300").replace("12", "1e308"), {0, 65}),
        ("1e400", "1e400", text.replace("13", "1e400"), {0, 65}),
        ("column-twice", "two columns gdp", "code,gdp,gdp\n430101,1,2\n430102,3,4\n", BAD, "gdp"),
        ("people", "a column called people", "code,people\n430101,1\n", BAD, "people"),
        ("utf16", "UTF-16", text.encode("utf-16"), BAD),
        ("gbk", "GBK", "名称,产值\n甲县,1\n乙县,2\n".encode("gbk"), {0}, "产值"),
        ("noise", "noise", bytes((i * 7919 + i // 7) % 256 for i in range(5_000)), BAD),
        ("nul", "a NUL in a number", text.replace("12", "1\x002"), BAD),
        ("semicolons", "semicolons", text.replace(",", ";"), BAD, "semicolons"),
        ("nothing", "n/a for nothing", text.replace("13", "n/a"), {0}, "gdp"),
        ("empty", "no bytes", "", BAD),
        ("header", "a header only", "code,gdp\n", BAD),
        ("long-cell", "a cell of 10 MB", text + "430103," + "9" * 10_000_000 + "\n", {0, 65}),
        ("long-line", "a line of 10 MB", text + "x" * 10_000_000, BAD),
        ("fields", "a line with a field too few", text + "430103\n", BAD),
        ("quote", "a quotation mark that is not closed", text + '"430103,1\n', BAD),
    ):
        tab(name, how, put(f"t/{name}.csv", content), exits, *says)
    tab("missing", "no such file", HOME / "in/t/is-none.csv", MISSING)
    tab("folder", "a folder", HOME / "in/t", MISSING)
