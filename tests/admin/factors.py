"""Setting up a second factor, and logging in with it."""

import re
import time

from django.test import Client

from infoshos.web import one_time

HERE, SECOND = "/admin/account/second-factor/", "/admin/account/second-step/"


def now_step():
    return int(time.time() // one_time.STEP)


def type_password(username="editor", network="203.0.113.7"):
    client = Client(REMOTE_ADDR=network)
    typed = {"username": username, "password": "a password", "next": "/admin/news/topic/"}
    return client, client.post("/admin/login/", typed)


def set_up(client):
    """Set up an app as the page says; return its secret and the recovery codes."""
    page = client.get(HERE).content.decode()
    secret = re.search(r"<code>([A-Z2-7 ]+)</code>", page)[1].replace(" ", "")
    answer = client.post(HERE, {"do": "app", "code": one_time.code_at(secret, now_step())})
    assert answer.status_code == 200
    return secret, re.findall(r"<code>([a-z2-9]{5}-[a-z2-9]{5})</code>", answer.content.decode())


def next_code(secret):
    """A code that was not used yet, and that clocks allow."""
    return one_time.code_at(secret, now_step() + 1)
