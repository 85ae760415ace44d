/* Links of the rich-text editor: to a story, found by words of its title in either language, or to an address. */
import { Link as Base } from "django-prose-editor/editor";

const { element, field, button, open, searching } = window.deskDialog;
const ADDRESS = /^(https?:\/\/|mailto:|tel:|\/)\S+$/i;
const HOST = /^[\p{L}\d-]+(\.[\p{L}\d-]+)+(\/\S*)?$/u;

// What was typed as the address of a link; nothing where it is none. A page of our own is named without our host.
function address(text) {
  if (HOST.test(text)) return `https://${text}`;
  if (/^[^\s@]+@[^\s@]+\.\w+$/.test(text)) return `mailto:${text}`;
  return ADDRESS.test(text) ? text.replace(`${location.origin}/`, "/") : "";
}

function rows(stories, words, choose) {
  return stories.map((story) => {
    const line = button("", () => choose(story), { className: "found" });
    line.append(
      element("span", { lang: story.language }, story.title),
      element("small", {}, [story.edition, story.standing].filter(Boolean).join(", ")),
    );
    return element("li", {}, line);
  });
}

function dialog(editor, options) {
  const { words } = options;
  const { from, to } = editor.state.selection; // closing the dialogue may move it
  const before = editor.getAttributes("link").href ?? "";
  const language = editor.view.dom.closest(".edition")?.className.match(/edition-(en|ru)/)?.[1] ?? "";
  const input = element("input", { type: "text", value: before, autocomplete: "off", className: "vTextField" });
  const list = element("ul", { className: "found-list" });
  const said = element("p", { className: "said" });
  said.setAttribute("role", "status");

  function take(href, title) {
    shown.close();
    const chain = editor.chain().focus().setTextSelection({ from, to });
    if (before) chain.extendMarkRange("link").updateAttributes("link", { href }).run();
    else if (from < to) chain.setMark("link", { href }).run();
    else chain.insertContent({ type: "text", text: title, marks: [{ type: "link", attrs: { href } }] }).run();
  }

  const look = searching(input, async (text, isLast) => {
    const href = address(text);
    list.replaceChildren();
    said.textContent = "";
    if (href) {
      list.append(element("li", {}, button(`${words.toAddress} ${href}`, () => take(href, href), { className: "found" })));
      return;
    }
    if (!text) return;
    try {
      const answer = await fetch(`${options.find}?${new URLSearchParams({ q: text, language })}`, {
        headers: { "X-Answer": "json" },
      });
      if (!answer.ok) throw answer.status;
      const { stories } = await answer.json();
      if (!isLast()) return;
      list.replaceChildren(...rows(stories, words, (story) => take(story.address, story.title)));
      said.textContent = stories.length ? "" : words.nothing;
    } catch {
      if (isLast()) said.textContent = words.failed;
    }
  });

  input.addEventListener("keydown", (event) => {
    const first = list.querySelector("button");
    if (event.key === "ArrowDown") first?.focus();
    else if (event.key === "Enter") {
      const href = address(input.value.trim());
      if (href) take(href, href);
      else first?.click();
    } else return;
    event.preventDefault();
  });
  list.addEventListener("keydown", (event) => {
    const own = event.target.closest("li");
    const next = { ArrowDown: own?.nextElementSibling, ArrowUp: own?.previousElementSibling ?? input }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    (next?.querySelector?.("button") ?? next)?.focus();
  });

  const actions = element("p", { className: "actions" });
  if (before) actions.append(button(words.remove, () => {
    shown.close();
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
  }), " ");
  const shown = open(words.title, field(words.label, input), said, list, actions);
  actions.append(button(words.cancel, () => shown.close()));
  input.focus();
  input.select();
  if (before) look();
}

export const Link = Base.extend({
  addOptions() {
    return { ...this.parent?.(), words: {}, find: "" };
  },
  addCommands() {
    return {
      ...this.parent?.(),
      addLink:
        () =>
        ({ editor }) => {
          editor.view.domObserver?.flush(); // what was selected a moment ago
          dialog(editor, this.options);
          return true;
        },
    };
  },
  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "link",
      groups: "link",
      command: (editor) => editor.commands.addLink(),
      button: buttons.material("insert_link", "insert link"),
      active: (editor) => editor.isActive("link"),
    });
    menu.defineItem({
      name: "unlink",
      groups: "link",
      command: (editor) => editor.chain().focus().extendMarkRange("link").unsetLink().run(),
      button: buttons.material("link_off", "remove link"),
      hidden: (editor) => !editor.isActive("link"),
    });
  },
});
