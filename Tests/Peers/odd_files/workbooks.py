"""Workbooks by hand, so that they may be wrong."""

import io
import zipfile

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def relation(kind, target):
    return (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{DOCUMENT}/{kind}" Target="{target}"/></Relationships>'
    )


def workbook(sheet, extra=None):
    """The bytes of a workbook with one sheet: text, or a function that writes it to a file."""
    files = {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
            '<Override PartName="/xl/worksheets/sheet1.xml" '
            f'ContentType="{TYPE}.worksheet+xml"/></Types>'
        ),
        "_rels/.rels": relation("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}"><sheets>'
            '<sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": relation("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": sheet,
    }
    files |= extra or {}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, text in files.items():
            if callable(text):
                with archive.open(each, "w", force_zip64=True) as file:
                    text(file)
            else:
                archive.writestr(each, text)
    return made.getvalue()


def sheet(rows, head="", tail=""):
    """The XML of a sheet of texts, with more before it and at its end."""
    cells = ""
    for number, row in enumerate(rows, 1):
        cells += (
            f'<row r="{number}">'
            + "".join(
                f'<c r="{chr(65 + i)}{number}" t="inlineStr"><is><t>{each}</t></is></c>'
                for i, each in enumerate(row)
            )
            + "</row>"
        )
    return f'{head}<worksheet xmlns="{MAIN}"><sheetData>{cells}{tail}</sheetData></worksheet>'
