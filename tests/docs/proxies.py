"""The samples of ``docs/samples`` as running proxies: only names, ports and certificates differ."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.architecture.project import ROOT
from tests.serving import free_port

SAMPLES = ROOT / "docs" / "samples"
_NAME = "quiz.example.org"
_PATIENCE = 100  # tenths of a second


@contextmanager
def nginx(folder: Path, app_port: int) -> Iterator[str]:
    """Run the sample for nginx in front of an app; give its address."""
    port, plain = free_port(), free_port()
    certificate = _certificate(folder)
    site = _changed(
        (SAMPLES / "nginx.conf").read_text("utf-8"),
        {
            "127.0.0.1:8000": f"127.0.0.1:{app_port}",
            "listen 80;": f"listen 127.0.0.1:{plain};",
            "listen 443 ssl;": f"listen 127.0.0.1:{port} ssl;",
            f"/etc/letsencrypt/live/{_NAME}/fullchain.pem": str(certificate),
            f"/etc/letsencrypt/live/{_NAME}/privkey.pem": str(certificate),
            _NAME: "localhost",
        },
    )
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = folder / "nginx.conf"
    whole.write_text(
        f"daemon off;\npid {folder}/nginx.pid;\nerror_log {folder}/error.log;\n"
        f"events {{}}\nhttp {{\naccess_log off;\n{temporary}{site}}}\n",
        "utf-8",
    )
    with _running(["nginx", "-c", str(whole), "-e", str(folder / "error.log")], port, folder):
        yield f"https://localhost:{port}"


@contextmanager
def caddy(folder: Path, app_port: int) -> Iterator[str]:
    """Run the sample for Caddy in front of an app, with a certificate of its own making."""
    port = free_port()
    site = _changed(
        (SAMPLES / "Caddyfile").read_text("utf-8"),
        {
            "127.0.0.1:8000": f"127.0.0.1:{app_port}",
            f"{_NAME} {{": f"https://localhost:{port} {{\n\ttls internal",
        },
    )
    whole = folder / "Caddyfile"
    options = (
        "admin off\nskip_install_trust\nauto_https disable_redirects\n"
        f"storage file_system {folder}/storage"
    )
    whole.write_text(f"{{\n{options}\n}}\n{site}", "utf-8")
    command = ["caddy", "run", "--config", str(whole), "--adapter", "caddyfile"]
    with _running(command, port, folder):
        yield f"https://localhost:{port}"


def _changed(text: str, changes: dict[str, str]) -> str:
    for old, new in changes.items():
        assert old in text, f"the sample no longer has: {old}"
        text = text.replace(old, new)
    return text


def _certificate(folder: Path) -> Path:
    """Return a file with a key and a certificate for localhost."""
    path = folder / "localhost.pem"
    request = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
    files = ["-keyout", path, "-out", folder / "certificate.pem"]
    subprocess.run(["openssl", *request.split(), *files], check=True, capture_output=True)
    path.write_text(path.read_text("utf-8") + (folder / "certificate.pem").read_text("utf-8"))
    return path


@contextmanager
def _running(command: list[str], port: int, folder: Path) -> Iterator[None]:
    program = shutil.which(command[0]) or command[0]
    home = {"HOME": str(folder), "PATH": "/usr/bin:/bin"}
    with (folder / "said").open("w+") as said:
        process = subprocess.Popen([program, *command[1:]], stderr=said, stdout=said, env=home)
        try:
            for _ in range(_PATIENCE):
                assert process.poll() is None, Path(said.name).read_text("utf-8")
                try:
                    socket.create_connection(("127.0.0.1", port), timeout=1).close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield
        finally:
            process.terminate()
            process.wait(timeout=10)
