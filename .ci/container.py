"""Walks the Dockerfile's build stage where no container engine runs: copies what COPY names, from what git knows, and
runs what RUN says, in an empty folder. Packages are not installed, and cargo checks instead of building a release.

Run as: python3 .ci/container.py, at the top of the repository. The exit code tells whether the stage holds.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

CARGO = """#!/bin/sh
# cargo build --release … is cargo check …
shift
for word; do
    shift
    [ "$word" = --release ] || set -- "$@" "$word"
done
exec "$REAL_CARGO" check "$@"
"""


def instructions(dockerfile):
    """The instructions, each on one line, without comments."""
    lines = [line for line in dockerfile.splitlines() if not line.lstrip().startswith("#")]
    joined = re.sub(r"\\\n", " ", "\n".join(lines))
    return [line.split(maxsplit=1) for line in joined.splitlines() if line.strip()]


def copy(sources, target, known, folder):
    """Copies the files under `sources` that git knows; each source must have one."""
    for source in sources:
        files = [name for name in known if name == source or name.startswith(source + "/")]
        if not files:
            sys.exit(f"Dockerfile: COPY {source}: there is no such file in the repository")
        for name in files:
            # A folder's content goes into the target, a file under its own name where the target is a folder.
            inside = os.path.relpath(name, source) if name != source else os.path.basename(name)
            to = folder / target / inside
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(name, to)


def main():
    known = subprocess.run(["git", "ls-files"], check=True, capture_output=True, text=True).stdout.splitlines()
    stages = 0
    with tempfile.TemporaryDirectory() as top:
        folder, tools = pathlib.Path(top, "build"), pathlib.Path(top, "tools")
        folder.mkdir()
        tools.mkdir()
        shim = tools / "cargo"
        shim.write_text(CARGO)
        shim.chmod(0o755)
        environment = os.environ | {"REAL_CARGO": shutil.which("cargo"), "PATH": f"{tools}:{os.environ['PATH']}"}
        for word, rest in instructions(pathlib.Path("Dockerfile").read_text()):
            stages += word == "FROM"
            if word == "COPY" and "--from" not in rest:
                *sources, target = rest.split()
                # The later stages only take what is there.
                copy(sources, target, known, folder if stages == 1 else pathlib.Path(top, "image"))
            elif word == "RUN" and stages == 1 and "apt-get" not in rest:
                print("RUN", rest, flush=True)
                subprocess.run(["sh", "-e", "-c", rest], check=True, cwd=folder, env=environment)


main()
