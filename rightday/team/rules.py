"""Roles and what each may do: one page of plain Python."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    RECRUITER = "recruiter"
    SALESPERSON = "salesperson"
    MANAGER = "manager"
    OWNER = "owner"


ROLE_WORDS = {
    Role.RECRUITER: "Recruiter",
    Role.SALESPERSON: "Salesperson",
    Role.MANAGER: "Manager",
    Role.OWNER: "Owner",
}
ROLE_CHOICES = [(role.value, words) for role, words in ROLE_WORDS.items()]


class Permission(StrEnum):
    """What a member can be allowed to do. Reading the agency's people and leads needs none."""

    PERSON_EDIT = "person.edit"
    LEAD_CREATE = "lead.create"
    LEAD_WORK = "lead.work"  # evidence, next step, results, outcome; others' leads: managers
    DESK_WORK = "desk.work"  # candidates, job orders, and all that happens between them
    CALL_LOG = "call.log"
    CAPTURE = "capture"
    IMPORT = "import"
    IMPORT_UNDO = "import.undo"  # one's own; others': managers
    EXPORT = "export"
    INCENTIVES = "incentives"  # rules, ledger, approval, payment; one's own statement needs none
    TEAM_MANAGE = "team.manage"
    AGENCY_SETTINGS = "agency.settings"
    AGENCY_ARCHIVE = "agency.archive"  # everything at once, in one file


class NotAllowed(Exception):
    """The member's role does not allow it. `permission` says what was asked."""

    def __init__(self, permission: Permission) -> None:
        super().__init__(f"Your role does not allow this ({permission}). A manager of your agency can.")
        self.permission = permission


class Refused(Exception):
    """What was asked cannot be, whoever asks; the message says why, in words for the screen."""


_DESK = frozenset(
    {
        Permission.PERSON_EDIT,
        Permission.LEAD_CREATE,
        Permission.LEAD_WORK,
        Permission.DESK_WORK,
        Permission.CALL_LOG,
        Permission.CAPTURE,
        Permission.IMPORT,
    }
)
_OWN = frozenset({Permission.IMPORT_UNDO})
ALLOWED: dict[Role, frozenset[Permission]] = {
    Role.RECRUITER: _DESK,
    Role.SALESPERSON: _DESK,
    Role.MANAGER: _DESK | {Permission.IMPORT_UNDO, Permission.EXPORT, Permission.TEAM_MANAGE, Permission.INCENTIVES},
    Role.OWNER: frozenset(Permission),
}


def allowed(role: Role, permission: Permission, *, own: bool) -> bool:
    """Whether the role has the permission, or the row is the member's own and that is enough."""
    return permission in ALLOWED[role] or (own and permission in _OWN)


# Whose role each role may give and take away.
_GIVES = {
    Role.MANAGER: frozenset({Role.RECRUITER, Role.SALESPERSON, Role.MANAGER}),
    Role.OWNER: frozenset(Role),
}


RIGHT_WORDS = {
    Permission.LEAD_WORK: "Work leads: evidence, next steps, results",
    Permission.DESK_WORK: "Work candidates and job orders: submittals, interviews, offers, placements",
    Permission.PERSON_EDIT: "Add and change people and companies",
    Permission.IMPORT: "Import a spreadsheet",
    Permission.IMPORT_UNDO: "Take back an import",
    Permission.EXPORT: "Export",
    Permission.INCENTIVES: "Set what incentives pay, approve them, mark them paid",
    Permission.TEAM_MANAGE: "Invite people, change roles",
    Permission.AGENCY_SETTINGS: "Change the agency’s settings",
    Permission.AGENCY_ARCHIVE: "Take the whole agency out as one file",
}


def rights() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What each role may do, for the page that says so: per right "all", "own" or "" in the order of roles."""
    table = [("See every lead, person and company", ("all",) * len(Role))]
    for permission, words in RIGHT_WORDS.items():
        cells = (
            "all" if allowed(role, permission, own=False) else "own" if allowed(role, permission, own=True) else ""
            for role in Role
        )
        table.append((words, tuple(cells)))
    return tuple(table)


def choices(roles: tuple[Role, ...]) -> tuple[tuple[str, str], ...]:
    """Pairs for a form's select."""
    return tuple((role.value, ROLE_WORDS[role]) for role in roles)


def gives(giver: Role) -> tuple[Role, ...]:
    """The roles that somebody of this role may give, in their order."""
    return tuple(role for role in Role if role in _GIVES.get(giver, frozenset()))


def must_give(giver: Role, role: Role) -> None:
    """Raises NotAllowed where `giver` may not give or take this role: only owners make owners."""
    if role not in gives(giver):
        raise NotAllowed(Permission.TEAM_MANAGE)


def initials(name: str) -> str:
    """One or two capitals for a round badge: "Sam Whitlock" gives SW."""
    words = name.split()
    letters = [words[0][0], words[-1][0]] if len(words) > 1 else [word[0] for word in words]
    return "".join(letters).upper() or "?"
