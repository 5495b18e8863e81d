"""Damaged and odd inputs for `hinterland data import`, made here, and what each has to end with.

    /usr/bin/python3 Tests/Peers/odd_files HINTERLAND [FOLDER] [EXPRESSION-FOR-NAMES]

Needs Debian's python3-gdal and gdal-bin, and a root who may act as nobody. Files are made anew in
FOLDER (/tmp/odd_files), which is emptied first. Each case has a name, how its files were made, a
command, the exits that are right, and words that the sentence (or, where the import is right to go
on, its summary) has to hold. A command misses where

- it ends otherwise, by a signal, or not within 120 s, or takes over 2 GB;
- it fails with anything but one sentence on standard error that names the file;
- it fails and leaves a file, a part of one, or an older output changed;
- it goes on and `data show` does not open what it has made, or standard error holds more than what
  was written.

Ends with 1 where one misses. `log.txt` in FOLDER has what every command said.
"""

import re
import shutil
import sys

from harness import CASES, HOME, ONLY
from extracts import extracts
from judge import judge
from networks import own_networks
from outputs import outputs
from people import people
from profiles import profiles
from region_files import region_files
from regions import regions
from streets import streets
from tables import tables


def make():
    """The files of all cases."""
    if HOME.is_dir() and any(HOME.iterdir()) and not (HOME / "in/good.osm").is_file():
        sys.exit(f"{HOME} holds other files than these; name a folder that is empty or new.")
    shutil.rmtree(HOME, ignore_errors=True)
    HOME.mkdir(parents=True)
    HOME.chmod(0o777)
    for cases in (extracts, streets, outputs, own_networks):
        cases()
    for cases in (regions, region_files, people, tables, profiles):
        cases()
    locked = HOME / "out/locked"
    locked.mkdir(parents=True)
    locked.chmod(0o555)


def main():
    make()
    chosen = [each for each in CASES if re.search(ONLY, each.name)]
    missed = 0
    with open(HOME / "log.txt", "w", encoding="utf-8") as log:
        for number, each in enumerate(chosen):
            folder = HOME / "out" / str(number)
            folder.mkdir()
            folder.chmod(0o777)
            command, done, misses = judge(each, folder)
            missed += bool(misses)
            line = (
                f"{'MISS' if misses else 'ok  '} {each.name} ({each.how}): {done.exit}, "
                f"{done.seconds:.2f} s, {done.megabytes:.0f} MB"
            )
            print(line + "".join("\n       " + miss for miss in misses), flush=True)
            words = done.err.strip()
            if misses:
                print("       said: " + (words or "nothing")[:400], flush=True)
                print("       " + " ".join(command), flush=True)
            summary = "" if done.exit else "\n" + done.out[-1500:]
            print(line + "\n  " + words[:600] + summary, file=log, flush=True)
    print(f"{len(chosen)} inputs, {len(chosen) - missed} behaved, {missed} missed.")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
