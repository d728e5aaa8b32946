"""Fits and decisions on a learner's weights, and what is stored of them and of memories."""

from quizapp.core.memory.fitting import fit
from quizapp.services.memory import rebuild
from quizapp.services.personal import (
    choose_weights,
    decide,
    material,
    try_fit,
)
from quizapp.store.memories import all_memories_of
from quizapp.store.reviewed import all_reviews_of
from quizapp.store.weights import weights_of

#: What fits came to, by learner: they take seconds, and both databases have the same logs.
FITS = {}


def decided(store, person, moment):
    """Decide on a fit to what was studied by then, as a try does."""
    found = store.read(lambda session: material(session, learner_id=person.id, forced=True))
    if person.id not in FITS:
        FITS[person.id] = fit(found.memories, found.reviews, found.weights)
    return store.write(
        lambda session: decide(
            session,
            learner_id=person.id,
            made_from=found,
            fitted=FITS[person.id],
            clock=lambda: moment,
        )
    )


def tried(store, person, moment, **more):
    return try_fit(store.read, store.write, person.id, clock=lambda: moment, **more)


def chosen(store, person, verdict, moment):
    return store.write(
        lambda session: choose_weights(
            session, learner_id=person.id, verdict=verdict, clock=lambda: moment
        )
    )


def held(store, person):
    return store.read(lambda session: [weights for _, weights in weights_of(session, person.id)])


def states(store, person):
    def told(session):
        kept = all_memories_of(session, person.id)
        return kept, sorted(map(repr, all_reviews_of(session, person.id)))

    return store.read(told)


def rebuilt(store, person):
    """Return how many memories a rebuild changed; what there is must be the same after it."""
    before = states(store, person)
    changed = store.write(lambda session: rebuild(session, person.id)).changed
    assert (states(store, person) == before) is (changed == 0)
    return changed
