"""Runs a command with a PostgreSQL of its own: started on a socket in a temporary folder, ended after it.

    python tools/with_postgresql.py python -m pytest

Sets RIGHTDAY_DATABASE for the command; with --two-roles that is the app's role, which owns nothing, and
RIGHTDAY_DATABASE_OWNER its owner. --durable keeps fsync on, as an installation has it.
Needs PostgreSQL's server programs; as root it runs them as an ordinary user, for PostgreSQL refuses root.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def programs() -> Path:
    """The folder of initdb and pg_ctl: Debian hides them; the newest version is taken."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    if on_path is None:
        sys.exit("PostgreSQL's server programs are not installed (Debian: apt-get install postgresql).")
    return Path(on_path).resolve().parent


def databases(folder: Path, bin_: Path, *, two_roles: bool) -> dict[str, str]:
    """Makes the database; its addresses. The app's grants stand in template1, for databases made later too."""

    def sql(words: str, database: str) -> None:
        subprocess.run(
            [str(bin_ / "psql"), "-X", "-h", str(folder), "-U", "rightday", "-d", database, "-qc", words], check=True
        )

    if two_roles:
        sql("CREATE ROLE rightday_app LOGIN", "postgres")
        give = "ALTER DEFAULT PRIVILEGES FOR ROLE rightday IN SCHEMA public GRANT"
        for words in (
            "GRANT USAGE ON SCHEMA public TO rightday_app",
            f"{give} SELECT, INSERT, UPDATE, DELETE ON TABLES TO rightday_app",
            f"{give} USAGE ON SEQUENCES TO rightday_app",
        ):
            sql(words, "template1")
    sql("CREATE DATABASE rightday", "postgres")
    owner = f"postgresql://rightday@/rightday?host={folder}"
    if not two_roles:
        return {"RIGHTDAY_DATABASE": owner}
    app = f"postgresql://rightday_app@/rightday?host={folder}"
    return {"RIGHTDAY_DATABASE": app, "RIGHTDAY_DATABASE_OWNER": owner}


@contextmanager
def server(bin_: Path, *, durable: bool) -> Iterator[Path]:
    """A server on a socket in a folder of its own; both are gone afterwards, also after SIGTERM."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    folder = Path(tempfile.mkdtemp(prefix="rightday-pg-"))
    user = "postgres" if os.getuid() == 0 else None
    data = folder / "data"

    def as_server(program: str, *words: str, check: bool = True) -> None:
        prefix = ["runuser", "-u", user, "--"] if user else []
        command = [*prefix, str(bin_ / program), "-D", str(data), *words]
        subprocess.run(command, check=check, cwd=folder, stdout=subprocess.DEVNULL)

    try:
        if user:
            owner = pwd.getpwnam(user)
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        folder.chmod(0o755)
        as_server("initdb", "-U", "rightday", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        quick = "" if durable else "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        options = f"-k {folder} -c listen_addresses='' -c shared_buffers=512MB -c max_connections=60 {quick}"
        as_server("pg_ctl", "-l", str(folder / "log"), "-w", "-o", options, "start")
        yield folder
    finally:
        if (data / "postmaster.pid").exists():
            as_server("pg_ctl", "-m", "immediate", "stop", check=False)
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    flags = {word for word in sys.argv[1:] if word in {"--durable", "--two-roles"}}
    command = [word for word in sys.argv[1:] if word not in flags]
    if not command:
        sys.exit("Which command? python tools/with_postgresql.py python -m pytest")
    bin_ = programs()
    with server(bin_, durable="--durable" in flags) as folder:
        addresses = databases(folder, bin_, two_roles="--two-roles" in flags)
        return subprocess.run(command, env={**os.environ, **addresses}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
