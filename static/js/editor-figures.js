/* Figures of the rich-text editor: a picture of the library with alternative text, caption and credit. */
import { Figure as Base } from "django-prose-editor/editor";

const { element, field, button, open } = window.deskDialog;

function figureAt({ selection }) {
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type.name === "figure") return { node: $from.node(depth), position: $from.before(depth) };
  }
  return selection.node?.type.name === "figure" ? { node: selection.node, position: selection.from } : null;
}

const languageOf = (editor) => editor.view.dom.closest(".edition")?.className.match(/edition-(en|ru)/)?.[1] ?? "";

// The words of the picture as they will stand in this text: they may be said otherwise here.
function wording(editor, options, picture, done) {
  const { words } = options;
  const alt = element("input", { type: "text", className: "vTextField", maxLength: 300, value: picture.alt });
  const caption = element("textarea", { rows: 3, className: "vLargeTextField", value: picture.caption });
  const form = element("form", {}, element("img", { className: "thumbnail", src: picture.thumbnail, alt: "" }), field(words.alt, alt));
  if (picture.caption !== null) form.append(field(words.caption, caption));
  const actions = element("p", { className: "actions" }, element("button", { type: "submit" }, words.insert), " ");
  form.append(actions);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    shown.close();
    done(alt.value.trim(), caption.value.trim().replace(/\s+/g, " "));
  });
  const shown = open(words.figure, form);
  actions.append(button(words.cancel, () => shown.close()));
  alt.focus();
}

function insert(editor, options) {
  const picker = { ...options, language: languageOf(editor) };
  window.picturePicker.show(picker, (picture) => {
    const caption = [picture.caption, picture.credit].filter(Boolean).join(/[.!?…]$/.test(picture.caption) ? " " : ". ");
    wording(editor, options, { ...picture, caption }, (alt, text) => {
      const content = [{ type: "image", attrs: { src: picture.src, alt } }];
      if (text) content.push({ type: "caption", content: [{ type: "text", text }] });
      editor.chain().focus().insertContent({ type: "figure", content }).run();
    });
  });
}

function change(editor, options, { node, position }) {
  const image = node.firstChild;
  const { src, alt } = image.attrs;
  wording(editor, options, { thumbnail: src, alt: alt ?? "", caption: null }, (words) => {
    editor
      .chain()
      .focus()
      .command(({ tr }) => {
        tr.setNodeMarkup(position + 1, null, { ...image.attrs, alt: words });
        return true;
      })
      .run();
  });
}

export const Figure = Base.extend({
  addOptions() {
    return { ...this.parent?.(), words: {}, pictures: "", types: "", mayAdd: false };
  },
  addCommands() {
    return {
      ...this.parent?.(),
      editImage:
        () =>
        ({ editor, state, dispatch }) => {
          if (!dispatch) return true;
          const found = figureAt(state);
          if (found) change(editor, this.options, found);
          else insert(editor, this.options);
          return true;
        },
    };
  },
});
