"""Runs a case and says what it misses."""

import os
import pathlib
import resource
import signal
import struct
import subprocess
import time
import typing

from harness import PROGRAM

SECONDS, MEGABYTES, LETTERS = 120, 2_000, 1_000
# Options whose value is a word, not a file that a sentence could name.
WORDS = ("--code-column", "--layer", "--population-unit")


class Run(typing.NamedTuple):
    """What came of a command."""

    exit: int
    out: str
    err: str
    seconds: float
    megabytes: float


def limits(user, room):
    def set_up():
        resource.setrlimit(resource.RLIMIT_AS, (12 << 30, 12 << 30))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if room:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        if user:
            os.setgroups([])
            os.setgid(user)
            os.setuid(user)
        os.nice(5)

    return set_up


def started(command, folder, user, room):
    """Exit, standard output, standard error; by pipes, for a full disk is about the output."""
    process = subprocess.Popen(
        ["timeout", "-k", "5", str(SECONDS), *command],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=limits(user, room),
        env=os.environ | ({"HOME": "/tmp"} if user else {}),
    )
    out, err = process.communicate()
    return process.returncode, out, err


def run(command, folder, user=None, room=None):
    """Runs a command in a child of its own, whose peak memory is then the command's."""
    began = time.monotonic()
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        code, out, err = started(command, folder, user, room)
        used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        with os.fdopen(write, "wb") as pipe:
            pipe.write(struct.pack("<idQ", code, used, len(out)) + out + err)
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        data = pipe.read()
    os.waitpid(child, 0)
    head = struct.calcsize("<idQ")
    code, used, size = struct.unpack_from("<idQ", data)
    out, err = (
        part.decode("utf-8", "replace") for part in (data[head : head + size], data[head + size :])
    )
    return Run(code, out, err, time.monotonic() - began, used)


def is_plain(text):
    """Whether a text holds nothing that steers a terminal."""
    return all(ord(letter) >= 32 or letter in "\n\t" for letter in text)


def refused(case, done):
    """What a sentence misses."""
    lines = [line for line in done.err.splitlines() if line.strip()]
    if len(lines) != 1 or not lines[0].startswith("hinterland: "):
        yield f"{len(lines)} lines on standard error, not one sentence"
    option, last = case.arguments[-2:]
    blame = case.blame or ("" if option in WORDS else pathlib.Path(last).name)
    if blame not in done.err:
        yield f"the sentence does not name {blame}"
    for words in case.says if done.exit in case.exits else ():
        if words not in done.err:
            yield f"the sentence does not say {words!r}"
    if len(done.err) > LETTERS:
        yield f"the sentence has {len(done.err)} letters"
    if not is_plain(done.err):
        yield "the sentence holds control characters"


def gone_on(case, done, output, folder):
    """What a summary and the file it tells of miss."""
    for words in case.says:
        if words not in done.out:
            yield f"the summary does not say {words!r}"
    if not is_plain(done.out):
        yield "the summary holds control characters"
    if len(done.err.splitlines()) != 1:
        yield "standard error holds more than what was written: " + done.err[:200]
    if output.is_file():
        shown = run([PROGRAM, "data", "show", str(output), "--lang", "en"], folder)
        if shown.exit:
            yield "`data show` does not open it: " + shown.err[:200]


def put_before(case, output):
    if case.old == "folder":
        output.mkdir()
    elif case.old == "null":
        output.symlink_to("/dev/null")
    elif case.old:
        output.write_bytes(case.old)


def names(folder):
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def judge(case, folder):
    """Lets a case run: the command, what came of it, and what it misses, as sentences."""
    output = pathlib.Path(os.path.normpath(folder / case.output))
    put_before(case, output)
    inputs = {
        path: path.read_bytes()
        for path in map(pathlib.Path, case.arguments)
        if path.is_file() and path.stat().st_size < 1 << 24
    }
    before = names(output.parent)
    command = [PROGRAM, "data", "import", *case.arguments, "--lang", "en", "-o", str(output)]
    done = run(command, folder, case.user, case.room)
    misses = []
    if done.exit == 124 or done.seconds > SECONDS:
        misses.append(f"hangs: not done in {SECONDS} s")
    elif done.exit < 0 or done.exit >= 128:
        misses.append(f"crashes with {done.exit}")
    elif done.exit not in case.exits:
        misses.append(f"ends with {done.exit}, expected {sorted(case.exits)}")
    if done.megabytes > MEGABYTES:
        misses.append(f"takes {done.megabytes:.0f} MB")
    if any(path.read_bytes() != content for path, content in inputs.items() if path.exists()):
        misses.append("an input has changed")
    left = names(output.parent) - before - (set() if done.exit else {output.name})
    if left:
        misses.append(f"leaves {sorted(left)}")
    if done.exit and isinstance(case.old, bytes) and output.read_bytes() != case.old:
        misses.append("the older output has changed")
    misses += refused(case, done) if done.exit else gone_on(case, done, output, folder)
    return command, done, misses
