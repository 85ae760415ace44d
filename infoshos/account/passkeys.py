"""Passkeys: what the browser is asked, and whether its answer is true. The mathematics is that of `fido2`."""

import json

from django.http.request import split_domain_port
from django.utils.http import urlsafe_base64_encode
from fido2.server import Fido2Server
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import AttestedCredentialData, AuthenticationResponse, PublicKeyCredentialRpEntity

from infoshos.web.fingerprints import fingerprint
from news.actions.second_factor import take_passkey_use
from news.models import Passkey, User

# What a browser was asked, in the session of whoever was asked.
STATE = "passkey_state"


def offered(request) -> bool:
    """Whether passkeys work here: they belong to a name, and an address of numbers is none."""
    host = _host(request)
    return bool(host) and ":" not in host and not host.replace(".", "").isdigit()


def ask_for_new(request, user: User) -> str:
    """What the browser needs, as JSON, in order to make a passkey; those that the person has are left out."""
    options, state = _server(request).register_begin(
        {
            # Says nothing of the person, and is the same for all of their passkeys.
            "id": bytes.fromhex(fingerprint("passkey user", str(user.pk))),
            "name": user.get_username(),
            "displayName": user.get_full_name() or user.get_username(),
        },
        credentials=[_credential(row) for row in user.passkeys.all()],
        user_verification="preferred",
    )
    request.session[STATE] = state
    return json.dumps(dict(options.public_key))


def new_passkey(request, answer: str) -> dict | None:
    """What is to be stored of the browser's answer; None where it is not what was asked for."""
    state = request.session.pop(STATE, None)
    try:
        found = _server(request).register_complete(state, json.loads(answer)) if state else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    if found is None:
        return None
    data = found.credential_data
    return {
        "credential_id": websafe_encode(data.credential_id),
        "credential": urlsafe_base64_encode(bytes(data)),
        "uses": found.counter,
    }


def ask_for_one(request, user: User) -> str:
    """What the browser needs, as JSON, in order to use a passkey of the person's."""
    options, state = _server(request).authenticate_begin(
        [_credential(row) for row in user.passkeys.all()], user_verification="preferred"
    )
    request.session[STATE] = state
    return json.dumps(dict(options.public_key))


def take_answer(request, user: User, answer: str) -> bool:
    """Whether the browser has used a passkey of the person's for what it was asked."""
    state = request.session.pop(STATE, None)
    rows = {_credential(row).credential_id: row for row in user.passkeys.all()}
    if not state or not rows:
        return False
    try:
        response = AuthenticationResponse.from_dict(json.loads(answer))
        used = _server(request).authenticate_complete(
            state, [_credential(row) for row in rows.values()], response
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return False
    counter = response.response.authenticator_data.counter
    return take_passkey_use(rows[used.credential_id], counter)


def _server(request) -> Fido2Server:
    origin = f"{request.scheme}://{request.get_host()}".lower()
    party = PublicKeyCredentialRpEntity(name="Infoshos", id=_host(request))
    return Fido2Server(party, verify_origin=lambda claimed: claimed == origin)


def _host(request) -> str:
    return split_domain_port(request.get_host())[0]


def _credential(row: Passkey) -> AttestedCredentialData:
    return AttestedCredentialData(websafe_decode(row.credential))
