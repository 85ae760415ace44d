/* “Still valid” takes a mark off without leaving the page. Without this script the answer opens in another tab. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  for (const block of document.querySelectorAll("details.outdated")) {
    const status = block.parentElement.querySelector(".status-line");
    status.setAttribute("role", "status");
    const said = document.createElement("p");
    said.setAttribute("role", "status");
    block.append(said);

    const answer = async (button) => {
      const words = new FormData();
      words.append("csrfmiddlewaretoken", block.closest("form").elements.csrfmiddlewaretoken.value);
      words.append("valid", button.value);
      const response = await fetch(button.formAction, { method: "POST", body: words, headers: { Accept: "application/json" } });
      if (response.status !== 200 && response.status !== 409) throw new Error(response.status);
      return response.json();
    };

    block.addEventListener("click", async (event) => {
      const button = event.target.closest('button[name="valid"]');
      if (!button || button.dataset.failed) return;
      event.preventDefault();
      let result;
      try {
        result = await answer(button);
      } catch {
        button.dataset.failed = "1";
        button.click();
        return;
      }
      said.textContent = result.said;
      status.textContent = result.line;
      const gone = button.value.split(":")[1].split(" ").filter(Boolean);
      for (const other of block.querySelectorAll('li button[name="valid"]')) {
        if (result.ok && gone.includes(other.value.split(":")[1])) other.closest("li").remove();
      }
      if (result.ok && !result.left) block.remove();
      else if (result.ok) block.querySelector("summary").focus();
      const all = block.querySelector('ol + button[name="valid"]');
      if (all) all.value = all.value.split(":")[0] + ":" + all.value.split(":")[1].split(" ").filter((one) => one && !gone.includes(one)).join(" ");
    });
  }
});
