"""A small town of streets as OSM XML: 12 x 12 junctions, 200 m apart, at 7 E 50 N."""

SIDE, WEST, SOUTH, STEP = 12, 7.0, 50.0, 0.002


def grid(shift=0, west=WEST, south=SOUTH):
    nodes = {
        shift + 1 + row * SIDE + column: (west + column * STEP, south + row * STEP)
        for row in range(SIDE)
        for column in range(SIDE)
    }
    ways = {}
    for row in range(SIDE):
        ways[shift + 1000 + row] = [shift + 1 + row * SIDE + column for column in range(SIDE)]
        ways[shift + 2000 + row] = [shift + 1 + column * SIDE + row for column in range(SIDE)]
    return nodes, ways


def tag_lines(tags):
    return "".join(f'<tag k="{key}" v="{value}"/>' for key, value in tags.items())


def osm(
    nodes=None, ways=None, extra="", head='<?xml version="1.0" encoding="UTF-8"?>\n', tags=None
):
    if nodes is None:
        nodes, ways = grid()
    text = [head, '<osm version="0.6">\n']
    for number, (x, y) in nodes.items():
        text.append(f'<node id="{number}" lat="{y}" lon="{x}"/>\n')
    first = True
    # Nodes first, ways after them: `extra` stands between.
    text.append(extra if extra.startswith("<node") else "")
    for number, references in ways.items():
        own = {"highway": "residential"} | (tags or {} if first else {})
        first = False
        text.append(
            f'<way id="{number}">'
            + "".join(f'<nd ref="{each}"/>' for each in references)
            + tag_lines(own)
            + "</way>\n"
        )
    text.append("" if extra.startswith("<node") else extra)
    text.append("</osm>\n")
    return "".join(text)


GOOD = osm()


def way(number, references, **tags):
    return (
        f'<way id="{number}">'
        + "".join(f'<nd ref="{each}"/>' for each in references)
        + tag_lines({"highway": "residential"} | tags)
        + "</way>\n"
    )
