"""No digest is mailed twice, whatever becomes of the mail server, and however many workers there are."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult

from infoshos import outbox
from infoshos.digests import order_digests
from news.actions.digests import choose_digest, order_due, sending
from news.models import Digest
from tests import factories as make
from tests.admin.digests import NOON, choose
from tests.worker import ripen, try_again, work


def test_a_mail_server_that_was_away_gets_it_later_and_once(morning, mail_server):
    mail_server.stop()
    order_digests(morning)
    work()
    assert DBTaskResult.objects.get().status == "FAILED"
    assert Digest.objects.get().sent_until is None
    mail_server.start()
    mail_server.answer = "451 Later"
    try_again()
    assert Digest.objects.get().sent_until is None
    mail_server.answer = "250 OK"
    try_again()
    outbox.mend()
    ripen()
    work()
    assert len(mail_server.taken) == 1
    assert Digest.objects.get().sent_until == Digest.objects.get().ordered_until


def test_a_server_that_breaks_off_after_it_took_the_mail_gets_no_second_one(morning, mail_server, caplog):
    mail_server.breaks_off = True
    order_digests(morning)
    work()
    mail_server.breaks_off = False
    try_again()
    assert len(mail_server.taken) == 1
    assert "it is not sent again" in caplog.text


def test_of_two_that_are_due_after_a_long_absence_the_newest_is_sent(morning, mail_server):
    mail_server.stop()
    for days in (0, 1):
        order_digests(morning + timedelta(days=days))
        work()
    mail_server.start()
    try_again()
    assert len(mail_server.taken) == 1
    assert Digest.objects.get().sent_until == morning + timedelta(days=1)


def test_without_a_mail_server_none_is_ordered(morning, settings):
    settings.EMAIL_HOST = ""
    assert order_digests(morning) == 0


def test_a_choice_that_changed_meanwhile_is_kept_to(morning, editor, mail_server):
    order_digests(morning)
    choose_digest(editor, interval="never", hour=9)
    work()
    assert mail_server.taken == []


def test_the_worker_orders_them_in_every_round():
    assert order_digests in outbox.ROUNDS


@pytest.mark.django_db(transaction=True)
def test_two_workers_order_and_send_each_period_once():
    digest = choose(make.make_editor())
    due = digest.due(NOON + timedelta(days=1))
    crowd, orders, sent = 4, [], []

    def round_of_a_worker(_number):
        order_due(lambda user, until: orders.append(until), NOON + timedelta(days=1))
        with sending(Digest.objects.get(), due) as may_send:
            sent.append(may_send)

    if connection.vendor != "postgresql":  # one connection to a database in memory: one after the other
        for number in range(crowd):
            round_of_a_worker(number)
    else:
        start = Barrier(crowd, timeout=10)

        def at_once(number):
            try:
                start.wait()
                round_of_a_worker(number)
            finally:
                connection.close()

        with ThreadPoolExecutor(crowd) as pool:
            list(pool.map(at_once, range(crowd)))
    assert orders == [due]
    assert sum(sent) <= 1
    with sending(Digest.objects.get(), due) as may_send:
        assert may_send == (sum(sent) == 0)
