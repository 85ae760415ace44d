/* Chooses a picture of the library, or adds one to it, in a dialogue: for a text, and as the lead picture. */
"use strict";

window.picturePicker = (() => {
  const { element, field, button, open, searching } = window.deskDialog;

  const send = (options, body) => fetch(options.pictures, { method: "POST", body, headers: { "X-Answer": "json" } });
  const token = () => document.querySelector("form [name=csrfmiddlewaretoken]").value;

  // The words of one picture, in the languages of the site, as fields of an upload.
  function uploadForm(options, done) {
    const { words } = options;
    const file = element("input", { type: "file", name: "original", accept: options.types });
    const texts = Object.entries(words.fields).map(([name, label]) => {
      const input = element("input", { type: "text", name, className: "vTextField", maxLength: name.startsWith("caption") ? 500 : 300 });
      if (/_(en|ru)$/.test(name)) input.lang = name.slice(-2);
      return field(label, input);
    });
    const said = element("p", { className: "said", role: "alert" });
    const submit = element("button", { type: "submit" }, words.upload);
    const form = element("form", { className: "upload", hidden: true }, field(words.file, file), ...texts, said, submit);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (form.ariaBusy) return;
      if (!file.files.length) {
        said.textContent = words.chooseFile;
        file.focus();
        return;
      }
      const body = new FormData(form);
      body.append("csrfmiddlewaretoken", token());
      form.ariaBusy = true;
      said.textContent = words.sending;
      try {
        const answer = await send(options, body);
        const result = answer.status === 413 ? { errors: [words.tooLarge] } : await answer.json();
        said.textContent = (result.errors ?? []).join(" ");
        if (result.picture) done(result.picture);
        else if (!result.errors) said.textContent = words.failed;
      } catch {
        said.textContent = words.failed;
      }
      form.ariaBusy = null;
    });
    return form;
  }

  // Opens the library; `choose(picture)` gets what was chosen, after the dialogue has gone.
  function show(options, choose) {
    const { words } = options;
    const input = element("input", { type: "text", className: "vTextField", autocomplete: "off" });
    const list = element("ul", { className: "picture-list" });
    const said = element("p", { className: "said" });
    said.setAttribute("role", "status");
    const take = (picture) => {
      shown.close();
      choose(picture);
    };
    const look = searching(input, async (q, isLast) => {
      try {
        const query = new URLSearchParams({ q, language: options.language ?? "" });
        const answer = await fetch(`${options.pictures}?${query}`, { headers: { "X-Answer": "json" } });
        if (!answer.ok) throw answer.status;
        const { pictures } = await answer.json();
        if (!isLast()) return;
        list.replaceChildren(
          ...pictures.map((picture) => {
            const tile = button("", () => take(picture));
            tile.append(element("img", { src: picture.thumbnail, alt: "", loading: "lazy" }), element("span", {}, picture.name));
            return element("li", {}, tile);
          }),
        );
        said.textContent = pictures.length ? "" : words.nothing;
      } catch {
        if (isLast()) said.textContent = words.failed;
      }
    });
    const upload = options.mayAdd ? uploadForm(options, take) : "";
    const actions = element("p", { className: "actions" });
    if (upload) {
      const adding = button(words.add, () => {
        upload.hidden = !upload.hidden;
        list.hidden = !upload.hidden;
        adding.setAttribute("aria-expanded", String(!upload.hidden));
        if (!upload.hidden) upload.querySelector("input").focus();
      });
      adding.setAttribute("aria-expanded", "false");
      actions.append(adding, " ");
    }
    const shown = open(words.title, field(words.label, input), actions, upload, said, list);
    actions.append(button(words.cancel, () => shown.close()));
    input.focus();
    look();
    return shown;
  }

  return { show };
})();
