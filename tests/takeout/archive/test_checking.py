from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from rightday.takeout.archive import checking
from rightday.takeout.archive.rules import Refused
from tests.takeout.archive.helpers import ROOM, changed

Change = Callable[[dict[str, bytes]], None]


def refused(path: Path, room: int = ROOM) -> str:
    with path.open("rb") as file, pytest.raises(Refused) as found:
        checking.opened(file, schema="9999", room=room)
    return str(found.value)


def test_a_whole_one_is_opened_and_says_how_far(archived: Path):
    seen: list[tuple[int, int]] = []
    with archived.open("rb") as file:
        found = checking.opened(file, schema="9999", room=ROOM, progress=lambda done, of: seen.append((done, of)))
        part = next(part for part in found.contents.tables if part.path == "tables/Member.jsonl")
        assert [row["name"] for row in found.lines(part)][:3] == ["Sam Whitlock", "Priya Nair", "Jo Lindqvist"]
    assert seen[-1][0] == seen[-1][1]


@pytest.mark.parametrize("content", [b"", b"Dear Sam", b"PK\x03\x04"])
def test_no_zip(content: bytes, tmp_path: Path):
    (tmp_path / "a.zip").write_bytes(content)
    assert refused(tmp_path / "a.zip").startswith("This is no archive of Rightday: it is no zip file")


def test_another_zip(tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr("backup.json", "{}")
    assert refused(tmp_path / "a.zip").startswith("This is no archive of Rightday.")


def test_cut_off(archived: Path):
    whole = archived.read_bytes()
    archived.write_bytes(whole[: len(whole) // 2])
    assert "Was it copied whole?" in refused(archived)


def test_a_bit_that_fell_over(archived: Path):
    whole = bytearray(archived.read_bytes())
    with zipfile.ZipFile(io.BytesIO(whole)) as pack:
        place = pack.getinfo("tables/Event.jsonl")
    whole[place.header_offset + 30 + len(place.filename) + place.compress_size // 2] ^= 4
    archived.write_bytes(whole)
    assert "damaged" in refused(archived) or "checksum" in refused(archived)


def test_a_locked_one(archived: Path):
    whole = bytearray(archived.read_bytes())
    at = whole.find(b"PK\x01\x02")
    while at >= 0:
        whole[at + 8] |= 1
        at = whole.find(b"PK\x01\x02", at + 4)
    archived.write_bytes(whole)
    assert "locked with a password" in refused(archived)


def drop(parts: dict[str, bytes]) -> None:
    del parts["tables/Event.jsonl"]


def more(parts: dict[str, bytes]) -> None:
    parts["../evil"] = b"x"


def other(parts: dict[str, bytes]) -> None:
    parts["tables/Event.jsonl"] = parts["tables/Event.jsonl"].replace(b"Sam", b"Pam")


def longer(parts: dict[str, bytes]) -> None:
    parts["tables/Event.jsonl"] += b"{}\n" * 1_000_000


def no_list(parts: dict[str, bytes]) -> None:
    parts["archive.json"] = b"{"


def deep_list(parts: dict[str, bytes]) -> None:
    parts["archive.json"] = b"[" * 100_000


def fewer_rows(parts: dict[str, bytes]) -> None:
    said = json.loads(parts["archive.json"])
    said["tables"][0]["rows"] += 1
    parts["archive.json"] = json.dumps(said).encode()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (drop, "tables/Event.jsonl is missing"), (more, "files that its list does not name"),
        (other, "its checksum differs"), (longer, "its checksum differs"), (no_list, "list of contents"),
        (deep_list, "list of contents"), (fewer_rows, "its checksum differs"),
    ],
)  # fmt: skip
def test_a_changed_one(change: Change, words: str, archived: Path, tmp_path: Path):
    assert words in refused(changed(archived, tmp_path / "wrong.zip", change))


def test_a_list_without_end(archived: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(checking, "_LONGEST_LIST", 10)
    assert "too long" in refused(archived)


def test_no_room(archived: Path):
    assert "the disk has 0 MB left" in refused(archived, room=10)


def test_a_line_that_is_no_row(archived: Path, tmp_path: Path):
    def line(parts: dict[str, bytes]) -> None:
        body = b"[1]\n" + parts["tables/Member.jsonl"].split(b"\n", 1)[1]
        parts["tables/Member.jsonl"] = body
        said = json.loads(parts["archive.json"])
        for part in said["tables"]:
            if part["path"] == "tables/Member.jsonl":
                part |= {"size": len(body), "sha256": hashlib.sha256(body).hexdigest()}
        parts["archive.json"] = json.dumps(said).encode()

    with changed(archived, tmp_path / "wrong.zip", line).open("rb") as file:
        found = checking.opened(file, schema="9999", room=ROOM)
        part = next(part for part in found.contents.tables if part.path == "tables/Member.jsonl")
        with pytest.raises(Refused, match=r"tables/Member.jsonl, line 1, is no row"):
            list(found.lines(part))
