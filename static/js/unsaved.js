/* Ask before a form with unsaved words is left. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  let unsaved = false;
  for (const form of document.querySelectorAll("#content-main form")) {
    form.addEventListener("input", () => (unsaved = true));
    form.addEventListener("submit", () => (unsaved = false));
  }
  addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
});
