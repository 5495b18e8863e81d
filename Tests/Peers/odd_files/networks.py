"""Networks of one's own: tables of nodes and edges."""

import os

from harness import BAD, HOME, MISSING, USAGE, case, put


def network(rows=4):
    nodes = "id,lon,lat\n" + "".join(f"n{i},{7 + i * 0.01},50\n" for i in range(rows))
    edges = "from,to,minutes\n" + "".join(f"n{i},n{i + 1},2\n" for i in range(rows - 1))
    return nodes, edges


def own_networks():
    nodes, edges = network()

    def net(name, how, exits, *says, n=nodes, e=edges, blame=None):
        a, b = put(f"n/{name}-nodes.csv", n), put(f"n/{name}-edges.csv", e)
        case(
            "n-" + name,
            how,
            ["--nodes", a, "--edges", b],
            exits,
            *says,
            blame=blame or (a.name if n is not nodes else b.name),
        )

    net("good", "as documented", {0})
    net("id-twice", "an id twice", BAD, "n1", n=nodes + "n1,7.5,50\n")
    net("unknown-ref", "an edge to a node that is not there", BAD, "n99", e=edges + "n1,n99,2\n")
    net(
        "nul",
        "NULs in an id",
        {0, 65},
        n=nodes.replace("n1", "n\0\0"),
        e=edges.replace("n1", "n\0\0"),
    )
    net("nul-number", "a NUL in a number", BAD, n=nodes.replace("7.01", "7.\x0001"))
    net("bom", "byte order marks", {0}, n="\ufeff" + nodes, e="\ufeff" + edges)
    net("semicolons", "semicolons", BAD, "semicolons", n=nodes.replace(",", ";"))
    net(
        "escape",
        "a header and an id that colour a terminal",
        BAD,
        n=nodes.replace("lon", "\x1b[31mlon"),
    )
    net("escape-value", "a value that colours a terminal", BAD, n=nodes + "n9,\x1b[31m7,50\n")
    net("escape-id", "an id that colours a terminal, twice", BAD, n=nodes + "\x1b[31m,7,50\n" * 2)
    net("tabs", "tabs", BAD, "tabs", n=nodes.replace(",", "\t"))
    net("long-line", "a line of 10 MB", BAD, n=nodes + "x" * 10_000_000)
    net("long-id", "an id of 10 MB", {0, 65}, n=nodes + "x" * 10_000_000 + ",7.5,50\n")
    net("long-value", "minutes of 10 MB", BAD, e=edges + "n1,n2," + "9" * 10_000_000 + "\n")
    net(
        "many-columns",
        "1,000,000 columns",
        BAD,
        n=",".join(f"c{i}" for i in range(1_000_000)) + "\n",
    )
    for title, value in (
        ("negative", "-3"),
        ("zero", "0"),
        ("1e300", "1e300"),
        ("nan", "nan"),
        ("inf", "inf"),
        ("word", "two"),
        ("comma", '"2,5"'),
        ("hex", "0x10"),
        ("empty", ""),
        ("blank", " "),
        ("formula", "=1+1"),
        ("arabic", "٢"),
    ):
        net(
            "minutes-" + title,
            f"minutes {value}",
            BAD,
            value.strip('" ')[:20],
            e=edges + f"n0,n2,{value}\n",
        )
    net("minutes-tiny", "minutes 1e-300", BAD, "1e-300", e=edges + "n0,n2,1e-300\n")
    for title, value in (
        ("200", "200"),
        ("nan", "nan"),
        ("hex", "0x7"),
        ("empty", ""),
        ("degrees", "7°30'"),
    ):
        net("lon-" + title, f"longitude {value}", BAD, value, n=nodes + f"n9,{value},50\n")
    net("no-lon", "no column lon", BAD, "lon", n=nodes.replace("lon", "x"))
    net(
        "column-twice",
        "two columns id",
        {0, 65},
        n="id,id,lon,lat\n" + "".join(f"n{i},n{i},{7 + i * 0.01},50\n" for i in range(4)),
    )
    net("no-minutes", "neither minutes nor km", BAD, "minutes", e="from,to\nn0,n1\n")
    net("km-alone", "km without class or speed", BAD, e="from,to,km\nn0,n1,3\n")
    net("km-negative", "km -1", BAD, "-1", e="from,to,km,speed\nn0,n1,-1,30\n")
    net(
        "class", "a class nobody knows", BAD, "boulevard", e="from,to,km,class\nn0,n1,3,boulevard\n"
    )
    net("speed", "1e9 km/h", BAD, "1e9", e="from,to,km,speed\nn0,n1,3,1e9\n")
    net("oneway", "oneway 2", BAD, "2", e="from,to,minutes,oneway\nn0,n1,3,2\n")
    net("loop", "an edge from a node to itself", {0, 65}, e=edges + "n1,n1,5\n")
    net("parallel", "an edge twice", {0}, e=edges + "n1,n2,5\n")
    net("empty-nodes", "no bytes", BAD, n="")
    net("empty-edges", "no bytes", BAD, e="")
    net("header-only", "a header and no edge", BAD, e="from,to,minutes\n")
    net("quote", "a quotation mark that is not closed", BAD, n=nodes + '"n9,7.5,50\n')
    net("fields", "a line with a field too many", BAD, n=nodes + "n9,7.5,50,1\n")
    net("utf16", "UTF-16", BAD, n=nodes.encode("utf-16"))
    net(
        "gbk",
        "ids in GBK",
        {0, 65},
        n=nodes.replace("n1", "长沙").encode("gbk"),
        e=edges.replace("n1", "长沙").encode("gbk"),
    )
    net(
        "mac",
        "lines that end in CR",
        {0, 65},
        n=nodes.replace("\n", "\r"),
        e=edges.replace("\n", "\r"),
    )
    net(
        "crlf",
        "lines that end in CRLF",
        {0},
        n=nodes.replace("\n", "\r\n"),
        e=edges.replace("\n", "\r\n"),
    )
    net("empty-id", "an id of no letters", {0, 65}, n=nodes + ",7.5,50\n")
    net(
        "routes",
        "70,000 route numbers",
        BAD,
        e="from,to,minutes,ref\n" + "".join(f"n0,n1,2,r{i}\n" for i in range(70_000)),
        blame="ref",
    )
    net(
        "antipodes",
        "an edge round half the Earth",
        {0, 65},
        n="id,lon,lat\nn0,-90,0\nn1,90,0\n",
        e="from,to,minutes\nn0,n1,600\n",
    )
    net(
        "one-place",
        "two nodes in one place",
        {0, 65},
        n="id,lon,lat\nn0,7,50\nn1,7,50\n",
        e="from,to,minutes\nn0,n1,6\n",
    )
    net(
        "poles",
        "nodes at both poles",
        {0, 65},
        n="id,lon,lat\nn0,0,-90\nn1,0,90\n",
        e="from,to,minutes\nn0,n1,600\n",
    )
    good = put("n/good-nodes.csv", nodes)
    case("n-nodes-alone", "nodes without edges", ["--nodes", good], USAGE, blame="--edges")
    case(
        "n-missing", "no such table", ["--nodes", good, "--edges", HOME / "in/n/none.csv"], MISSING
    )
    link = HOME / "in/n/zero.csv"
    link.symlink_to("/dev/zero")
    case("n-zero", "a link to /dev/zero", ["--nodes", good, "--edges", link], MISSING)
    os.mkfifo(HOME / "in/n/pipe.csv")
    case(
        "n-pipe",
        "a pipe that nobody writes to",
        ["--nodes", good, "--edges", HOME / "in/n/pipe.csv"],
        MISSING,
    )
    sparse = HOME / "in/n/sparse.csv"
    with open(sparse, "wb") as file:
        file.truncate(3 << 30)
    case("n-3gb", "3 GB of nothing", ["--nodes", good, "--edges", sparse], BAD)
