/* In a field of several lines for a text of one line, the Enter key sends the form, as in any field of one line. */
"use strict";

document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (event.key !== "Enter" || event.isComposing || !field.matches("textarea[data-one-line]")) return;
  event.preventDefault();
  field.form.requestSubmit(field.form.querySelector(":is(button:not([type]), [type=submit]):enabled"));
});
