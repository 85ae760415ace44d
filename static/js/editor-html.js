/* What the rich-text editor must not lose: all that a stored text may hold.

   A block that nobody touched is given back letter by letter. One that was edited is written anew, with its language,
   citations, and the head, foot and caption of its tables, for which the editor itself has no place. */
import { createNodeFromContent, Extension, getHTMLFromFragment, Mark } from "django-prose-editor/editor";

const BLOCKS = ["paragraph", "heading", "bulletList", "orderedList", "listItem", "blockquote", "figure", "caption", "image"];
const TABLES = ["table", "tableRow", "tableHeader", "tableCell"];
const MARKS = ["bold", "italic", "subscript", "superscript", "link", "cite", "language"];

export const Cite = Mark.create({
  name: "cite",
  // Captions of tables are kept as a value of the table.
  parseHTML: () => [{ tag: "cite" }, { tag: "caption", ignore: true }],
  renderHTML: ({ HTMLAttributes }) => ["cite", HTMLAttributes, 0],
});

// Words in another language than the text; one may stand within another.
export const Language = Mark.create({
  name: "language",
  excludes: "",
  parseHTML: () => [{ tag: "span" }],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes, 0],
});

const attribute = (name, parseHTML, renderHTML) => ({ [name]: { default: null, parseHTML, renderHTML } });
const shown = (name) => (attributes) => (attributes[name] === null ? {} : { [`data-${name}`]: attributes[name] });

// Whether a paragraph of an item or a cell is one by its own tag, or only because the editor needs one there.
const isTagged = (element) => (element.matches("li > p, td > p, th > p") ? "1" : null);

// In which section of its table a row stands.
function section(row) {
  const parent = row.parentElement;
  if (!parent?.matches("thead, tbody")) return null;
  return [parent.localName, [...parent.parentElement.children].indexOf(parent), parent.lang].join("|");
}

const captionOf = (table) => table.querySelector(":scope > caption")?.outerHTML ?? null;

function renderCaption({ tableCaption }) {
  if (tableCaption === null) return {};
  const words = new DOMParser().parseFromString(`<table>${tableCaption}</table>`, "text/html").body.textContent;
  return { "data-tablecaption": tableCaption, "data-caption": words };
}

export const Faithful = Extension.create({
  name: "faithful",
  addGlobalAttributes: () => [
    {
      types: [...BLOCKS, ...TABLES, ...MARKS],
      attributes: attribute(
        "lang",
        (element) => element.getAttribute("lang"),
        ({ lang }) => (lang ? { lang } : {}),
      ),
    },
    { types: ["paragraph"], attributes: attribute("tagged", isTagged, shown("tagged")) },
    { types: ["tableRow"], attributes: attribute("section", section, shown("section")) },
    { types: ["table"], attributes: attribute("tableCaption", captionOf, renderCaption) },
    {
      types: ["tableHeader"],
      attributes: attribute(
        "scope",
        (element) => element.getAttribute("scope"),
        ({ scope }) => (scope ? { scope } : {}),
      ),
    },
  ],

  onBeforeCreate({ editor }) {
    const groups = groupsOf(editor.options.content, editor.schema);
    const untouched = new WeakMap();
    if (groups.length) {
      editor.options.content = { type: "doc", content: groups.flatMap(({ nodes }) => nodes.map((node) => node.toJSON())) };
    }
    editor.once("create", () => {
      let position = 0;
      for (const group of groups) {
        group.nodes = group.nodes.map(() => editor.state.doc.child(position++));
        for (const node of group.nodes) untouched.set(node, group);
      }
      editor.getHTML = () => write(editor, untouched);
      editor.getPlainHTML = () => write(editor, new WeakMap());
    });
  },
});

// The elements of a stored text, each with the letters that it is written in and the nodes that the editor makes of it.
function groupsOf(text, schema) {
  const template = document.createElement("template");
  template.innerHTML = text;
  const groups = [];
  for (const node of template.content.childNodes) {
    const letters = node.outerHTML ?? node.textContent;
    if (node.outerHTML) {
      const parsed = createNodeFromContent(letters, schema, { slice: false });
      groups.push({ letters, nodes: parsed.content.content });
    } else if (groups.length) groups.at(-1).letters += letters;
  }
  return groups;
}

function write(editor, untouched) {
  const { doc, schema } = editor.state;
  const parts = [];
  for (let index = 0; index < doc.childCount; ) {
    const group = untouched.get(doc.child(index));
    if (group?.nodes.every((node, offset) => doc.maybeChild(index + offset) === node)) {
      parts.push(group.letters);
      index += group.nodes.length;
    } else {
      parts.push(tidy(getHTMLFromFragment(doc.type.create(null, doc.child(index)).content, schema)));
      index += 1;
    }
  }
  return parts.join("");
}

// A block as the site stores it, without what only the editor needs.
function tidy(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  const { content } = template;
  for (const paragraph of content.querySelectorAll("p")) {
    const isOnly = !paragraph.previousElementSibling && paragraph.nextElementSibling?.localName !== "p";
    const isBare = paragraph.attributes.length === 0 && paragraph.parentElement?.matches("li, td, th");
    if (isBare && isOnly) paragraph.replaceWith(...paragraph.childNodes);
  }
  for (const table of content.querySelectorAll("table")) restoreTable(table);
  for (const element of content.querySelectorAll("*")) {
    for (const { name, value } of [...element.attributes]) {
      const isPlain = /^(col|row)span$/.test(name) && value === "1";
      const isOurs = name === "class" && value === "dash";
      if (isPlain || /^(data-|style$|type$|colwidth$|title$|target$|rel$)/.test(name) || (name === "class" && !isOurs)) {
        element.removeAttribute(name);
      }
    }
  }
  return template.innerHTML;
}

function restoreTable(table) {
  const rows = [...table.querySelectorAll(":scope > tbody > tr")];
  table.querySelector(":scope > tbody")?.remove();
  if (table.dataset.tablecaption) table.insertAdjacentHTML("afterbegin", table.dataset.tablecaption);
  let last;
  let current;
  for (const row of rows) {
    const isHead = [...row.children].every((cell) => cell.localName === "th");
    // A new row joins the rows before it; a first one of heads alone is the head.
    const own = row.dataset.section ?? (last ? (last.startsWith("thead") ? "tbody|new|" : last) : isHead ? "thead|new|" : "tbody|new|");
    if (own !== last) {
      const [name, , lang] = own.split("|");
      current = document.createElement(name);
      if (lang) current.lang = lang;
      table.append(current);
      last = own;
    }
    current.append(row);
  }
}
