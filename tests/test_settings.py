"""What is read from the environment, and what is said of a value that is none."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rightday import settings

SHOW = """
import json
from rightday import settings
print(json.dumps({name: getattr(settings, name) for name in %r}))
"""


def read(folder: Path, *names: str, **environment: str) -> dict[str, Any]:
    """Those settings as an installation in this folder has them, with these variables alone."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("RIGHTDAY_", "PORT"))}
    done = subprocess.run(
        [sys.executable, "-c", SHOW % (names,)], env={**kept, "RIGHTDAY_DATA": str(folder), **environment},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(done.stdout)


@pytest.mark.parametrize("value", ["1", "true", "Yes", " on "])
def test_a_flag_that_is_set(monkeypatch: pytest.MonkeyPatch, value: str):
    monkeypatch.setenv("RIGHTDAY_X", value)
    assert settings.flag("RIGHTDAY_X")


@pytest.mark.parametrize("value", ["0", "no", "", "false"])
def test_a_flag_that_is_not_set(monkeypatch: pytest.MonkeyPatch, value: str):
    monkeypatch.setenv("RIGHTDAY_X", value)
    assert not settings.flag("RIGHTDAY_X", default=True)


def test_what_is_not_in_the_environment_has_its_default(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("RIGHTDAY_X", raising=False)
    assert settings.flag("RIGHTDAY_X", default=True) and not settings.flag("RIGHTDAY_X")
    assert settings.number("RIGHTDAY_X", 7) == 7
    assert settings.text("RIGHTDAY_X", "a") == "a"
    assert settings.listed("RIGHTDAY_X") == []


def test_a_number_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PORT", "eighty")
    with pytest.raises(SystemExit, match="PORT must be a whole number, and is 'eighty'"):
        settings.number("PORT", 8000)
    monkeypatch.setenv("PORT", " 8001 ")
    assert settings.number("PORT", 8000) == 8001


def test_a_list_is_separated_by_commas(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("RIGHTDAY_X", "a.example, b.example,,")
    assert settings.listed("RIGHTDAY_X") == ["a.example", "b.example"]


def test_the_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("RIGHTDAY_DATA", str(tmp_path / "a" / ".." / "b"))
    assert settings.data_folder() == tmp_path / "b"
    monkeypatch.setenv("RIGHTDAY_DATA", "~/desk")
    assert settings.data_folder() == Path.home().resolve() / "desk"
    monkeypatch.delenv("RIGHTDAY_DATA")
    assert settings.data_folder() == Path(__file__).resolve().parents[1] / "var"
    monkeypatch.setattr(settings, "__file__", str(tmp_path / "lib" / "rightday" / "settings.py"))
    assert settings.data_folder() == Path.home() / ".rightday"


def test_the_key_is_made_once_and_private(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.delenv("RIGHTDAY_SECRET_KEY", raising=False)
    monkeypatch.setattr(settings, "DATA", tmp_path / "new")
    before = os.umask(0)
    try:
        made = settings.secret_key()
    finally:
        os.umask(before)
    assert len(made) >= 48 and settings.secret_key() == made
    assert [(p.name, p.stat().st_mode & 0o777) for p in (tmp_path / "new").iterdir()] == [("secret_key", 0o600)]


def test_a_key_from_the_environment_is_kept_nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("RIGHTDAY_SECRET_KEY", "given")
    monkeypatch.setattr(settings, "DATA", tmp_path / "new")
    assert settings.secret_key() == "given"
    assert not (tmp_path / "new").exists()


def test_of_two_that_make_a_key_at_once_the_first_counts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.delenv("RIGHTDAY_SECRET_KEY", raising=False)
    monkeypatch.setattr(settings, "DATA", tmp_path)

    def slowly(_: int) -> str:
        (tmp_path / "secret_key").write_text("first")
        return "second"

    monkeypatch.setattr(settings.secrets, "token_urlsafe", slowly)
    assert settings.secret_key() == "first"


def test_a_data_folder_that_cannot_be_used_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.delenv("RIGHTDAY_SECRET_KEY", raising=False)
    (tmp_path / "file").touch()
    monkeypatch.setattr(settings, "DATA", tmp_path / "file" / "data")
    with pytest.raises(SystemExit, match=r"file/data cannot be used .* Set RIGHTDAY_DATA"):
        settings.secret_key()


def test_without_an_address_the_database_is_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(settings, "DATA", tmp_path)
    made = settings.database("")
    assert (made["ENGINE"], made["NAME"]) == ("rightday.db.sqlite", tmp_path / "rightday.sqlite3")


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("postgresql://app:secret@db.example:5433/desk", ("desk", "app", "secret", "db.example", "5433", {})),
        ("postgres://app@localhost/desk", ("desk", "app", "", "localhost", "", {})),
        ("postgresql://app@/desk?host=/run/postgresql", ("desk", "app", "", "/run/postgresql", "", {})),
        ("postgresql:///desk?host=/run&port=5433", ("desk", "", "", "/run", "5433", {})),
        ("postgresql://a%40b:p%2Fw%23%3A%40%25@db/my%20desk", ("my desk", "a@b", "p/w#:@%", "db", "", {})),
        ("postgresql://app@db/desk?sslmode=require", ("desk", "app", "", "db", "", {"sslmode": "require"})),
    ],
)
def test_the_address_of_a_database(address: str, parts: tuple[object, ...]):
    made = settings.database(address)
    assert made["ENGINE"] == "rightday.db.postgresql"
    assert tuple(made[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")) == parts


def test_another_kind_of_database_is_refused():
    with pytest.raises(SystemExit, match="must begin with postgresql://"):
        settings.database("mysql://app@db/desk")


def test_an_address_that_cannot_be_read_prints_no_part_of_the_password():
    with pytest.raises(SystemExit) as ended:
        settings.database("postgresql://app:hun/ter2@db/desk")
    assert "%2F" in str(ended.value) and "hun" not in str(ended.value) and "ter2" not in str(ended.value)


COOKIES = ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS", "ALLOWED_HOSTS")


def test_on_this_machine_cookies_need_no_https(tmp_path: Path):
    found = read(tmp_path, *COOKIES, "PORT", "EMAIL_BACKEND", "SECURE_PROXY_SSL_HEADER")
    assert [found[name] for name in COOKIES[:3]] == [False, False, 0]
    assert "rightday.example" not in found["ALLOWED_HOSTS"]
    assert (found["PORT"], found["EMAIL_BACKEND"]) == (8000, "rightday.team.mail.ToConsole")
    assert found["SECURE_PROXY_SSL_HEADER"] is None


def test_with_a_host_of_its_own_cookies_go_over_https_alone(tmp_path: Path):
    environment = {"RIGHTDAY_HOSTS": "rightday.example", "RIGHTDAY_BEHIND_PROXY": "1", "RIGHTDAY_SMTP_HOST": "mail"}
    found = read(tmp_path, *COOKIES, "CSRF_TRUSTED_ORIGINS", "SECURE_PROXY_SSL_HEADER", "EMAIL_BACKEND", **environment)
    assert [found[name] for name in COOKIES[:3]] == [True, True, 31_536_000]
    assert "rightday.example" in found["ALLOWED_HOSTS"]
    assert found["CSRF_TRUSTED_ORIGINS"] == ["https://rightday.example"]
    assert found["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]
    assert found["EMAIL_BACKEND"].endswith("smtp.EmailBackend")


def test_https_can_be_said_either_way(tmp_path: Path):
    off = read(tmp_path, *COOKIES, RIGHTDAY_HOSTS="desk.lan", RIGHTDAY_HTTPS="0")
    on = read(tmp_path, *COOKIES, RIGHTDAY_HTTPS="1")
    assert not off["SESSION_COOKIE_SECURE"] and on["SESSION_COOKIE_SECURE"]
