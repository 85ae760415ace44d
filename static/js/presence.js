/* Tells that the page of an article is open, and shows who else has it open and what was saved since: about every
   twenty seconds while the page is looked at, never while it is hidden. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const box = document.querySelector("#presence");
  const form = document.querySelector("#article_form");
  if (!box || !form) return;
  let writing = false;
  let told = false; // that there is writing
  let timer = 0;
  let shown = null;

  const words = (more) => {
    const data = new FormData();
    data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    data.set("version", box.dataset.version);
    for (const [name, value] of Object.entries(more)) data.set(name, value);
    return data;
  };

  const line = (text, saved) => {
    const item = document.createElement("p");
    item.textContent = text;
    if (saved) {
      item.className = "saved";
      const link = document.createElement("a");
      link.href = saved.address;
      link.target = "_blank";
      link.textContent = saved.link;
      item.append(" ", link);
    }
    return item;
  };

  const show = ({ others, saved }) => {
    const now = JSON.stringify([others, saved]);
    if (now === shown) return; // a reader of the screen hears what is new only
    shown = now;
    box.replaceChildren(...(saved ? [line(saved.words, saved)] : []), ...others.map((text) => line(text)));
    box.hidden = !box.children.length;
  };

  const tell = async () => {
    clearTimeout(timer);
    if (document.visibilityState !== "visible") return;
    const said = writing;
    writing = false;
    told = said;
    try {
      const answer = await fetch(box.dataset.address, { method: "POST", body: words(said ? { writing: "1" } : {}), redirect: "error" });
      if (answer.ok) show(await answer.json());
    } catch {
      writing ||= said; // told the next time
    }
    clearTimeout(timer);
    timer = setTimeout(tell, 18000 + Math.random() * 4000);
  };

  form.addEventListener("input", () => {
    writing = true;
    if (!told) tell(); // that somebody begins is told at once, that it goes on with the others
  });
  document.addEventListener("visibilitychange", tell);
  addEventListener("pageshow", tell);
  addEventListener("pagehide", () => navigator.sendBeacon(box.dataset.address, words({ left: "1" })));
});
