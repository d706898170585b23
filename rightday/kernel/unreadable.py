"""What a reader of files says when it cannot."""


class Unreadable(Exception):
    """The file cannot be read; `reason` says why and what to do, in plain words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
