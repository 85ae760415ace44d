/* Ask before a form with unsaved words is left. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  let unsaved = false;
  for (const form of document.querySelectorAll("#content-main form")) {
    form.addEventListener("input", () => (unsaved = true));
    for (const name of ["desk:stored", "desk:left"]) form.addEventListener(name, () => (unsaved = false));
  }
  // A preview opens beside the form, which stays unsaved; so does a form that a script sends, until it is stored.
  addEventListener("submit", (event) => {
    if (event.submitter?.formTarget !== "_blank" && !event.defaultPrevented) unsaved = false;
  });
  addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
});
