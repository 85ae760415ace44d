"""The secret key that an installation makes for itself, and the keys that follow from it."""

import hmac
import os
import secrets
from pathlib import Path


def read_or_make(path: Path) -> str:
    """Return the key kept in `path`; make a random one, readable by its owner only, if there is none.

    Two processes that start at once agree on one key: the file is linked into place whole, and the first link wins.
    """
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        pass
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(50))
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return path.read_text().strip()


def derive(secret: str, purpose: str) -> bytes:
    """A key of 32 bytes for one purpose (HKDF, RFC 5869, with SHA-256); from none of them follows another."""
    extracted = hmac.digest(b"infoshos", secret.encode(), "sha256")
    return hmac.digest(extracted, purpose.encode() + b"\x01", "sha256")
