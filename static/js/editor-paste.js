/* Cleans what is pasted into the rich-text editor, and says what was left out. */
import { Extension, Plugin } from "django-prose-editor/editor";

export const CleanPaste = Extension.create({
  name: "cleanPaste",
  addOptions: () => ({ words: {} }),
  addProseMirrorPlugins() {
    const { editor, options } = this;

    function say(text) {
      const box = editor.view.dom.closest(".prose-editor");
      let said = box.querySelector(".pasted");
      if (!said) {
        said = document.createElement("p");
        said.className = "pasted";
        said.setAttribute("role", "status");
        box.append(said);
      }
      said.textContent = text;
    }

    const transformPastedHTML = (html) => {
      if (html.includes("data-pm-slice")) return html; // from this editor
      const clean = window.cleanPasted(html);
      say(clean.pictures ? options.words.pictures.replace("{count}", clean.pictures) : "");
      return clean.html;
    };
    return [new Plugin({ props: { transformPastedHTML } })];
  },
});
