"""What the typographer sets, and what it leaves alone."""

import html
import time

import pytest

from news.typography import set_body, set_text, unbroken

# Before and after; ° stands for a non-breaking space.
RUSSIAN = [
    ('Газета "Правда" вышла', "Газета «Правда» вышла"),
    ('"Газета "Правда" вышла", — сказал он', "«Газета „Правда“ вышла»,°— сказал он"),
    ('Музей "Эрмитаж "Казань""', "Музей «Эрмитаж „Казань“»"),
    ("“Слово” и ‘дело’", "«Слово» и°«дело»"),
    ("«Слово «внутри» слова»", "«Слово „внутри“ слова»"),
    (
        '<p>Он <em>"так"</em> и "<strong>так</strong>"</p>',
        "<p>Он <em>«так»</em> и°«<strong>так</strong>»</p>",
    ),
    ('ракета "Протон-М" и "Спутник"-1', "ракета «Протон-М» и°«Спутник»-1"),
    ("Москва - столица", "Москва°— столица"),
    ("Москва – столица", "Москва°— столица"),
    ("Москва -- столица", "Москва°— столица"),
    ("- Да, - сказал он", "— Да,°— сказал он"),
    ("<p>Да<br>- Нет</p>", "<p>Да<br>— Нет</p>"),
    ("в Астане и на Иссык-Куле", "в°Астане и°на°Иссык-Куле"),
    ("за <em>столом</em> об <a href='/'>этом</a>", "за°<em>столом</em> об°<a href='/'>этом</a>"),
    ("тот же, едва ли, был бы", "тот°же, едва°ли, был°бы"),
    ("10 июля 2024 года", "10°июля 2024°года"),
    ("5 км, 30 %, 2 млн, 5 °C", "5°км, 30°%, 2°млн, 5°°C"),
    ("№ 5, § 3, ст. 7", "№°5, §°3, ст.°7"),
    ("А. С. Пушкин и Пушкин А. С.", "А.°С.°Пушкин и°Пушкин°А.°С."),
    ("г. Москва, 2024 г., XXI в.", "г.°Москва, 2024°г., XXI°в."),
    ("и т. д., т. е.", "и°т.°д., т.°е."),
    ("10000 человек и 1234567 рублей", "10°000 человек и°1°234°567°рублей"),
    ("15 200 человек", "15°200 человек"),
    ("в 2024 году", "в°2024°году"),
    ("температура -5 градусов", "температура −5 градусов"),
    ("Ну...", "Ну…"),
    ("10-15 тонн, 2011-2016 годы, 2024-25", "10–15°тонн, 2011–2016°годы, 2024–25"),
    ("О'Нил и д'Артаньян", "О’Нил и°д’Артаньян"),
]
ENGLISH = [
    ('The "Shanghai spirit"', "The “Shanghai spirit”"),
    ("\"He said 'yes'\", she wrote", "“He said ‘yes’”, she wrote"),
    ("'Outer \"inner\" outer'", "“Outer ‘inner’ outer”"),
    ("He called it 'a step'.", "He called it “a step”."),
    ("it's, don't, O'Neill", "it’s, don’t, O’Neill"),
    ("the states' leaders", "the states’ leaders"),
    ("the 'rights' of the states' leaders", "the “rights” of the states’ leaders"),
    ("rock 'n' roll in the '90s", "rock ’n’ roll in the ’90s"),
    ("the 1990's", "the 1990’s"),
    ("Astana - the capital", "Astana°– the capital"),
    ("Astana — the capital", "Astana°– the capital"),
    ("Astana -- the capital", "Astana°– the capital"),
    ("on 10 July 2024", "on 10°July 2024"),
    ("5 km, 30 per cent, $2 million", "5°km, 30°per cent, $2°million"),
    ("No. 5, p. 7", "No.°5, p.°7"),
    ("Mr Putin and J. K. Rowling", "Mr°Putin and J.°K.°Rowling"),
    ("10000 people", "10,000 people"),
    ("down to -5 degrees", "down to −5 degrees"),
    ("wait...", "wait…"),
    ("10-15 tonnes", "10–15°tonnes"),
    ("<p>He <em>\"said\"</em> <a href=\"/x/?a='b'\">\"so\"</a></p>",
     "<p>He <em>“said”</em> <a href=\"/x/?a='b'\">“so”</a></p>"),
]  # fmt: skip
LEFT_ALONE = [
    ("ru", "1/2, 3/4 и°24/7"),
    ("ru", "2024-05-01, 123-45-67, +7 495 123-45-67"),
    ("ru", "Су-27, COVID-19, Т-34-85, 10-15-летний"),
    ("ru", "ключ --help, a--b, x -- y".replace(" -- ", "°— ")),
    ("ru", "https://example.org/a-b?q=\"x\"&y='z' и°www.example.org/1-2"),
    ("ru", "Пишите: editor's-desk@example.org"),
    ("ru", '<p>Команда <code>echo "a" - \'b\' ...</code> и°`if a - b: "x"`</p>'),
    ("ru", '<pre>a - b\n"c" в доме</pre>'),
    ("ru", '<p>Песня <span lang="en">"Yes" - the song</span></p>'),
    ("ru", '<p lang="zh">"北京" - 5</p>'),
    ("ru", "CO<sub>2</sub> и°10<sup>3</sup>"),
    ("ru", "счёт 3-2"),
    ("ru", "2020 - 2021"),
    ("ru", "№°123456 выдан, ИНН 7707083893 указан, индекс 125009, Москва"),
    ("en", "6'2\" tall, 5' wide, a 12\" disc"),
    ("en", "He is 6' tall."),
    ("en", "word—word, e.g. this, a.m."),
    ("en", "<p>see <code>it's</code></p>"),
    ("en", "....  .. "),
    ("en", ""),
]
UNPAIRED = [
    ("ru", 'Газета "Правда вышла'),
    ("ru", 'ООО"Ромашка"'),
    ("ru", "«Музей «Эрмитаж»"),
    ("ru", "Он сказал: „Да”» 'так"),
    ("en", 'He said "yes'),
    ("en", "'Arry said"),
    ("en", 'a 12" disc" by'),
    ("en", "“one ‘two” three’"),
]


