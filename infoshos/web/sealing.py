"""Secrets at rest: whoever has the database alone cannot read them.

The key follows from SECRET_KEY, which is not in the database. Under another SECRET_KEY nothing can be read any more.
"""

import base64
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from infoshos.keys import derive

_NONCE = 12  # bytes, as AES-GCM has it


class SealError(Exception):
    """The text was sealed for another purpose or under another key, or was tampered with."""


def seal(purpose: str, text: str) -> str:
    """Encrypt a text for one purpose."""
    nonce = secrets.token_bytes(_NONCE)
    return base64.urlsafe_b64encode(nonce + _cipher(purpose).encrypt(nonce, text.encode(), None)).decode()


def unseal(purpose: str, sealed: str) -> str:
    """The text that was sealed for this purpose. Raises SealError."""
    try:
        data = base64.urlsafe_b64decode(sealed)
        return _cipher(purpose).decrypt(data[:_NONCE], data[_NONCE:], None).decode()
    except (InvalidTag, ValueError) as error:
        raise SealError(f"This was not sealed here for {purpose}.") from error


def _cipher(purpose: str) -> AESGCM:
    return AESGCM(derive(settings.SECRET_KEY, purpose))
