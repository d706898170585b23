"""The wall between agencies: no statement of the trade runs without knowing its agency.

Three moving parts, all decided when a statement is *run*, never when it is written down:

* `AgencyManager` puts `agency = <the agency entered>` into every WHERE. Outside an agency
  the statement raises `OutsideAgency`; a queryset made at import time (a form, an admin, a
  class attribute) is therefore safe and takes the agency of the moment it is evaluated.
* `AgencyField` fills in the agency of every row inserted (save, create, bulk_create,
  get_or_create, related managers) and refuses one that is not the agency entered.
* `AgencyForeignKey` compares the agency in every join.

The agency entered is kept in `rightday.db.scope`."""

from __future__ import annotations

from typing import Any, TypeVar

from django.core.exceptions import FullResultSet
from django.db import models
from django.db.models.lookups import Exact
from django.db.models.sql.where import WhereNode

from rightday.db import bulk
from rightday.db.scope import OutsideAgency, current_agency_id

M = TypeVar("M", bound="models.Model", covariant=True)
Set = TypeVar("Set", contravariant=True)
Got = TypeVar("Got", covariant=True)


class BehindWall(models.Expression):
    """`agency_id = <agency entered>`, looked up when the statement is compiled."""

    conditional = True
    output_field = models.BooleanField()

    def __init__(self, column: Any = None) -> None:
        super().__init__()
        self.column = column or models.F("agency_id")

    def get_source_expressions(self) -> list[Any]:
        return [self.column]

    def set_source_expressions(self, exprs: Any) -> None:
        (self.column,) = exprs

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        agency_id = current_agency_id()
        if agency_id is None:
            raise FullResultSet
        sql, params = compiler.compile(self.column)
        return f"{sql} = %s", [*params, agency_id]


class AgencyQuerySet(models.QuerySet[M, M]):
    def update(self, **values: Any) -> int:
        if {"agency", "agency_id"} & values.keys():
            raise OutsideAgency("A row never changes its agency.")
        return super().update(**values)

    def erase(self) -> int:
        """`delete()` in one statement, for rows whose links are read already: the keys refuse what is pointed at."""
        return int(self._raw_delete(self.db))  # Django's own, without its questions before

    def bulk_create(self, objs: Any, *args: Any, **options: Any) -> Any:
        """Django's, several times faster where there are no conflicts to settle (`rightday.db.bulk`)."""
        rows = list(objs)
        few = len(rows) < bulk.WORTH_IT
        if few or args or any(options.values()) or any(row.pk is not None for row in rows):
            return super().bulk_create(rows, *args, **options)
        bulk.insert(rows, using=self.db)
        return rows


class AgencyManager(models.Manager[M]):
    """A room's own words go on top: `objects = AgencyManager.from_queryset(LeadQuerySet)()`."""

    _queryset_class = AgencyQuerySet

    def get_queryset(self) -> AgencyQuerySet[M]:
        walled = self.model.__dict__.get("_walled_query")
        if walled is None:  # built once for each model: the agency is not part of it
            walled = super().get_queryset().filter(BehindWall()).query
            self.model._walled_query = walled  # type: ignore[attr-defined]  # kept on the model by this alone
        made: AgencyQuerySet[M] = self._queryset_class(
            self.model,
            walled.chain(),
            self._db,
            self._hints,  # type: ignore[attr-defined]  # Django's own; django-stubs leave it out
        )
        return made


class AgencyField(models.ForeignKey[Set, Got]):
    """The agency of a row: given once, at insert, and only the agency entered."""

    agency_of_row = True  # what the schema editor looks for

    def __init__(self, to: Any = "rightday.Agency", on_delete: Any = models.PROTECT, **kw: Any):
        # No reverse accessor: a query that starts at Agency would walk around the wall.
        kw |= {"db_index": False, "related_name": "+", "editable": False}
        super().__init__(to, on_delete, **kw)

    def pre_save(self, instance: Any, add: bool) -> Any:
        entered = current_agency_id()
        if add and instance.agency_id is None:
            instance.agency_id = entered
        if entered is not None and instance.agency_id != entered:
            raise OutsideAgency(f"{instance!r} belongs to another agency than the one entered.")
        return super().pre_save(instance, add)

    def wall(self, alias: str) -> BehindWall:
        """For statements that Django builds without a manager (its delete collector)."""
        return BehindWall(self.get_col(alias))


class AgencyForeignKey(models.ForeignKey[Set, Got]):
    """A link between two rows of one agency. It makes no index of its own: the model does,
    `Index(fields=["agency", <this>, ...])`."""

    within_agency = True  # what the schema editor looks for

    # `null` is named for the sake of mypy's plugin.
    def __init__(self, to: Any, on_delete: Any = models.PROTECT, *, null: bool = False, **kw: Any) -> None:
        kw.setdefault("db_index", False)
        super().__init__(to, on_delete, null=null, **kw)

    def get_extra_restriction(self, alias: str | None, related_alias: str) -> WhereNode | None:
        if alias is None:  # the outer row of a NOT EXISTS: compared by id, walled inside
            return None
        theirs: Any = self.remote_field.model._meta.get_field("agency")
        ours: Any = self.model._meta.get_field("agency")
        same: Any = Exact(theirs.get_col(alias), ours.get_col(related_alias))
        return WhereNode([same])

    def get_extra_descriptor_filter(self, instance: Any) -> dict[str, Any]:
        return {"agency_id": instance.agency_id}


class AgencyModel(models.Model):
    """A row behind the wall."""

    agency = AgencyField()
    objects = AgencyManager()

    class Meta:
        abstract = True
        base_manager_name = "objects"  # for related objects, refresh_from_db, save, delete
        default_manager_name = "objects"

    def _do_update(self, base_qs: Any, using: Any, pk_val: Any, values: Any, *rest: Any) -> bool:
        values = [value for value in values if value[0].name != "agency"]
        base_qs = base_qs.filter(agency_id=self.agency_id)
        return bool(super()._do_update(base_qs, using, pk_val, values, *rest))


class IdentityLink(models.ForeignKey[Set, Got]):
    """A link to the identity that may see the row before entering its agency (a membership)."""

    seen_by_identity = True  # what the schema editor looks for

    def __init__(self, to: Any, on_delete: Any = models.PROTECT, **kw: Any) -> None:
        # No reverse accessor: a query that starts at an identity would walk around the wall.
        kw |= {"related_name": "+"}
        super().__init__(to, on_delete, **kw)
