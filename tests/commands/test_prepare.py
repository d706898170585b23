"""Bringing an installation up."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import connection, connections
from django.db.migrations.recorder import MigrationRecorder

from rightday.commands import prepare


def test_static_files_are_prepared_once(here: Path, settings, capsys, monkeypatch: pytest.MonkeyPatch):
    settings.DEBUG = False
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "rightday.ui.module_storage.ModuleStorage"}}
    settings.INSTALLED_APPS = ["django.contrib.staticfiles", "rightday.apps.RightdayConfig"]
    assert prepare.static_files()
    assert staticfiles_storage.manifest_hash
    assert list(settings.STATIC_ROOT.rglob("*.css")) != []
    assert not prepare.static_files()
    (settings.STATIC_ROOT / "staticfiles.json").unlink()
    assert prepare.static_files()
    monkeypatch.setattr("rightday.__version__", "99")
    assert prepare.static_files()
    assert capsys.readouterr().out.count("Preparing static files") == 3


def test_in_development_they_stay_where_they_are(here: Path):
    assert not prepare.static_files()
    assert list(here.iterdir()) == []


def test_a_database_of_another_version_is_said(here: Path):
    assert prepare.not_current() == ""
    rows = MigrationRecorder(connection).migration_qs
    rows.filter(app="rightday").delete()
    assert prepare.not_current() == "The database is not at this version. Run: rightday migrate"
    rows.all().delete()
    assert prepare.not_current().startswith("Nothing is set up here yet.")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="changes where the database is")
def test_the_owner_works_meanwhile_and_no_longer(here: Path, settings, monkeypatch: pytest.MonkeyPatch):
    values = {"NAME": ":memory:", "USER": "app"}
    monkeypatch.setattr(connections["default"], "settings_dict", values)
    monkeypatch.setattr(connections["default"], "close", lambda: None)
    settings.OWNER_DATABASE = ""
    with prepare.owner():
        assert values["USER"] == "app"
    settings.OWNER_DATABASE = "postgresql://owner@db/desk"
    with pytest.raises(ZeroDivisionError), prepare.owner():
        assert (values["USER"], values["NAME"]) == ("owner", "desk")
        1 / 0
    assert (values["USER"], values["NAME"]) == ("app", ":memory:")


@pytest.mark.parametrize(
    ("hosts", "https", "host", "port", "address"),
    [
        ([], False, "127.0.0.1", None, "http://127.0.0.1:8000"),
        ([], False, "0.0.0.0", 8001, "http://127.0.0.1:8001"),
        ([], False, "::1", 8001, "http://[::1]:8001"),
        ([], False, "192.168.1.7", 8001, "http://192.168.1.7:8001"),
        ([".rightday.example", "b"], True, "127.0.0.1", 8001, "https://rightday.example"),
        (["desk.lan"], False, "0.0.0.0", 8001, "http://desk.lan:8001"),
    ],
)
def test_the_address_people_use(hosts, https: bool, host: str, port: int | None, address: str, here: Path, settings):
    settings.HOSTS, settings.HTTPS = hosts, https
    assert prepare.address(host, port) == address


def test_everything_makes_the_folders_and_holds_the_installation(here: Path):
    prepare.everything()
    assert {path.name for path in here.iterdir()} == {"uploads", "running.lock"}
