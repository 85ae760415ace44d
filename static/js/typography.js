/* The button "Typography…" of an edition: shows what would change, puts it into the form, and takes it back. Nothing
   is stored before the form is saved. Without this script the button stays hidden. */
"use strict";

(() => {
  const editors = new WeakMap();
  document.addEventListener("prose-editor:ready", (event) => editors.set(event.detail.textarea, event.detail.editor));

  const read = (field) => editors.get(field)?.getHTML() ?? field.value;

  const write = (field, text) => {
    const editor = editors.get(field);
    if (editor) {
      editor.commands.setContent(text, { emitUpdate: true });
      return;
    }
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const ask = async (button, form) => {
    const data = new FormData();
    data.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    for (const name of ["title", "summary", "body"]) {
      const field = form.elements[`${name}_${button.dataset.typography}`];
      if (field) data.append(field.name, field.value);
    }
    try {
      const answer = await fetch(button.dataset.url, { method: "POST", body: data });
      if (!answer.redirected && (answer.ok || answer.status === 422)) return await answer.json();
    } catch {
      /* Said by whoever asked. */
    }
    return { problem: button.dataset.failed };
  };

  const prepare = (button) => {
    const { form } = button;
    const said = button.nextElementSibling;
    const undo = said.nextElementSibling;
    const dialog = document.createElement("dialog");
    dialog.className = "desk-dialog typography";
    dialog.setAttribute("aria-labelledby", "typography-heading");
    let texts = {};
    let before = {};
    let writing = false;

    const put = (values) => {
      writing = true;
      for (const [name, text] of Object.entries(values)) write(form.elements[name], text);
      writing = false;
    };

    button.addEventListener("click", async () => {
      said.textContent = "";
      undo.hidden = true;
      button.disabled = true;
      const answer = await ask(button, form);
      button.disabled = false;
      if (answer.problem) {
        said.textContent = answer.problem;
        button.focus();
        return;
      }
      texts = answer.texts;
      dialog.innerHTML = answer.html;
      button.after(dialog);
      dialog.showModal();
    });

    dialog.addEventListener("click", (event) => {
      const what = event.target.dataset.do;
      if (!what) return;
      if (what === "apply") {
        before = Object.fromEntries(Object.keys(texts).map((name) => [name, read(form.elements[name])]));
        put(texts);
        said.textContent = button.dataset.applied;
        undo.hidden = false;
      }
      dialog.close();
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (undo.hidden) button.focus();
      else undo.focus();
    });

    undo.addEventListener("click", () => {
      put(before);
      undo.hidden = true;
      said.textContent = button.dataset.undone;
      button.focus();
    });
    // What was typed since would be lost with it; the editor's own undo goes back step by step.
    form.addEventListener("input", (event) => {
      if (!writing && event.target.name in before) {
        undo.hidden = true;
        said.textContent = "";
      }
    });
    button.hidden = false;
  };

  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("button[data-typography]").forEach(prepare));
})();
