"""Bodies with two edits each, and what they become: without a question, or with one."""

A, B, C, D = (
    f"<p>{text}</p>"
    for text in (
        "The summit opened on Monday.",
        "Ten members took part in it.",
        "Совет собрался в&nbsp;Москве.",
        "Заявление опубликовано во вторник.",
    )
)
A2, B2, C2 = A.replace("Monday", "Tuesday"), B.replace("Ten", "Nine"), C.replace("Совет", "Малый совет")
B3 = B.replace("members", "states")
NEW, OTHER = "<p>Trade grew by a tenth.</p>", "<p>Ворота стадиона открыли утром.</p>"
FIGURE = (
    '<figure><img src="/media/images/0123456789abcdef.jpg" alt="A map"><figcaption>{}</figcaption></figure>'
)


def listed(*items: str, kind: str = "<ul>") -> str:
    return f"{kind}{''.join(f'<li>{item}</li>' for item in items)}</{kind[1:3]}>"


def table(*rows: str) -> str:
    return f"<table><tbody>{''.join(f'<tr>{row}</tr>' for row in rows)}</tbody></table>"


# The base, mine, theirs; what becomes of it without a question.
AGREED = {
    "the rich-text editor drops a blank": (
        A.replace(" ", "  ") + B,
        A + B,
        A.replace(" ", "  ") + B2,
        A + B2,
    ),
    "one drops a blank, one changes": (A.replace(" ", "  ") + B, A + B, A2 + B, A2 + B),
    "nobody changed anything": (A + B, A + B, A + B, A + B),
    "mine alone": (A + B, A2 + B, A + B, A2 + B),
    "theirs alone": (A + B, A + B, A + B2, A + B2),
    "the same on both sides": (A + B, A + B2, A + B2, A + B2),
    "one each, far apart": (A + B + C, A2 + B + C, A + B + C2, A2 + B + C2),
    "one each, neighbours": (A + B + C, A + B2 + C, A + B + C2, A + B2 + C2),
    "every other one": (A + B + C + D, A2 + B + C2 + D, A + B2 + C + D + NEW, A2 + B2 + C2 + D + NEW),
    "one removes, one changes another": (A + B + C, B + C, A + B + C2, B + C2),
    "both remove neighbours": (A + B + C + D, A + C + D, A + B + D, A + D),
    "both remove the same": (A + B + C, A + C, A + C, A + C),
    "one adds before what the other changes": (A + B, A + NEW + B, A + B2, A + NEW + B2),
    "one adds after what the other removes": (A + B + C, A + B + NEW + C, A + C, A + NEW + C),
    "both add at the end": (A, A + NEW, A + OTHER, A + OTHER + NEW),
    "both add at the beginning": (A, NEW + A, OTHER + A, OTHER + NEW + A),
    "both add the same": (A, A + NEW, A + NEW, A + NEW),
    "both add the same, one something more": (A, A + OTHER + NEW, A + NEW, A + OTHER + NEW),
    "both add the same in another order": (A, A + NEW + OTHER, A + OTHER + NEW, A + OTHER + NEW),
    "both begin": ("", NEW, OTHER, OTHER + NEW),
    "one moves what the other changes": (A + B + C + D, B + C + D + A, A2 + B + C + D, B + C + D + A2),
    "one moves what the other removes": (A + B + C + D, B + C + D + A, B + C + D, B + C + D),
    "both move the same to the same place": (A + B + C, B + C + A, B + C + A, B + C + A),
    "both move the same to different places": (A + B + C + D, B + A + C + D, B + C + D + A, B + C + D + A),
    "one moves, one adds beside it": (A + B + C + D, B + C + D + A, A + NEW + B + C + D, NEW + B + C + D + A),
    "both move others": (A + B + C + D, B + A + C + D, A + B + D + C, B + A + D + C),
    "items of a list": (
        listed("a", "b", "c"),
        listed("x", "b", "c"),
        listed("a", "y", "c"),
        listed("x", "y", "c"),
    ),
    "new items of a list": (
        listed("a", "b"),
        listed("x", "a", "b"),
        listed("a", "b", "y"),
        listed("x", "a", "b", "y"),
    ),
    "the kind of the list, and items of it": (
        listed("a", "b", kind="<ul>"),
        listed("x", "a", "y", "b2", "z", kind="<ul>"),
        listed("a", "b", kind='<ul class="dash">'),
        listed("x", "a", "y", "b2", "z", kind='<ul class="dash">'),
    ),
    "a paragraph into the middle of a list": (
        listed("a", "b", "c"),
        listed("a", "b") + NEW + listed("c"),
        listed("a", "b", "c2"),
        listed("a", "b") + NEW + listed("c2"),
    ),
    "two lists become one": (
        listed("a", "b") + A + listed("c", "d"),
        listed("a", "b", "c", "d"),
        listed("a", "b2") + A + listed("c", "d", "e"),
        listed("a", "b2", "c", "d", "e"),
    ),
    "two lists that touch": (
        listed("a") + listed("b"),
        listed("a", "x") + listed("b"),
        listed("a") + listed("b", "y"),
        listed("a", "x") + listed("b", "y"),
    ),
    "rows of a table": (
        table("<td>1</td><td>a</td>", "<td>2</td><td>b</td>", "<td>3</td><td>c</td>"),
        table("<td>1</td><td>x</td>", "<td>2</td><td>b</td>", "<td>3</td><td>c</td>"),
        table("<td>1</td><td>a</td>", "<td>2</td><td>b</td>", "<td>3</td><td>z</td>", "<td>4</td><td>d</td>"),
        table("<td>1</td><td>x</td>", "<td>2</td><td>b</td>", "<td>3</td><td>z</td>", "<td>4</td><td>d</td>"),
    ),
    "a list made of paragraphs": (
        A + B + C,
        listed(A[3:-4], B[3:-4]) + C,
        A + B + C2,
        listed(A[3:-4], B[3:-4]) + C2,
    ),
    "a quotation around what the other changes": (
        A + B + C,
        f"<blockquote>{A}{B}</blockquote>{C}",
        A2 + B + C,
        f"<blockquote>{A2}{B}</blockquote>{C}",
    ),
    "a picture and its caption": (
        FIGURE.format("a") + A,
        FIGURE.format("b") + A,
        FIGURE.format("a") + A2,
        FIGURE.format("b") + A2,
    ),
    "blanks between paragraphs": (
        f"{A}\n{B}\n{C}",
        f"{A2}\n{B}\n{C}",
        f"{A}\n{B}\n\n{C2}\n{NEW}",
        f"{A2}\n{B}\n\n{C2}\n{NEW}",
    ),
    "what the editor writes unasked": (
        f"{listed('a', 'b', 'c')}\n{A}",
        f"<ul><li><p>a2</p></li><li><p>b</p></li><li><p>c</p></li></ul>{A}",
        f"{listed('a', 'b', 'c2')}\n{A}",
        f"<ul><li><p>a2</p></li><li><p>b</p></li><li>c2</li></ul>{A}",
    ),
    "a split paragraph beside a changed one": (
        A + "<p>One two three. Four five six.</p>",
        A + "<p>One two three.</p><p>Four five six.</p>",
        A2 + "<p>One two three. Four five six.</p>",
        A2 + "<p>One two three.</p><p>Four five six.</p>",
    ),
    "the same edit, otherwise written": (
        listed("a", "b"),
        "<ul><li><p>a</p></li><li><p>x</p></li></ul>",
        listed("a", "x"),
        "<ul><li><p>a</p></li><li>x</li></ul>",
    ),
    "a new paragraph beside what they put into a quotation": (
        A + B,
        A + NEW + B,
        f"<blockquote>{A}</blockquote>{B}",
        f"<blockquote>{A}</blockquote>{NEW}{B}",
    ),
    "one of two equal lines went elsewhere": (
        f"<hr>{A}<hr>{B}{C}",
        f"{A}{B}{C}<hr>",
        f"<hr>{A}<hr>{B}{C2}",
        f"{A}{B}{C2}<hr>",
    ),
    "mine rewrote all, theirs did nothing": (A + B, NEW + OTHER, A + B, NEW + OTHER),
}
# The base, mine, theirs; what is asked, and what stands in the body until it is answered.
ASKED = {
    "both change the same": (A + B + C, A + B2 + C, A + B3 + C, [(2, B, B2, B3)], A + B3 + C),
    "mine is removed by them": (A + B + C, A + B2 + C, A + C, [(2, B, B2, "")], A + C),
    "theirs is removed by me": (A + B + C, A + C, A + B2 + C, [(2, B, "", B2)], A + B2 + C),
    "both change the same, and others": (
        A + B + C + D,
        A2 + B2 + C + D,
        A + B3 + C2 + D,
        [(2, B, B2, B3)],
        A2 + B3 + C2 + D,
    ),
    "both add nearly the same": (
        A,
        A + "<p>The next meeting is in Bishkek in May.</p>",
        A + "<p>The next meeting is in Bishkek in June.</p>",
        [
            (
                2,
                "",
                "<p>The next meeting is in Bishkek in May.</p>",
                "<p>The next meeting is in Bishkek in June.</p>",
            )
        ],
        A + "<p>The next meeting is in Bishkek in June.</p>",
    ),
    "the same item of a list": (
        listed("a", "b", "c"),
        listed("a", "x", "c"),
        listed("a", "y", "c"),
        [(2, listed("b"), listed("x"), listed("y"))],
        listed("a", "y", "c"),
    ),
    "the same row of a table": (
        table("<td>1</td>", "<td>2</td>"),
        table("<td>1</td>", "<td>3</td>"),
        table("<td>1</td>", "<td>4</td>"),
        [(2, table("<td>2</td>"), table("<td>3</td>"), table("<td>4</td>"))],
        table("<td>1</td>", "<td>4</td>"),
    ),
    "the same caption": (
        FIGURE.format("a"),
        FIGURE.format("b"),
        FIGURE.format("c"),
        [(1, FIGURE.format("a"), FIGURE.format("b"), FIGURE.format("c"))],
        FIGURE.format("c"),
    ),
    "words of one, emphasis of the other": (
        A,
        A2,
        A.replace("summit", "<em>summit</em>"),
        [(1, A, A2, A.replace("summit", "<em>summit</em>"))],
        A.replace("summit", "<em>summit</em>"),
    ),
    "a split paragraph belongs together": (
        "<p>One two three. Four five six.</p>" + A,
        "<p>One two three.</p><p>Four five six.</p>" + A,
        "<p>One two three. Four five seven.</p>" + A,
        [
            (
                1,
                "<p>One two three. Four five six.</p>",
                "<p>One two three.</p><p>Four five six.</p>",
                "<p>One two three. Four five seven.</p>",
            )
        ],
        "<p>One two three. Four five seven.</p>" + A,
    ),
    "a short part split off before": (
        "<p>One two. Three four five six seven.</p>" + A,
        "<p>One two.</p><p>Three four five six seven.</p>" + A,
        "<p>One two. Three four five six eight.</p>" + A,
        [
            (
                1,
                "<p>One two. Three four five six seven.</p>",
                "<p>One two.</p><p>Three four five six seven.</p>",
                "<p>One two. Three four five six eight.</p>",
            )
        ],
        "<p>One two. Three four five six eight.</p>" + A,
    ),
    "a rewritten paragraph": (A + B + C, A + NEW + C, A + B2 + C, [(2, B, NEW, B2)], A + B2 + C),
    "both cleared and wrote anew": (A, NEW, OTHER, [(1, A, NEW, OTHER)], OTHER),
}
