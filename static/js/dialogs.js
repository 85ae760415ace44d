/* Dialogues of the desk: built by a script, left by Escape or a button; the focus goes back to where it was. */
"use strict";

window.deskDialog = (() => {
  let number = 0;

  function element(tag, properties = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name in made && !name.startsWith("aria")) made[name] = value;
      else made.setAttribute(name, value);
    }
    made.append(...children);
    return made;
  }

  // A field with its label before it.
  function field(text, input) {
    input.id ||= `desk-dialog-${++number}`;
    return element("p", { className: "dialog-field" }, element("label", { htmlFor: input.id }, text), input);
  }

  const button = (text, work, properties = {}) => {
    const made = element("button", { type: "button", ...properties }, text);
    made.addEventListener("click", work);
    return made;
  };

  // Shows the parts under a title. It stands outside of the page's forms, so that nothing of it is sent with them.
  function open(title, ...parts) {
    const before = document.activeElement;
    const heading = element("h2", { id: `desk-dialog-${++number}` }, title);
    const dialog = element("dialog", { className: "desk-dialog", "aria-labelledby": heading.id }, heading, ...parts);
    document.body.append(dialog);
    dialog.addEventListener("close", () => {
      dialog.remove();
      before?.focus();
    });
    dialog.showModal();
    return dialog;
  }

  // Calls `look` with what was typed, not at every letter, and shows only the answer to what was typed last.
  function searching(input, look) {
    let timer;
    let asked = 0;
    const ask = async () => {
      const own = ++asked;
      await look(input.value.trim(), () => own === asked);
    };
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 200);
    });
    return ask;
  }

  return { element, field, button, open, searching };
})();
