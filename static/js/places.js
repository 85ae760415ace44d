/* The editors' screen of the front page: stories are dragged or moved by the arrow keys, and what a button sends comes
   back without leaving the page. Without this script every button and link works by itself. */
"use strict";

(() => {
  const said = document.getElementById("said");
  const screen = () => document.getElementById("screen");
  let busy = false;
  let typing;

  /* Show an answer in the place of what is there; true if it was one. */
  const show = (html, focus) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const next = page.getElementById("screen");
    if (!next) return false;
    screen().replaceWith(next);
    prepare();
    const told = [...next.querySelectorAll(".messages li, .errorlist li")].map((one) => one.textContent.trim());
    said.textContent = told.join(" ");
    const target = next.querySelector(focus || "#none") || next;
    target.focus({ preventScroll: target === next });
    return true;
  };

  const load = async (address, options, focus) => {
    if (busy) return;
    busy = true;
    document.body.classList.add("busy");
    try {
      const answer = await fetch(address, options);
      if (!show(await answer.text(), focus)) location.reload();
    } catch {
      said.textContent = screen().dataset.failed;
      said.className = "";
    } finally {
      busy = false;
      document.body.classList.remove("busy");
    }
  };

  const send = (form, order, focus) => {
    const data = new FormData(form);
    data.set("do", order);
    return load(form.action, { method: "POST", body: data }, focus);
  };

  const formOf = (article) => article.querySelector(".controls > form:not(.waits)");
  const placeOf = (article) => article.querySelector(".controls[data-position]")?.dataset.position;
  const verbOf = (article) => (article.querySelector('button[value="off"]:not(.waits *)') ? "move" : "pin");

  const prepare = () => {
    for (const article of screen().querySelectorAll("article")) {
      if (!article.querySelector(".controls")) continue;
      article.draggable = true;
      for (const one of article.querySelectorAll("a, img")) one.draggable = false;
    }
    for (const handle of screen().querySelectorAll(".handle")) handle.hidden = false;
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!screen().contains(form)) return;
    event.preventDefault();
    if (form.method === "get") {
      load(`${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`, {}, "#chooser-q");
      return;
    }
    const position = new FormData(form).get("position");
    const order = event.submitter?.value || "";
    const to = order.split(":")[1] ?? position;
    send(form, order, to === null ? "" : `#handle-${to}`);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href*="frontplace"]');
    if (!link || !screen().contains(link) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const place = link.closest("[data-position]").dataset.position;
    load(link.href, {}, link.id === "chooser-close" ? `#choose-${place}` : "#chooser-q");
  });

  // What is typed is searched for after a moment; only the list changes, so that the typing goes on.
  document.addEventListener("input", (event) => {
    if (event.target.id !== "chooser-q") return;
    clearTimeout(typing);
    typing = setTimeout(async () => {
      const form = event.target.form;
      let html = "";
      try {
        const answer = await fetch(`${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`);
        html = await answer.text();
      } catch {
        said.textContent = screen().dataset.failed;
      }
      const page = new DOMParser().parseFromString(html, "text/html");
      const found = page.querySelector(".results");
      if (!found || !form.isConnected || page.getElementById("chooser-q").value.trim() !== event.target.value.trim()) return;
      document.querySelector(".results").replaceWith(found);
      said.textContent = [...found.querySelectorAll("li")].map((one) => one.querySelector("[lang]")?.textContent ?? one.textContent).join("; ");
    }, 300);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.getElementById("chooser-close")?.click();
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || !event.target.matches(".handle")) return;
    event.preventDefault();
    const article = event.target.closest("article");
    const to = Number(placeOf(article)) + step;
    if (screen().querySelector(`[data-position="${to}"]`)) send(formOf(article), `${verbOf(article)}:${to}`, `#handle-${to}`);
  });

  let dragged = null;
  const target = (event) => {
    const article = event.target.closest?.("article");
    return dragged && article && article !== dragged && placeOf(article) !== undefined ? article : null;
  };
  document.addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.("article[draggable]");
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.querySelector("h2, h3").textContent);
    dragged.classList.add("dragged");
  });
  document.addEventListener("dragover", (event) => {
    const article = target(event);
    for (const one of document.querySelectorAll("article.over")) one.classList.toggle("over", one === article);
    if (!article) return;
    event.preventDefault();
    article.classList.add("over");
  });
  document.addEventListener("drop", (event) => {
    const article = target(event);
    if (!article) return;
    event.preventDefault();
    const to = placeOf(article);
    send(formOf(dragged), `${verbOf(dragged)}:${to}`, `#handle-${to}`);
  });
  document.addEventListener("dragend", () => {
    for (const one of document.querySelectorAll("article:is(.dragged, .over)")) one.classList.remove("dragged", "over");
    dragged = null;
  });

  prepare();
})();
