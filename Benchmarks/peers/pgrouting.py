"""pgRouting in a PostgreSQL of its own: started in a folder, asked through its socket, stopped.

Debian: postgresql-15-pgrouting. The server runs as the user `postgres` when started by root, for
it refuses to be root.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import numpy as np


def programs():
    """The folder of PostgreSQL's server programs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        raise RuntimeError("no PostgreSQL on this machine (apt-get install postgresql-15-pgrouting)")
    version = found[-1].parts[-3]
    if not Path(f"/usr/share/postgresql/{version}/extension/pgrouting.control").exists():
        raise RuntimeError(f"PostgreSQL {version} has no pgRouting (postgresql-{version}-pgrouting)")
    return found[-1].parent


class Server:
    def __init__(self):
        self.bin = programs()
        self.folder = Path(tempfile.mkdtemp(prefix="pgrouting-"))
        self.prefix = []
        if os.geteuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            self.prefix = ["runuser", "-u", "postgres", "--"]

    def __enter__(self):
        try:
            self.run("initdb", "-D", self.folder / "data", "-A", "trust", "--no-sync")
            # Nothing is to survive: no flushing, and no port that could be taken.
            options = f"-k {self.folder} -c listen_addresses= -c fsync=off -c shared_buffers=512MB"
            self.run("pg_ctl", "-D", self.folder / "data", "-o", options, "-l",
                     self.folder / "log", "-w", "start")
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise
        return self

    def __exit__(self, *_):
        self.run("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, program, *arguments):
        done = subprocess.run([*self.prefix, self.bin / program, *map(str, arguments)],
                              stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, text=True, cwd="/")
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr.strip().splitlines()[-1]}")

    def sql(self, text):
        done = subprocess.run([*self.prefix, self.bin / "psql", "-h", self.folder, "-d", "postgres",
                               "-v", "ON_ERROR_STOP=1", "-Atq", "-F", ","],
                              input=text, capture_output=True, text=True, cwd="/")
        if done.returncode:
            raise RuntimeError(f"psql: {done.stderr.strip().splitlines()[-1]}")
        return done.stdout


def matrix(case, sources, targets, unreached):
    """Milliseconds by the clock of one matrix, the roads being in a table, and the matrix."""
    rows = "\n".join(f"{i}\t{t}\t{h}\t{w}" for i, (t, h, w) in enumerate(
        zip(case.tails.tolist(), case.heads.tolist(), case.weights.tolist())))
    with Server() as server:
        server.sql("CREATE EXTENSION pgrouting CASCADE;\n"
                   "CREATE TABLE roads (id bigint, source bigint, target bigint, cost float8);\n"
                   f"COPY roads FROM STDIN;\n{rows}\n\\.\nANALYZE roads;\n")
        start = time.perf_counter()
        answer = server.sql(
            # Sooner than the caller's patience, which would leave the server running.
            "SET statement_timeout = '120s'; "
            "SELECT start_vid, end_vid, agg_cost FROM pgr_dijkstraCost("
            "'SELECT id, source, target, cost FROM roads', "
            f"ARRAY{sources}::bigint[], ARRAY{targets}::bigint[], directed => true);\n")
        elapsed = (time.perf_counter() - start) * 1000
    places = {node: column for column, node in enumerate(targets)}
    lines = {node: row for row, node in enumerate(sources)}
    found = np.full((len(sources), len(targets)), float(unreached))
    for node, place in places.items():
        # A place to itself costs nothing, and is not among the rows.
        if node in lines:
            found[lines[node], place] = 0
    for line in answer.splitlines():
        source, target, cost = line.split(",")
        found[lines[int(source)], places[int(target)]] = float(cost)
    return elapsed, found
