"""The words of the documents in both languages, and days and names as they are written there."""

from datetime import date

from .charts_data import STATES

_MONTHS = {
    "en": [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ],
    "ru": [
        "января", "февраля", "марта", "апреля", "мая", "июня",
        "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ],
}  # fmt: skip

TITLES = {
    "en": {
        "summit": "Meetings of the Council of Heads of State, 2001–{year}",
        "heads-of-government": "Meetings of the heads of government, 2001–{year}",
        "statuses": "States of the SCO by status on {day}",
    },
    "ru": {
        "summit": "Заседания Совета глав государств, 2001–{year} годы",
        "heads-of-government": "Заседания глав правительств, 2001–{year} годы",
        "statuses": "Государства ШОС по статусам на {day}",
    },
}

WORDS = {
    "en": {
        "date": "Date",
        "place": "Place",
        "summit-outcome": "What was decided",
        "heads-of-government-outcome": "Meeting",
        "state": "State",
        "since": "Since",
        "video_chair": "By video; chair: {state}",
        "place_video": "{place} (by video)",
        "summit-lead": "Shanghai Cooperation Organisation: {count} meetings from 2001 to {year}.",
        "heads-of-government-lead": "Shanghai Cooperation Organisation: {count} meetings from 2001 to {year}.",
        "statuses-lead": "Shanghai Cooperation Organisation: {} member states, {} observers, {} dialogue partners.",
        "foot": "Infoshos, a demonstration. Compiled from public sources.",
    },
    "ru": {
        "date": "Дата",
        "place": "Место",
        "summit-outcome": "Что решено",
        "heads-of-government-outcome": "Заседание",
        "state": "Государство",
        "since": "В этом статусе с",
        "video_chair": "По видеосвязи; председатель — {state}",
        "place_video": "{place} (по видеосвязи)",
        "summit-lead": "Шанхайская организация сотрудничества. Заседаний с 2001 по {year} год: {count}.",
        "heads-of-government-lead": "Шанхайская организация сотрудничества. Заседаний в списке: {count}.",
        "statuses-lead": "Шанхайская организация сотрудничества. "
        "Государства-члены: {}, наблюдатели: {}, партнёры по диалогу: {}.",
        "foot": "Инфошос, демонстрация. Составлено по открытым источникам.",
    },
}

STATUS_NAMES = {
    "en": {
        "member": "Member states",
        "observer": "Observer states",
        "dialogue-partner": "Dialogue partners",
    },
    "ru": {
        "member": "Государства-члены",
        "observer": "Государства-наблюдатели",
        "dialogue-partner": "Партнёры по диалогу",
    },
}

NOTES = {
    "en": {
        "known": "The meeting of November 2025 was the twenty-fourth. The list holds the {count} meetings "
        "of which the archive knows the day.",
        "unconfirmed": "* The day is not fully confirmed.",
        "statuses": "Members and observers are counted from the day on which the heads of state decided "
        "(the founders from the day of the founding declaration), dialogue partners from the day "
        "on which the memorandum was signed.",
        "LK": "* The memorandum with Sri Lanka was signed in May 2010; the day is not confirmed.",
        "LK and SA": "* The memoranda with Sri Lanka (May 2010) and Saudi Arabia (September 2022): "
        "the day is not confirmed.",
    },
    "ru": {
        "known": "Заседание в ноябре 2025 года было двадцать четвёртым. В списке {count} заседания, "
        "дни которых архиву известны.",
        "unconfirmed": "* День подтверждён не полностью.",
        "statuses": "Для членов и наблюдателей указан день решения глав государств (для основателей — день "
        "подписания Декларации о создании), для партнёров по диалогу — день подписания меморандума.",
        "LK": "* Меморандум со Шри-Ланкой подписан в мае 2010 года; день не подтверждён.",
        "LK and SA": "* Меморандумы со Шри-Ланкой (май 2010 года) и Саудовской Аравией "
        "(сентябрь 2022 года): день не подтверждён.",
    },
}

_TURKIYE_SINCE = "2022-06-01"  # until then the English name was Turkey


def day_in_words(day: str, language: str) -> str:
    """9 June 2017, 9 июня 2017 года."""
    moment = date.fromisoformat(day)
    text = f"{moment.day} {_MONTHS[language][moment.month - 1]} {moment.year}".replace(
        " ", "\N{NO-BREAK SPACE}"
    )
    return text + "\N{NO-BREAK SPACE}года" if language == "ru" else text


def days_in_words(first: str | None, last: str, language: str) -> str:
    """A day without the word for the year, or the first and the last of several."""
    text = day_in_words(last, language).removesuffix("\N{NO-BREAK SPACE}года")
    if first is None:
        return text
    start = date.fromisoformat(first)
    if first[:7] == last[:7]:
        return f"{start.day}–{text}"
    return f"{start.day}\N{NO-BREAK SPACE}{_MONTHS[language][start.month - 1]} – {text}"


def state_name(code: str, day: str, language: str) -> str:
    """The short name of a state, in English as it was on the day."""
    if code == "TR" and language == "en" and day < _TURKIYE_SINCE:
        return "Turkey"
    return STATES[code]["name"][language]
