"""What figures mean: `1,000`, `1 000` and `a thousand` are one number, `18.11.2025` and `November 18, 2025` one day.

A figure may have more than one reading (in Russian `1,500` is one and a half, or fifteen hundred where somebody wrote
it the English way). Two figures are the same where they share one.
"""

import re
from dataclasses import replace
from decimal import Decimal

from news.substance.cutting import Token

FIGURE = "figure"
DATE = "date"
_ROMAN = re.compile(r"(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50}
_ENDING = re.compile(r"(?<=\d)(?:'?[^\W\d_]+|-[^\W\d_]+)\Z")
_DECADE = re.compile(r"(?<=\d)0(?:'?s|-(?:е|х|ми|ые|ых))\Z")
_FRACTIONS = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3"}
# Ordinals and cardinals in words: "the second two" are two figures. Digits stand for both.
CARDINAL, ORDINAL = "", "."


def plain(number: Decimal) -> str:
    """A number in digits without a needless zero."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def readings(raw: str, language: str) -> frozenset[str]:
    """What a figure written in digits may mean."""
    digits = raw.replace(" ", "").replace("'", "")
    separators = re.findall(r"[.,]", digits)
    if not separators:
        return frozenset({plain(Decimal(digits))})
    *whole, last = re.split(r"[.,]", digits)
    groups_of_three = all(len(group) == 3 for group in [*whole[1:], last]) and len(whole[0]) <= 3
    if len(separators) > 1:
        if len(set(separators)) == 1:
            return frozenset({plain(Decimal("".join([*whole, last])))} if groups_of_three else {digits})
        return frozenset({plain(Decimal(f"{''.join(whole)}.{last}"))})
    decimal, thousands = plain(Decimal(f"{whole[0]}.{last}")), plain(Decimal(whole[0] + last))
    if language == "en" and separators == [","]:
        return frozenset({thousands if groups_of_three else decimal})
    found = {decimal}
    if groups_of_three and last.endswith("0"):  # nobody writes a decimal so
        found.add(thousands)
    if separators == ["."] and len(last) == 2 and int(whole[0]) < 24 and int(last) < 60:
        found.add(clock(f"{whole[0]}:{last}"))
    return frozenset(found)


def clock(raw: str, half: str = "") -> str:
    """A time of day as `h16:05`; `half` is "am", "pm" or nothing."""
    hours, _colon, minutes = raw.partition(":")
    hour = int(hours)
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"h{hour}:{minutes or '00'}"


def read(tokens: list[Token], language: str, months: dict[str, str]) -> list[Token]:
    """Give every figure in digits its readings, and write dates in digits out as day, month, year."""
    found: list[Token] = []
    for token in tokens:
        if token.what == "date":
            found += _date(token, months)
        elif token.what == "clock":
            found.append(_figure(token, clock(token.form)))
        elif token.what == "fraction":
            found.append(_figure(token, _FRACTIONS.get(token.form, token.form)))
        elif token.what == "number":
            found.append(_number(token, language, not (found and found[-1].kind == FIGURE)))
        elif token.what == "word" and (roman := _roman_digits(token.surface, language)):
            found.append(_figure(token, str(_roman(roman))))
        else:
            found.append(token)
    return found


def _figure(token: Token, *meant: str) -> Token:
    return replace(token, kind=FIGURE, readings=frozenset(meant))


def _number(token: Token, language: str, may_be_negative: bool) -> Token:
    digits = _ENDING.sub("", token.form)
    if _DECADE.search(token.form) and len(digits) in {2, 4}:
        return _figure(token, *(f"{century}{digits}s" for century in ("", "19", "20")[: 5 - len(digits)]))
    meant = readings(digits, language)
    sign = re.search(r"(?:^|[\s(])[-–−]\Z", token.before)
    if sign and may_be_negative and digits == token.form:
        return _figure(replace(token, form=f"-{digits}"), *(f"-{reading}" for reading in meant))
    return _figure(token, *meant)


def _roman_digits(word: str, language: str) -> str:
    """The word, if it is a Roman number; the Russian letter Х may stand for the Latin one."""
    digits = word.replace("Х", "X") if len(word) > 1 else word
    return digits if len(digits) > (language == "en") and _ROMAN.match(digits) else ""


def _roman(text: str) -> int:
    values = [_ROMAN_DIGITS[letter] for letter in text]
    return sum(
        -value if any(later > value for later in values[place + 1 : place + 2]) else value
        for place, value in enumerate(values)
    )


def _date(token: Token, months: dict[str, str]) -> list[Token]:
    """A day in digits as the three tokens that it would be in words; a figure where there is no such day."""
    parts = re.split(r"[-.]", token.form)
    year, month, day = parts if "-" in token.form else reversed(parts)
    if not 1 <= int(month) <= 12:
        return [_figure(token, token.form)]
    year = year if len(year) == 4 else f"20{year}"
    return [
        _figure(replace(token, form=str(int(day))), str(int(day))),
        replace(token, form=months[str(int(month))], kind=DATE, before=" "),
        _figure(replace(token, form=year, before=" "), year),
    ]


def with_times(tokens: list[Token]) -> list[Token]:
    """`4 pm` as one time of day."""
    found: list[Token] = []
    for token in tokens:
        half = token.form if token.form in {"am", "pm"} else ""
        if token.form == "m" and len(found) > 1 and found[-1].form in {"a", "p"} and found[-2].kind == FIGURE:
            half = f"{found.pop().form}m"
        hour = found[-1].form.replace(".", ":") if found and found[-1].kind == FIGURE else ""
        if half and re.fullmatch(r"\d{1,2}(:\d\d)?", hour):
            time = clock(hour, half)
            found[-1] = _figure(replace(found[-1], surface=f"{found[-1].surface} {half}", form=time), time)
        else:
            found.append(token)
    return found


class Numerals:
    """The number words of a language: units and tens, `hundred`, multipliers; and what joins them."""

    def __init__(
        self, values: dict[str, int], ordinals: dict[str, int], multipliers: dict[str, int], joint: str
    ):
        self.values, self.ordinals, self.multipliers, self.joint = values, ordinals, multipliers, joint

    def merged(self, tokens: list[Token]) -> list[Token]:
        """Make one figure of every run of number words, and of digits with `million` after them."""
        found: list[Token] = []
        place = 0
        while place < len(tokens):
            end, meant = self._run(tokens, place)
            if end == place:
                found.append(tokens[place])
                place += 1
                continue
            surface = " ".join(token.surface for token in tokens[place:end])
            found.append(replace(_figure(tokens[place], *meant), surface=surface, form=surface.casefold()))
            place = end
        return found

    def _value(self, token: Token) -> tuple[int, str] | None:
        for form in (token.form, *sorted(token.bases)):
            if form in self.values:
                return self.values[form], CARDINAL
            if form in self.ordinals:
                return self.ordinals[form], ORDINAL
        return None

    def _multiplier(self, token: Token) -> int | None:
        return next(
            (self.multipliers[f] for f in (token.form, *sorted(token.bases)) if f in self.multipliers), None
        )

    def _run(self, tokens: list[Token], place: int) -> tuple[int, frozenset[str]]:
        """Where the figure that begins at `place` ends, and what it means; `place` itself where there is none."""
        first = tokens[place]
        if first.kind == FIGURE:
            return self._digits_run(tokens, place)
        total = current = 0
        order, end, at = CARDINAL, place, place
        while at < len(tokens) and order == CARDINAL and (at == place or tokens[at].before in {" ", "-", ""}):
            token = tokens[at]
            if token.form == self.joint and at > place and current and current % 100 == 0:
                at += 1
                continue
            many = self._multiplier(token)
            if many and current:
                if many == 100:
                    current *= 100
                else:
                    total, current = total + current * many, 0
            elif (value := self._value(token)) and _fits(current, value[0]):
                current += value[0]
                order = value[1]
            else:
                break
            at = end = at + 1
        if end == place:
            return place, frozenset()
        number = str(total + current)
        return end, frozenset({number + order} if order else {number, number + CARDINAL})

    def _digits_run(self, tokens: list[Token], place: int) -> tuple[int, frozenset[str]]:
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        many = following and following.before in {" ", "-", ""} and self._multiplier(following)
        numeric = [r for r in tokens[place].readings if re.fullmatch(r"-?\d+(\.\d+)?", r)]
        if not many or not numeric:
            return place, frozenset()
        return place + 2, frozenset(plain(Decimal(reading) * many) for reading in numeric)


def _fits(current: int, value: int) -> bool:
    """Whether a number word goes on with the number so far: `twenty` + `four`, `hundred` + `twenty-four`."""
    if current == 0:
        return True
    if value >= 100:
        return False
    return current % 100 == 0 if value >= 10 else current % 10 == 0 and current % 100 != 10


def same_figure(first: Token, second: Token) -> bool:
    """Whether two figures may mean the same number. An ordinal in words is not a cardinal in words."""
    if first.readings & second.readings:
        return True
    in_digits = {first.what, second.what} != {"word"}
    return in_digits and bool(
        {r.rstrip(ORDINAL) for r in first.readings} & {r.rstrip(ORDINAL) for r in second.readings}
    )
