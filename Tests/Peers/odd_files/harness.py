"""What a case is, and where its files are made.

The command line is read here, for every module makes files in its folder.
"""

import dataclasses
import pathlib
import random
import sys

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
HOME = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "/tmp/odd_files").resolve()
ONLY = sys.argv[3] if len(sys.argv) > 3 else ""
NOBODY = 65534
BAD, MISSING, USAGE = {65}, {66}, {64}
CASES = []


@dataclasses.dataclass
class Case:
    """A command, and what is right to come of it."""

    name: str
    how: str  # the files were made
    arguments: list
    exits: set
    says: tuple  # words of the sentence, or of the summary where it is right to go on
    blame: str | None = None  # what the sentence names if not the last file of the command
    user: int | None = None
    output: str = "x.hinterland"
    old: bytes | str | None = None  # an output that was there before: bytes, `folder` or `null`
    room: int | None = None  # bytes that a file may have


def case(name, how, arguments, exits, *says, **more):
    CASES.append(Case(name, how, [str(each) for each in arguments], set(exits), says, **more))


def osm_case(name, how, content, exits, *says, **more):
    case(name, how, ["--osm", put(name, content)], exits, *says, **more)


def put(name, content):
    """Writes a file."""
    path = HOME / "in" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def noise(count):
    """Bytes that mean nothing, the same ones each time."""
    return random.Random(2024).randbytes(count)


def laughs(root):
    """A document type whose entity `j` has 10 GB unfolded."""
    entities = "".join(
        f"<!ENTITY {b} '{('&' + a + ';') * 10}'>" for a, b in zip("abcdefghi", "bcdefghij")
    )
    return f"<!DOCTYPE {root} [<!ENTITY a 'aaaaaaaaaa'>{entities}]>"
