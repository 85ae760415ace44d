/* A button that copies the address in the field before it. Without this script it stays hidden. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll("button[data-copy]")) {
    const field = button.previousElementSibling;
    button.hidden = false;
    button.addEventListener("click", async () => {
      field.select();
      await navigator.clipboard.writeText(field.value);
      button.nextElementSibling.textContent = button.dataset.copy;
    });
  }
});
