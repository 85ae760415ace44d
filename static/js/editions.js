/* The two editions of a form: tabs, or side by side where the page has room for it. Without this script both stand
   below each other. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const group = document.querySelector(".editions");
  const editions = [...(group || document).querySelectorAll(group ? ":scope > .edition" : "fieldset.edition")];
  if (editions.length < 2) return;
  // The width from which admin.css puts the editions of an article side by side.
  const wide = matchMedia("(min-width: 80rem)");
  const bar = document.createElement("div");
  bar.className = "edition-tabs";
  bar.setAttribute("role", "tablist");
  let chosen = 0;

  const show = (index, focus) => {
    chosen = index;
    const sideBySide = Boolean(group) && wide.matches;
    bar.hidden = sideBySide;
    editions.forEach((edition, i) => {
      edition.hidden = !sideBySide && i !== index;
      if (sideBySide) {
        edition.removeAttribute("role");
        edition.removeAttribute("aria-labelledby");
      } else {
        edition.setAttribute("role", "tabpanel");
        edition.setAttribute("aria-labelledby", tabs[i].id);
      }
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
    tab.textContent = edition.dataset.name || (heading ? heading.textContent.trim() : String(index + 1));
    tab.setAttribute("role", "tab");
    edition.id ||= `edition-${index}`;
    tab.setAttribute("aria-controls", edition.id);
    if (edition.querySelector(".errors, .errorlist")) tab.classList.add("wrong");
    tab.addEventListener("click", () => show(index));
    bar.append(tab);
    return tab;
  });

  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    show((chosen + step + tabs.length) % tabs.length, true);
  });

  (group || editions[0]).before(bar);
  const wrong = tabs.findIndex((tab) => tab.classList.contains("wrong"));
  const own = editions.findIndex((edition) => edition.classList.contains(`edition-${document.documentElement.lang.slice(0, 2)}`));
  show(wrong >= 0 ? wrong : Math.max(own, 0));
  wide.addEventListener("change", () => show(chosen));
});
