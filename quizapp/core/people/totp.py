"""One-time passwords by the clock, as RFC 6238 has them: SHA-1, six digits, thirty seconds."""

import base64
import hashlib
import hmac
from datetime import datetime
from typing import Final
from urllib.parse import quote

DIGITS: Final = 6
STEP_SECONDS: Final = 30
#: So many steps before and after the present one count too: clocks differ, and people type.
_AROUND: Final = 1
#: RFC 4226 (section 4, R6) wants 128 bits at least, and recommends these.
SECRET_BYTES: Final = 20


def hotp(secret: bytes, counter: int, digits: int = DIGITS) -> str:
    """Return the one-time password of a counter (RFC 4226, section 5.3)."""
    mac = hmac.digest(secret, counter.to_bytes(8, "big"), hashlib.sha1)
    offset = mac[-1] & 0xF
    number = int.from_bytes(mac[offset : offset + 4], "big") & 0x7FFF_FFFF
    return f"{number % 10**digits:0{digits}}"


def step_at(now: datetime) -> int:
    """Return the number of the time step (RFC 6238, section 4.2), with T0 = 0 and X = 30."""
    return int(now.timestamp()) // STEP_SECONDS


def step_of(secret: bytes, typed: str, *, now: datetime, after: int) -> int | None:
    """Return the step whose password was typed; None where it is none that is good now.

    Args:
        after: the latest step that was used: what was good once is never good again
            (RFC 6238, section 5.2).
    """
    plain = "".join(typed.split())
    present = step_at(now)
    found = None
    for step in range(max(0, present - _AROUND), present + _AROUND + 1):
        # All are compared, whichever is right, in the same time.
        if hmac.compare_digest(hotp(secret, step).encode(), plain.encode()) and step > after:
            found = step
    return found


def as_text(secret: bytes) -> str:
    """Return a secret as apps take it, in groups of four."""
    plain = base64.b32encode(secret).decode()
    return " ".join(plain[start : start + 4] for start in range(0, len(plain), 4))


def read_secret(text: str) -> bytes | None:
    """Return the secret that ``as_text`` wrote; None where it is none of ours."""
    plain = "".join(text.split())
    try:
        secret = base64.b32decode(plain)
    except (ValueError, UnicodeEncodeError):
        return None
    return secret if len(secret) == SECRET_BYTES else None


def address(secret: bytes, name: str) -> str:
    """Return what an app reads from a QR code (the key URI of authenticator apps)."""
    plain = base64.b32encode(secret).decode()
    label = quote(f"quizapp:{name}", safe="")
    return f"otpauth://totp/{label}?secret={plain}&issuer=quizapp"
