"""Travel profiles, and folders of tables."""

from harness import BAD, HOME, MISSING, case, noise, put
from town import GOOD


def profiles():
    town = put("town.osm", GOOD)

    def pro(name, how, path, exits, *says):
        case("y-" + name, how, ["--osm", town, "--profile", path], exits, *says)

    for name, how, text in (
        ("empty", "no bytes", ""),
        ("broken", "YAML that is none", "a: [1,\n b: }"),
        ("word", "a word", "fast"),
        ("nul", "NULs", "a: \0\0"),
        ("noise", "noise", noise(500)),
        (
            "laughs",
            "aliases of aliases",
            "a: &a [x,x,x,x,x,x,x,x,x]\n"
            + "".join(
                f"{b}: &{b} [{','.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefghi", "bcdefghij")
            ),
        ),
        ("deep", "100,000 brackets", "[" * 100_000),
    ):
        pro(name, how, put(f"y/{name}.yaml", text), BAD)
    pro("missing", "no such file", HOME / "in/y/none.yaml", MISSING)
    pro("folder", "a folder", HOME / "in/y", MISSING)
    (HOME / "in/y/tables").mkdir()
    case("y-tables", "a folder without tables", ["--tables", HOME / "in/y/tables"], {65, 66})
