"""A browser without a screen: one kept-alive connection, the cookies of one member."""

from __future__ import annotations

import http.client
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPResponse
from urllib.parse import urlencode

TOKEN = "benchbenchbenchbenchbenchbench12"  # noqa: S105 - the cookie and the field of a form agree, that is all


@dataclass(frozen=True, slots=True)
class Answer:
    """`body` as it came over the line, compressed or not; names of `headers` in small letters; `seconds` to the end."""

    status: int
    body: bytes
    headers: Mapping[str, str]
    seconds: float

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")

    @property
    def well(self) -> bool:
        return self.status < 400


class Browser:
    """Asks pages of the server on this port. `accept` is what the line may be compressed with."""

    def __init__(self, port: int, session: str = "", *, accept: str = "identity") -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.headers = {"Accept-Encoding": accept, "Cookie": f"csrftoken={TOKEN}"}
        if session:
            self.headers["Cookie"] += f"; sessionid={session}"

    def get(self, path: str, **headers: str) -> Answer:
        return self._ask("GET", path, None, headers)

    def post(self, path: str, fields: Mapping[str, str], **headers: str) -> Answer:
        extra = {"Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": TOKEN}
        return self._ask("POST", path, urlencode(fields), extra | headers)

    def close(self) -> None:
        self.connection.close()

    def _ask(self, method: str, path: str, body: str | None, headers: Mapping[str, str]) -> Answer:
        began = time.perf_counter()
        try:
            response = self._send(method, path, body, headers)
        except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
            # The server closes a connection that rested too long; a browser opens another one.
            self.connection.close()
            response = self._send(method, path, body, headers)
        read = response.read()
        seconds = time.perf_counter() - began
        return Answer(response.status, read, {name.lower(): value for name, value in response.getheaders()}, seconds)

    def _send(self, method: str, path: str, body: str | None, headers: Mapping[str, str]) -> HTTPResponse:
        self.connection.request(method, path, body, {**self.headers, **headers})
        return self.connection.getresponse()
