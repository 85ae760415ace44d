/* Ask before a form with unsaved words is left. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  let unsaved = false;
  for (const form of document.querySelectorAll("#content-main form")) {
    form.addEventListener("input", () => (unsaved = true));
    // A preview opens beside the form, which stays unsaved.
    form.addEventListener("submit", (event) => {
      if (event.submitter?.formTarget !== "_blank") unsaved = false;
    });
  }
  addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
});
