/* The fields in which rows are chosen by typing say their names: select2, which makes them, does not. */
"use strict";

// Its button that empties a field of several rows stands in a list without being an item of it.
for (const field of document.querySelectorAll("select[multiple].admin-autocomplete")) field.dataset.allowClear = "false";

const nameChoices = () => {
  for (const field of document.querySelectorAll("select.admin-autocomplete")) {
    const box = field.nextElementSibling;
    const label = document.querySelector(`label[for="${field.id}"]`);
    if (!label || !box?.matches(".select2-container")) continue;
    label.id ||= `${field.id}_label`;
    const chosen = box.querySelector(".select2-selection__rendered");
    box.querySelector(".select2-selection").setAttribute("aria-labelledby", `${label.id} ${chosen.id}`.trim());
    if (chosen.getAttribute("role") === "textbox") chosen.removeAttribute("role");
    chosen.removeAttribute("aria-readonly");
    box.querySelector(".select2-search__field")?.setAttribute("aria-label", label.textContent.trim());
  }
};

const { jQuery } = window.django ?? {};
// Called in the order of asking, so after select2 was.
jQuery?.(nameChoices);
jQuery?.(document).on("select2:open", (event) => {
  const label = document.querySelector(`label[for="${event.target.id}"]`);
  const typed = document.querySelector(".select2-dropdown .select2-search__field");
  if (label && typed) typed.setAttribute("aria-label", label.textContent.trim());
});
// A row of an inline form gets its fields after this event.
document.addEventListener("formset:added", () => setTimeout(nameChoices));
