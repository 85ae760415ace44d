/* Before changes of a live edition are published, ask what they are, without leaving the page. Where this fails, or
   without this script, the form comes back with the question. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("article_form");
  if (!form) return;
  const names = ["title_en", "summary_en", "body_en", "title_ru", "summary_ru", "body_ru"];
  let busy = false;

  const questions = async (verb) => {
    const words = new FormData();
    const all = new FormData(form);
    for (const name of ["csrfmiddlewaretoken", ...names]) if (all.has(name)) words.append(name, all.get(name));
    words.append("_verb", verb);
    const answer = await fetch(new URL("../weigh/", location.href), { method: "POST", body: words });
    return answer.status === 200 ? answer.text() : "";
  };

  const show = (html) => {
    // What was asked before is asked anew: the text may be another one.
    for (const old of form.querySelectorAll("fieldset.weight")) old.remove();
    const holder = document.createElement("div");
    holder.innerHTML = html;
    form.append(holder);
    const dialog = holder.querySelector("dialog");
    const publish = dialog.querySelector("button.publish");
    dialog.addEventListener("close", () => holder.remove());
    dialog.querySelector(".cancel").addEventListener("click", () => dialog.close());
    // The Enter key would press the first button of the form.
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.target.type !== "radio") return;
      event.preventDefault();
      publish.click();
    });
    dialog.showModal();
    dialog.querySelector("input:checked").focus();
  };

  form.addEventListener("click", async (event) => {
    const button = event.target.closest('button[name="_verb"]');
    if (!button || !button.value.startsWith("publish:") || button.closest("dialog") || button.dataset.asked) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    let html = "";
    try {
      html = await questions(button.value);
    } catch {
      // The form will be answered by the server.
    }
    busy = false;
    if (html) {
      show(html);
    } else {
      button.dataset.asked = "1";
      button.click();
      delete button.dataset.asked;
    }
  });
});