def _spaced(text: str, sign: str = "\u00a0") -> str:
    return text.replace("°C", "\0").replace("°", sign).replace("\0", "°C")


@pytest.mark.parametrize(("before", "after"), RUSSIAN)
def test_russian_is_set(before, after):
    assert set_body(before, "ru").text == _spaced(after, "&nbsp;")


@pytest.mark.parametrize(("before", "after"), ENGLISH)
def test_english_is_set(before, after):
    assert set_body(before, "en").text == _spaced(after, "&nbsp;")


@pytest.mark.parametrize(("language", "text"), LEFT_ALONE)
def test_what_is_no_prose_is_left_alone(language, text):
    body = _spaced(text, "&nbsp;").replace("&y", "&amp;y")
    assert set_body(body, language).text == body


@pytest.mark.parametrize(("language", "text"), UNPAIRED)
def test_marks_that_do_not_pair_are_left_alone_and_said(language, text):
    found = set_body(f"<p>{text}</p>", language)
    assert [letter for letter in found.text if letter in "\"'«»„“”‘’"] == [
        letter for letter in text if letter in "\"'«»„“”‘’"
    ]
    assert found.unpaired == (text,)
    assert set_text(text, language).unpaired == (text,)


def test_marks_pair_within_a_block_only():
    found = set_body('<p>"Да,</p><p>"нет"</p><p>нет"</p>', "ru")
    assert found.text == '<p>"Да,</p><p>«нет»</p><p>нет"</p>'
    assert found.unpaired == ('"Да,', 'нет"')


def test_the_spaces_of_a_title_stay_plain_until_it_is_printed():
    title = set_text('О саммите - в "Правде"', "ru").text
    assert title == "О саммите — в «Правде»"
    assert unbroken(title, "ru") == _spaced("О°саммите°— в°«Правде»")
    assert unbroken('"Yes" - on 10 July', "en") == _spaced('"Yes" - on 10°July')


def test_of_another_language_nothing_is_known():
    assert unbroken('"Ja" - 5 km', "de") == '"Ja" - 5 km'
    with pytest.raises(KeyError):
        set_text('"Ja"', "de")


def test_signs_that_no_text_has_change_nothing():
    for text in ('\x01 - "a"', "\x02\x02", "\x03"):
        assert set_text(text, "ru").text == set_body(text, "ru").text == unbroken(text, "ru") == text


@pytest.mark.parametrize(
    "broken", ["<p>a < b</p>", "<code>a", "</p></p>b", "<p lang='ru'><em>a", "<", "&amp;lt;p"]
)
def test_broken_markup_loses_nothing(broken):
    assert html.unescape(set_body(broken, "ru").text) == html.unescape(broken)


HOSTILE = [
    '"',
    "'",
    '" ',
    " '",
    "<em>",
    "<em>a</em> ",
    " - ",
    "1-",
    "10000 ",
    "в ",
    "a.b.",
    "-a",
    "1'1",
    "`",
    "А. ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_time_grows_with_the_length_only(piece):
    started = time.process_time()
    for language in ("en", "ru"):
        set_body(f"<p>{piece * (40_000 // len(piece))}</p>", language)
        set_text(piece * (40_000 // len(piece)), language)
    assert time.process_time() - started < 3
