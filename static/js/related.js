/* Suggestions of related stories on the page of an article: they follow what the form says of topics, states, section
   and titles, and one click makes a row of the form of them. Nothing is stored before the form is saved. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const box = document.querySelector(".suggestions");
  const group = document.getElementById("related_links-group");
  if (!box || !group) return;
  const form = box.closest("form");
  const list = box.querySelector("ol");
  const said = box.querySelector(".said");
  const $ = window.django.jQuery;
  let asked = 0;
  let timer;

  const rows = () => [...group.querySelectorAll(".inline-related:not(.empty-form)")];
  const field = (row, name) => row.querySelector(`[name$="-${name}"]`);
  const stays = (row) => !field(row, "DELETE")?.checked;

  /* A link to a story of the portal needs no fields for an outside page. */
  const tidy = () => {
    for (const row of rows()) {
      const target = field(row, "target");
      if (!target) continue;
      row.classList.toggle("inside", Boolean(target.value) && !field(row, "url").value);
      row.classList.toggle("not-here", field(row, "excluded").checked);
    }
  };

  const question = () => {
    const data = new FormData();
    data.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    for (const name of ["topics", "states", "section", "title_en", "title_ru"]) {
      const input = form.elements[name];
      if (!input) continue;
      const values = input.selectedOptions ? [...input.selectedOptions].map((one) => one.value) : [input.value];
      for (const value of values) data.append(name, value);
    }
    if (box.dataset.article) data.append("without", box.dataset.article);
    for (const row of rows()) if (stays(row) && field(row, "target")?.value) data.append("without", field(row, "target").value);
    return data;
  };

  const ask = async () => {
    const number = ++asked;
    let html = null;
    try {
      const answer = await fetch(box.dataset.url, { method: "POST", body: question() });
      if (answer.ok && !answer.redirected) html = await answer.text();
    } catch {
      /* Said below. */
    }
    if (number !== asked) return;
    if (html === null) {
      said.textContent = box.dataset.failed;
      return;
    }
    const focused = list.contains(document.activeElement) ? document.activeElement : null;
    const place = focused && `[data-pk="${focused.closest("li").dataset.pk}"] [data-do="${focused.dataset.do}"]`;
    list.innerHTML = html;
    if (place) list.querySelector(place)?.focus();
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 400);
  };

  const nextPlace = () => Math.max(0, ...rows().filter(stays).map((row) => Number(field(row, "pin").value) || 0)) + 1;

  const add = (story, exclude) => {
    const place = nextPlace();
    const title = story.querySelector("a").textContent;
    const known = new Set(rows());
    group.querySelector(".add-row a").click();
    const row = rows().find((one) => !known.has(one));
    const target = field(row, "target");
    target.append(new Option(title, story.dataset.pk, true, true));
    if (exclude) field(row, "excluded").checked = true;
    else field(row, "pin").value = place;
    row.querySelector(".inline_label").textContent = title;
    $(target).trigger("change");
    // For whoever watches over unsaved words.
    target.dispatchEvent(new Event("input", { bubbles: true }));
    tidy();
    said.textContent = box.dataset[exclude ? "excluded" : "pinned"].replace("{place}", place).replace("{title}", title);
  };

  list.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-do]");
    if (!button) return;
    const story = button.closest("li");
    add(story, button.dataset.do === "exclude");
    const next = story.nextElementSibling || story.previousElementSibling;
    story.remove();
    asked++; // what is on its way does not know of this
    (next?.querySelector(`[data-do="${button.dataset.do}"]`) || box).focus();
    later();
  });

  const watched = /^(topics|states|section|title_(en|ru)|related_links-\d+-(target|DELETE))$/;
  const changed = (event) => {
    tidy();
    if (watched.test(event.target.name || "")) later();
  };
  // The fields with a search speak to jQuery only.
  $(form).on("change", changed);
  form.addEventListener("input", changed);
  document.addEventListener("formset:removed", later);
  document.addEventListener("formset:added", tidy);

  box.hidden = false;
  box.tabIndex = -1;
  tidy();
  ask();
});
