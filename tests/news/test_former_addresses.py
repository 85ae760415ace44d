"""Addresses that sections and topics once had travel with an archive."""

import pytest

from news.archive.exporting import export_archive
from news.archive.importing import import_archive
from news.models import Section, Topic
from tests import factories as make
from tests.news.archive_folder import story, write

pytestmark = pytest.mark.django_db


def test_they_go_out_and_come_in_again(tmp_path):
    make.make_topic("drugs", former_slugs=["narcotics", "opium"])
    make.make_section("trade", former_slugs=["commerce"])
    make.make_article()
    export_archive(tmp_path / "out")
    for model in (Topic, Section):
        model.objects.all().delete()
    assert import_archive(tmp_path / "out").failures == []
    assert (Topic.objects.get().former_slugs, Section.objects.get().former_slugs) == (
        ["narcotics", "opium"],
        ["commerce"],
    )


def test_a_line_that_names_none_leaves_those_that_are_there(tmp_path):
    make.make_topic("drugs", former_slugs=["narcotics"])
    line = {"slug": "drugs", "name": {"en": "Drug control"}}
    assert import_archive(write(tmp_path / "in", story(), topics=[line])).failures == []
    topic = Topic.objects.get()
    assert (topic.name_en, topic.former_slugs) == ("Drug control", ["narcotics"])


@pytest.mark.parametrize("former", ["a/b", "", "х", "a" * 61])
def test_what_is_no_part_of_an_address_is_refused(tmp_path, former):
    line = {"slug": "drugs", "name": {"en": "Drugs"}, "former": [former]}
    [failure] = import_archive(write(tmp_path / "in", story(), topics=[line])).failures
    assert str(failure) == f"topics.jsonl:1: former: “{former}” is no part of an address"
