"""Spaces at which a line must not end."""

import re

NBSP = "\u00a0"
_T = r"\x01*"
_SHORT = (
    "а без безо в во да для до за и из изо или к как ко на над не ни но о об обо от ото по под подо при про с со "
    "то у что"
)
_UNITS_RU = (
    "мм см дм м км га л кг г т ц ч мин сек гг руб долл евро коп тыс млн млрд трлн чел шт экз "
    "год года году годом годы годов годах лет века веке век рублей рубля долларов юаней тенге сумов "
    "процент процента процентов тысяча тысячи тысяч миллион миллиона миллионов миллиард миллиарда миллиардов "
    "километр километра километров метр метра метров тонна тонны тонн гектаров килограммов часов часа минут "
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
)
_UNITS_EN = (
    "mm cm m km kg g t ha l hours minutes seconds per percent million billion trillion thousand pm am p.m a.m "
    "kilometres metres tonnes hectares kilograms dollars yuan roubles euros "
    "January February March April May June July August September October November December"
)
_BEFORE_FIGURE_RU = r"№|§|стр\.|с\.|ст\.|гл\.|рис\.|п\.|пп\.|т\.|д\.|кв\.|тел\."
_BEFORE_FIGURE_EN = r"№|§|No\.|Nos\.|p\.|pp\.|Art\.|vol\.|Vol\.|fig\.|Fig\."


def _words(words: str) -> str:
    return "|".join(sorted(map(re.escape, words.split()), key=len, reverse=True))


# In each the one space is group 2; before it stands group 1.
_RULES = {
    "ru": [
        rf"(?i)((?<![\w’'.-])(?:{_words(_SHORT)}){_T})( )(?={_T}[\w«„(\x02])",
        rf"(?i)([\w»“”\x02)]{_T})( )(?={_T}(?:же|ли|бы|ж|ль|б){_T}(?![\w-]))",
        rf"(\d{_T})( )(?={_T}(?:{_words(_UNITS_RU)})(?!\w))",
        rf"([IVXLХ]+{_T})( )(?={_T}(?:в|вв|века|веке|веков|век)(?!\w))",
        rf"((?<![\w.])(?:{_BEFORE_FIGURE_RU}){_T})( )(?={_T}\d)",
        rf"((?<![\w.])(?:г|ул|им|пл|пр|р|оз|о|акад|проф){_T}\.{_T})( )(?={_T}[А-ЯЁ])",
        rf"((?<!\w)т\.{_T})( )(?={_T}[деопкчн]\.)",
        rf"((?<!\w)и{_T})( )(?={_T}(?:т\.|др\.|пр\.))",
        rf"((?<!\w)[А-ЯЁ]\.{_T})( )(?={_T}[А-ЯЁ][а-яё.])",
        rf"([а-яё]{_T})( )(?={_T}[А-ЯЁ]\.[ \u00a0]?[А-ЯЁ]\.)",
    ],
    "en": [
        rf"(\d{_T})( )(?={_T}(?:{_words(_UNITS_EN)})(?!\w))",
        rf"((?<![\w.])(?:{_BEFORE_FIGURE_EN}){_T})( )(?={_T}\d)",
        rf"((?<!\w)(?:Mr|Mrs|Ms|Dr|Prof|St)\.?{_T})( )(?={_T}[A-Z])",
        rf"((?<!\w)[A-Z]\.{_T})( )(?={_T}[A-Z][a-z.])",
    ],
}
_COMMON = [
    rf"([^\s\x01\x03]{_T})( )(?={_T}[–—]{_T}(?:[ \u00a0]|$))",
    rf"(\d{_T})( )(?={_T}[%‰°€₽₸₹])",
]
# Thousands parted by spaces.
_GROUPS = re.compile(r"(?<![\d.,+])(?<!\d[ \u00a0])\d{1,3}(?:[ \u00a0]\d{3})+(?![\d-])")
_COMPILED = {
    language: [re.compile(rule) for rule in (*rules, *_COMMON)] for language, rules in _RULES.items()
}


def with_spaces(line: str, language: str) -> str:
    """The line with non-breaking spaces where a line must not end."""
    for rule in _COMPILED[language]:
        line = rule.sub(rf"\g<1>{NBSP}", line)
    return _GROUPS.sub(lambda found: found[0].replace(" ", NBSP), line)
