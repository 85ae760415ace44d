"""Which paragraph of one language is the translation of which of the other, by their looks."""

from news.blocks import split
from news.pairing import pair


def pairs(en, ru):
    return pair(split(en).blocks, split(ru).blocks)


def test_equal_shapes_go_by_place():
    en = "<h2>Seat</h2><p>The seat is in Beijing.</p><ul><li>one</li><li>two</li></ul>"
    ru = "<h2>Место</h2><p>Место пребывания: Пекин.</p><ul><li>один</li><li>два</li></ul>"
    assert pairs(en, ru) == [(0, 0), (1, 1), (2, 2), (3, 3)]


def test_figures_find_their_paragraph_where_one_is_lacking():
    en = "<p>In 2001 six signed.</p><p>A court was founded.</p><p>In 2017 two joined.</p><p>In 2023 one more.</p>"
    ru = "<p>В 2001 подписали шестеро.</p><p>В 2017 вступили двое.</p><p>В 2023 ещё один.</p>"
    assert pairs(en, ru) == [(0, 0), (2, 1), (3, 2)]


def test_a_picture_is_paired_with_a_picture_only():
    figure = '<figure><img src="/media/images/0123456789abcdef.jpg" alt="{}"></figure>'
    en = f"<p>One.</p>{figure.format('A map')}<p>Two.</p>"
    ru = f"{figure.format('Карта')}<p>Один.</p><p>Два.</p>"
    assert (1, 0) in pairs(en, ru)
    assert all({i, j} != {0} for i, j in pairs(en, ru))


def test_one_paragraph_may_stand_for_two():
    en = (
        "<p>In 2001 six states signed the declaration in Shanghai.</p><p>In 2002 they signed the charter.</p>"
    )
    ru = (
        "<p>В 2001 году шесть государств подписали декларацию в Шанхае. В 2002 году они подписали хартию.</p>"
    )
    assert pairs(en, ru) == [(0, 0), (1, 0)]


def test_nothing_has_no_pairs():
    assert pairs("", "<p>Один.</p>") == []


def test_huge_bodies_are_paired_by_place():
    assert pairs("<p>a</p>" * 2001, "<p>б</p>" * 3) == [(0, 0), (1, 1), (2, 2)]
