"""One-time codes as telephones show them: RFC 6238, six digits, SHA-1, half a minute."""

import base64
import hmac
import secrets
import struct
import time
from urllib.parse import quote, urlencode

STEP = 30  # seconds
DIGITS = 6
# A clock may be wrong by one step.
TOLERANCE = 1


def new_secret() -> str:
    """A secret of 160 bits, in the letters that people can type."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def code_at(secret: str, step: int) -> str:
    """The code of a step, which is counted from 1970."""
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", step), "sha1")
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return str(number % 10**DIGITS).zfill(DIGITS)


def step_of(secret: str, typed: str, now: float | None = None) -> int | None:
    """The step whose code was typed; None where it is that of no step around this moment."""
    current = int((time.time() if now is None else now) // STEP)
    for step in range(current + TOLERANCE, current - TOLERANCE - 1, -1):
        if hmac.compare_digest(code_at(secret, step).encode(), typed.encode()):
            return step
    return None


def address(secret: str, *, account: str, issuer: str) -> str:
    """What the picture says that a telephone takes a secret from."""
    words = urlencode({"secret": secret, "issuer": issuer, "digits": DIGITS, "period": STEP}, quote_via=quote)
    return f"otpauth://totp/{quote(issuer)}:{quote(account)}?{words}"
