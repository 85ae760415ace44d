/* Offers what an earlier page of this form kept: with the difference, to be brought back or discarded. */
"use strict";

window.offers = (() => {
  // The moments of the desk are Moscow time.
  const locale = document.documentElement.lang === "ru" ? "ru" : "en-GB";
  const isText = (field) => field.tagName === "TEXTAREA" || ["text", "url", "email"].includes(field.type);

  function labelOf(field) {
    const label = field.labels?.[0] ?? field.closest("fieldset, .form-row")?.querySelector("legend, label");
    const words = label?.textContent.trim().replace(/:$/, "") || field.ariaLabel || field.name;
    const edition = field.closest(".edition[data-name]");
    return edition ? `${edition.dataset.name}: ${words}` : words;
  }

  // What to compare on the server, in words; and the names of the other fields that differ.
  function compared(form, draft, now) {
    const body = new FormData();
    const others = new Set();
    for (const name of draft.touched) {
      const field = formValues.fields(form).find((one) => one.name === name);
      if (formValues.same(draft.values[name], now[name])) continue;
      if (/_FORMS$/.test(name)) continue;
      const inline = name.match(/^(\w+)-\d+-/);
      if (inline) {
        others.add(document.querySelector(`#${inline[1]}-group h2`)?.textContent.trim() ?? name);
      } else if (!field || !isText(field)) {
        if (field?.type !== "hidden") others.add(field ? labelOf(field) : name);
      } else {
        body.append("label", labelOf(field));
        body.append("language", name.match(/_(en|ru)$/)?.[1] ?? "");
        body.append("kind", field.matches("[data-django-prose-editor-configurable]") ? "body" : "text");
        body.append("before", now[name]?.[0]?.[0] ?? "");
        body.append("after", draft.values[name]?.[0]?.[0] ?? "");
      }
    }
    for (const other of others) body.append("other", other);
    return body;
  }

  const differs = (draft, now) =>
    draft.touched.some((name) => !/_FORMS$/.test(name) && !formValues.same(draft.values[name], now[name]));

  async function difference(form, draft, now, slot) {
    const body = compared(form, draft, now);
    body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    try {
      const answer = await fetch(form.querySelector("#keeping").dataset.difference, { method: "POST", body });
      if (!answer.ok) throw answer.status;
      slot.innerHTML = await answer.text();
    } catch {
      slot.textContent = slot.dataset.failed;
    }
  }

  function offer(form, draft, now) {
    const box = document.getElementById("offer").content.cloneNode(true).firstElementChild;
    const when = new Date(draft.at);
    const moment = box.querySelector("time");
    moment.dateTime = when.toISOString();
    moment.textContent = when.toLocaleString(locale, { dateStyle: "long", timeStyle: "short", timeZone: "Europe/Moscow" });
    const close = () => {
      box.remove();
      (document.querySelector(".offer button") ?? document.getElementById("content-start")).focus();
    };
    box.querySelector("[data-bring]").addEventListener("click", () => {
      // All of it comes back, with what the page said of the version that the text was made from: a save of it finds
      // what somebody else has saved since.
      const begun = draft.values.based_on ?? draft.values._started_from;
      const wanted = begun ? Object.keys(draft.values) : draft.touched;
      const left = formValues.fill(form, draft.values, wanted);
      document.dispatchEvent(new CustomEvent("desk:bring", { detail: draft }));
      close();
      showLeft(form, left.filter((name) => draft.touched.includes(name)), draft);
    });
    box.querySelector("[data-discard]").addEventListener("click", async () => {
      await drafts.remove(draft.id);
      close();
    });
    form.before(box);
    difference(form, draft, now, box.querySelector(".slot"));
  }

  // Fields that the page does not have any more, after a new release or a change of rights: their text is shown.
  function showLeft(form, left, draft) {
    const words = left
      .map((name) => (draft.values[name] ?? []).map(([value, label]) => label || value).join(", "))
      .filter(Boolean);
    if (!words.length) return;
    const box = document.getElementById("left-over").content.cloneNode(true).firstElementChild;
    for (const text of words) {
      const item = document.createElement("li");
      item.textContent = text;
      box.querySelector("ul").append(item);
    }
    form.before(box);
  }

  async function show(form, found, now) {
    for (const draft of found) {
      if (!differs(draft, now)) await drafts.remove(draft.id);
      else if (await drafts.isOpenElsewhere(draft.id)) {
        const note = document.getElementById("open-elsewhere");
        if (note) form.before(note.content.cloneNode(true));
      } else offer(form, draft, now);
    }
  }

  return { show, locale };
})();
