/* The rich-text editor names its buttons in English; give them the words of the page's catalogue. */
"use strict";

(() => {
  const translate = (text) => text.split(": ").map((part) => gettext(part)).join(": ");

  const translateBar = (bar) => {
    for (const element of bar.querySelectorAll("[title]:not([title=''])")) element.title = translate(element.title);
    for (const element of bar.querySelectorAll("[aria-label]")) element.ariaLabel = translate(element.ariaLabel);
    for (const element of bar.querySelectorAll("button, p, h2, h3, h4")) {
      const icon = element.classList.contains("material-icons") || element.childElementCount > 0;
      if (!icon && element.textContent.trim()) element.textContent = translate(element.textContent);
    }
  };

  document.addEventListener("prose-editor:ready", (event) => {
    const editor = event.target.closest(".prose-editor");
    const words = editor?.querySelector("[role=textbox]");
    const label = editor?.querySelector("textarea")?.labels?.[0];
    if (words && label) words.ariaLabel = label.textContent.replace(/:$/, "");
    if (!editor || !window.gettext) return;
    // The bar is added some time after the editor says that it is ready.
    const observer = new MutationObserver(() => {
      const bar = editor.querySelector(".prose-menubar");
      if (!bar) return;
      observer.disconnect();
      translateBar(bar);
    });
    observer.observe(editor, { childList: true, subtree: true });
  });
})();
