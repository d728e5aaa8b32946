"""Every table there is: importing this module fills ``METADATA``. A new table joins here."""

from quizapp.store.accounts import AccountRecord, CodeRecord
from quizapp.store.assignments import AssignedRecord, AssignmentRecord
from quizapp.store.attempts import AttemptRecord
from quizapp.store.audiences import EditorRecord, SetClassRecord
from quizapp.store.base import Base
from quizapp.store.buckets import BucketRecord
from quizapp.store.bundles import BundleRecord
from quizapp.store.classes import ClassRecord, JoinCodeRecord
from quizapp.store.entries import EntryRecord
from quizapp.store.factors import FactorRecord, RecoveryRecord
from quizapp.store.items import ItemRecord
from quizapp.store.learners import LearnerRecord, SessionRecord
from quizapp.store.links import LinkRecord
from quizapp.store.members import MemberRecord
from quizapp.store.memories import MemoryRecord
from quizapp.store.notices import NoticeRecord
from quizapp.store.reports import ReportRecord
from quizapp.store.responses import ResponseRecord
from quizapp.store.reviewed import ReviewedRecord
from quizapp.store.sets import PublicationRecord, RevisionRecord, SetRecord
from quizapp.store.settings import ExamRecord, SettingsRecord
from quizapp.store.showings import ShowingRecord
from quizapp.store.texts import TextRecord
from quizapp.store.weights import WeightsRecord

METADATA = Base.metadata

TABLES: tuple[type[Base], ...] = (
    LearnerRecord,
    SessionRecord,
    AccountRecord,
    CodeRecord,
    BundleRecord,
    ItemRecord,
    AttemptRecord,
    ShowingRecord,
    ResponseRecord,
    MemoryRecord,
    ReviewedRecord,
    WeightsRecord,
    SettingsRecord,
    ExamRecord,
    ReportRecord,
    ClassRecord,
    JoinCodeRecord,
    MemberRecord,
    AssignmentRecord,
    AssignedRecord,
    NoticeRecord,
    SetRecord,
    TextRecord,
    RevisionRecord,
    PublicationRecord,
    EditorRecord,
    SetClassRecord,
    LinkRecord,
    EntryRecord,
    FactorRecord,
    RecoveryRecord,
    BucketRecord,
)
