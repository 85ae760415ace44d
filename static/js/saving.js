/* Sends a form of the desk without leaving the page, until the server says that it is stored.

   Whatever goes wrong on the way, the page and its text stay as they are and say what happened. Where the server finds
   something wrong in the form, the browser sends it as without this script, and shows the page that comes back. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const bar = document.getElementById("keeping");
  const form = bar?.closest("form");
  if (!form) return;
  const words = bar.dataset;
  const problem = bar.querySelector(".problem");
  const busyWords = bar.querySelector(".busy");
  let plainly = false;

  function say(text, link) {
    problem.replaceChildren(text);
    problem.hidden = !text;
    if (link) {
      const way = document.createElement("a");
      way.href = words.login;
      way.target = "_blank";
      way.textContent = link;
      problem.append(" ", way);
    }
    if (text) bar.hidden = false;
  }

  function setBusy(busy) {
    form.ariaBusy = busy || null;
    busyWords.hidden = !busy;
    if (busy) bar.hidden = false;
  }

  const bytes = (body) =>
    [...body].reduce((sum, [, value]) => sum + (value.size ?? 3 * value.length), 0);

  // Who is logged in now, with the token that a form needs since then; nothing where nobody is.
  async function presence() {
    const answer = await fetch(words.presence, { headers: { "X-Answer": "json" } });
    return answer.ok ? answer.json() : null;
  }

  async function send(submitter, isSecond = false) {
    const body = new FormData(form, submitter);
    if (bytes(body) > Number(words.limit)) return say(words.tooLarge);
    const action = form.getAttribute("action") || location.href;
    const answer = await fetch(action, { method: "POST", body, headers: { "X-Answer": "json" } });
    const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
    if (answer.ok && isJson) return leave((await answer.json()).location);
    if (answer.ok) return sendPlainly(submitter);
    if (answer.status === 413) return say(words.tooLarge);
    if (answer.status >= 500) return say(words.serverError);
    if (answer.status === 401 || answer.status === 403) {
      const now = await presence();
      if (!now) return say(words.loggedOut, words.logIn);
      if (String(now.person) !== words.person) return say(words.otherPerson);
      const { csrfmiddlewaretoken: token } = form.elements;
      // Whoever logs in gets a new token; this page still has the old one.
      if (!isSecond && (answer.status === 401 || token.value !== now.token)) {
        token.value = now.token;
        return send(submitter, true);
      }
    }
    return say(words.refused);
  }

  async function leave(address) {
    const waiting = [];
    form.dispatchEvent(new CustomEvent("desk:stored", { detail: { wait: (promise) => waiting.push(promise) } }));
    await Promise.all(waiting);
    location.assign(address);
  }

  function sendPlainly(submitter) {
    plainly = true;
    form.requestSubmit(submitter);
  }

  form.addEventListener("submit", async (event) => {
    const { submitter } = event;
    // A button with an address of its own does something else than saving.
    if (plainly || submitter?.hasAttribute("formaction") || form.target) {
      plainly = false;
      return;
    }
    event.preventDefault();
    if (form.ariaBusy) return;
    say("");
    setBusy(true);
    try {
      await send(submitter);
    } catch {
      say(words.networkError);
    }
    setBusy(false);
  });

  // Back from the tab in which somebody logged in again.
  addEventListener("focus", async () => {
    if (problem.hidden || !problem.querySelector("a")) return;
    const now = await presence().catch(() => null);
    if (String(now?.person) !== words.person) return;
    form.elements.csrfmiddlewaretoken.value = now.token;
    say(words.backAgain);
  });
});
