"""One server has an instance folder."""

import os
import threading

import pytest

from quizapp.errors import FolderTaken
from quizapp.services.run import sole_server
from quizapp.store.instance import Instance
from quizapp.store.lock import taken
from tests import make


def test_a_server_waits_for_one_that_is_about_to_end(tmp_path):
    inside, end = threading.Event(), threading.Event()

    def serve():
        with sole_server(make.config(tmp_path)):
            inside.set()
            end.wait(30)

    first = threading.Thread(target=serve)
    first.start()
    inside.wait(30)
    threading.Timer(0.5, end.set).start()

    with sole_server(make.config(tmp_path)):
        has_ended = end.is_set()

    first.join(30)
    assert has_ended


def test_who_has_the_folder_is_named(tmp_path):
    instance = Instance(tmp_path / "instance")
    with (
        sole_server(make.config(tmp_path)),
        pytest.raises(FolderTaken, match=f"^{os.getpid()}$"),
        taken(instance.server_lock, patience=0),
    ):
        pass


def test_after_the_end_the_folder_is_free(tmp_path):
    with sole_server(make.config(tmp_path)):
        pass

    with taken(Instance(tmp_path / "instance").server_lock, patience=0):
        pass
