/* Tabs for the two editions of a form. Without this script both stand below each other. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const editions = [...document.querySelectorAll("fieldset.edition")];
  if (editions.length < 2) return;
  const bar = document.createElement("div");
  bar.className = "edition-tabs";
  bar.setAttribute("role", "tablist");

  const show = (index, focus) => {
    editions.forEach((edition, i) => {
      edition.hidden = i !== index;
      tabs[i].setAttribute("aria-selected", String(i === index));
      tabs[i].tabIndex = i === index ? 0 : -1;
    });
    if (focus) tabs[index].focus();
  };

  const tabs = editions.map((edition, index) => {
    const heading = edition.querySelector("h2, .fieldset-heading");
    const tab = document.createElement("button");
    tab.type = "button";
    tab.id = `edition-tab-${index}`;
    tab.textContent = heading ? heading.textContent.trim() : String(index + 1);
    tab.setAttribute("role", "tab");
    edition.id ||= `edition-${index}`;
    tab.setAttribute("aria-controls", edition.id);
    edition.setAttribute("role", "tabpanel");
    edition.setAttribute("aria-labelledby", tab.id);
    if (edition.querySelector(".errors, .errorlist")) tab.classList.add("wrong");
    tab.addEventListener("click", () => show(index));
    bar.append(tab);
    return tab;
  });

  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const now = tabs.findIndex((tab) => tab.getAttribute("aria-selected") === "true");
    show((now + step + tabs.length) % tabs.length, true);
  });

  editions[0].before(bar);
  const wrong = tabs.findIndex((tab) => tab.classList.contains("wrong"));
  const own = editions.findIndex((edition) => edition.classList.contains(`edition-${document.documentElement.lang.slice(0, 2)}`));
  show(wrong >= 0 ? wrong : Math.max(own, 0));
});
