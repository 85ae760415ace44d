/* Reads a form of the admin as plain values, and fills it again: fields, choices, rich texts and rows of inlines. */
"use strict";

window.formValues = (() => {
  const NEVER = new Set(["csrfmiddlewaretoken", "draft"]);
  const TYPES = new Set(["password", "file", "submit", "button", "reset", "image"]);
  const editors = new WeakMap();

  document.addEventListener("prose-editor:ready", (event) =>
    editors.set(event.detail.textarea, event.detail.editor),
  );

  // A form of an inline that nobody added has a name with this in it.
  const fields = (form) =>
    [...form.elements].filter(
      (field) =>
        field.name && !NEVER.has(field.name) && !TYPES.has(field.type) && !field.name.includes("__prefix__"),
    );

  // { name: [[value, words of the choice], …] }
  function read(form) {
    const values = {};
    for (const field of fields(form)) {
      const own = (values[field.name] ??= []);
      if (field.type === "checkbox" || field.type === "radio") {
        if (field.checked) own.push([field.value, ""]);
      } else if (field.tagName === "SELECT") {
        for (const option of field.selectedOptions) own.push([option.value, option.text]);
      } else own.push([field.value, ""]);
    }
    return values;
  }

  const plain = (value) => JSON.stringify((value ?? []).map(([one]) => one));
  const same = (one, other) => plain(one) === plain(other);

  function choose(field, value) {
    for (const option of field.options) option.selected = false;
    for (const [one, words] of value) {
      let option = [...field.options].find((known) => known.value === one);
      if (!option) field.append((option = new Option(words, one)));
      option.selected = true;
    }
  }

  function set(field, value) {
    if (field.type === "checkbox" || field.type === "radio") {
      field.checked = value.some(([one]) => one === field.value);
    } else if (field.tagName === "SELECT") choose(field, value);
    else {
      field.value = value[0]?.[0] ?? "";
      editors.get(field)?.commands.setContent(field.value);
    }
    window.django?.jQuery(field).trigger("change");
  }

  // The names of values as the rows stand now: a row is known by its id, one that is new or gone is added.
  function placed(form, values) {
    const names = new Map();
    for (const total of Object.keys(values).filter((name) => name.endsWith("-TOTAL_FORMS"))) {
      const prefix = total.slice(0, -"-TOTAL_FORMS".length);
      const counter = form.elements[total];
      const adding = document.querySelector(`#${prefix}-group .add-row a`);
      if (!counter || !adding) continue;
      for (let row = 0; row < Number(values[total][0][0]); row++) {
        const own = Object.keys(values).filter((name) => name.startsWith(`${prefix}-${row}-`));
        const id = values[`${prefix}-${row}-id`]?.[0]?.[0];
        const rows = [...Array(Number(counter.value)).keys()];
        let number = rows.find((one) => id && form.elements[`${prefix}-${one}-id`]?.value === id);
        if (number === undefined) {
          number = rows.length;
          adding.click();
        }
        for (const name of own) names.set(name, `${prefix}-${number}-${name.slice(`${prefix}-${row}-`.length)}`);
      }
    }
    return (name) => names.get(name) ?? name;
  }

  // Fills in the named values; returns the names of those for which the form has no field.
  function fill(form, values, wanted) {
    const place = placed(form, values);
    const left = [];
    for (const name of wanted) {
      if (/-(TOTAL|INITIAL|MIN_NUM|MAX_NUM)_FORMS$/.test(name) || /-\d+-(id|article)$/.test(name)) continue;
      const found = fields(form).filter((field) => field.name === place(name));
      if (!found.length) left.push(name);
      for (const field of found) set(field, values[name] ?? []);
    }
    form.dispatchEvent(new Event("input", { bubbles: true }));
    return left;
  }

  return { read, fill, same, fields };
})();
