"""Bundles: what a set's revision said, kept so that history opens as it was.

A bundle is stored once, when the first quiz on it starts; files may change or go afterwards.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import JSON, bindparam, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.core.facts.source import Citation, Document
from quizapp.store.append_only import append_only
from quizapp.store.base import Base
from quizapp.store.kept import Kept
from quizapp.store.statements import Query


@dataclass(frozen=True, slots=True)
class Bundle:
    """What pages need of a set: its sources and where each fact stands in them.

    Attributes:
        digest: sha256 (hex) of the whole set, files and all.
        sources: by id.
        citations: by the slug of the fact.
    """

    digest: str
    set_id: str
    title: str
    sources: Mapping[str, Document]
    citations: Mapping[str, tuple[Citation, ...]]


@append_only
class BundleRecord(Base):
    """A revision of a set."""

    __tablename__ = "bundles"

    digest: Mapped[str] = mapped_column(primary_key=True)
    set_id: Mapped[str]
    title: Mapped[str]
    sources: Mapped[list[Any]] = mapped_column(JSON)
    #: slug -> list of citations.
    citations: Mapped[dict[str, Any]] = mapped_column(JSON)
    created_at: Mapped[datetime]


def save_bundle(session: Session, bundle: Bundle, *, now: datetime) -> None:
    """Store the bundle, unless it is stored already."""
    known = select(BundleRecord.digest).where(BundleRecord.digest == bundle.digest)
    if session.scalar(known) is not None:
        return
    session.execute(
        insert(BundleRecord).values(
            digest=bundle.digest,
            set_id=bundle.set_id,
            title=bundle.title,
            sources=[asdict(source) for source in bundle.sources.values()],
            citations={
                slug: [asdict(citation) for citation in citations]
                for slug, citations in bundle.citations.items()
            },
            created_at=now,
        )
    )


def load_bundle(session: Session, digest: str) -> Bundle:
    """Return a stored bundle."""

    def load() -> Bundle:
        return _STORED.one(session, digest=digest)

    return _BUNDLES.get(digest, load)


def _bundle(
    digest: str, set_id: str, title: str, sources: list[Any], citations: dict[str, Any]
) -> Bundle:
    documents = [_document(data) for data in sources]
    return Bundle(
        digest=digest,
        set_id=set_id,
        title=title,
        sources={document.id: document for document in documents},
        citations={
            slug: tuple(Citation(**data) for data in cites) for slug, cites in citations.items()
        },
    )


def _document(data: dict[str, Any]) -> Document:
    paragraphs = tuple((number, text) for number, text in data["paragraphs"])
    return Document(**{**data, "paragraphs": paragraphs})


_BUNDLES: Final[Kept[Bundle]] = Kept(20)
_STORED: Final = Query(
    select(
        BundleRecord.digest,
        BundleRecord.set_id,
        BundleRecord.title,
        BundleRecord.sources,
        BundleRecord.citations,
    ).where(BundleRecord.digest == bindparam("digest")),
    _bundle,
)
