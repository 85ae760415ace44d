/* Logging out removes the drafts of this browser: asked before where there are any, done on the page that says so. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  if (document.querySelector("[data-forget-drafts]")) {
    drafts.leave();
    drafts.clear();
    return;
  }
  const form = document.getElementById("logout-form");
  const dialog = document.getElementById("leaving");
  if (!form || !dialog) return;
  let asked = false;
  form.addEventListener("submit", async (event) => {
    if (asked) return;
    event.preventDefault();
    asked = true;
    if ((await drafts.all()).length) {
      asked = false;
      dialog.showModal();
    } else form.requestSubmit();
  });
  dialog.addEventListener("close", () => {
    if (dialog.returnValue !== "leave") return;
    asked = true;
    form.requestSubmit();
  });
});
