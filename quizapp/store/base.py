"""The base of all tables: names of constraints, and which Python type is which column."""

from datetime import datetime
from fractions import Fraction

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase, registry

from quizapp.store.types import ExactFraction, UtcDateTime

#: Constraints have names, so that a migration can change them.
_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """What every table is declared on."""

    # In a registry and not in ``type_annotation_map``: Flask-SQLAlchemy refuses a base that has it.
    registry = registry(
        metadata=MetaData(naming_convention=_NAMES),
        type_annotation_map={datetime: UtcDateTime(), Fraction: ExactFraction()},
    )
