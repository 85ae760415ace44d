// What a story's page can do beyond being read: print, report a spelling error. `forms.js` sends its forms.
// Without this script the same links lead to pages of their own.
const story = document.querySelector("article.story");
const dialog = document.querySelector(".report-dialog");
const toast = document.querySelector(".toast");
const bar = document.querySelector("[data-report-bar]");
const CONTEXT = 64; // code points before and after the selected words
const PATIENCE = 5000; // milliseconds in which pictures shall come

for (const part of document.querySelectorAll("[data-print], [data-hint]")) part.hidden = false;

// Browsers fetch the pictures that nobody has scrolled to yet, but do not wait for one that is on its way.
document.querySelector("[data-print]").addEventListener("click", async () => {
  const pictures = [...story.querySelectorAll("img")];
  for (const picture of pictures) picture.loading = "eager";
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  await Promise.race([Promise.all(pictures.map(arrived)), late]);
  print();
});

function arrived(picture) {
  if (picture.complete) return null;
  return new Promise((resolve) => {
    for (const event of ["load", "error"]) picture.addEventListener(event, resolve);
  });
}

// Selected words

// The text nodes of a part of the page, without what was added to the stored text when the page was made.
function* textsOf(root) {
  const nodes = document.createNodeIterator(root, NodeFilter.SHOW_TEXT);
  for (let node; (node = nodes.nextNode()); ) if (!node.parentElement.closest("[data-added]")) yield node;
}

function partIn(range, node) {
  if (!range.intersectsNode(node)) return [0, 0];
  return [
    node === range.startContainer ? range.startOffset : 0,
    node === range.endContainer ? range.endOffset : node.length,
  ];
}

// The field of the story in which all of the selected words stand; nothing if there are none, or some stand elsewhere.
function fieldOf(range) {
  let field = null;
  for (const node of textsOf(range.commonAncestorContainer)) {
    if (!node.data.slice(...partIn(range, node)).trim()) continue;
    const found = node.parentElement.closest("[data-field]");
    if (!found || !story.contains(found) || (field && field !== found)) return null;
    field = found;
  }
  return field;
}

const BLOCK = "p, li, h1, h2, h3, h4, th, td, figcaption, [data-field]";

// What a report says about the selection; lengths and places count code points, as the server does. `before` and
// `after` are for the reader's eye: they end with the paragraph.
function selected() {
  const selection = getSelection();
  const range = selection.rangeCount && !selection.isCollapsed && selection.getRangeAt(0);
  const field = range && fieldOf(range);
  if (!field) return null;
  let text = "";
  let start, end, block;
  const edges = [];
  for (const node of textsOf(field)) {
    const [from, to] = partIn(range, node);
    if (from < to) {
      start ??= text.length + from;
      end = text.length + to;
    }
    if (block !== (block = node.parentElement.closest(BLOCK))) edges.push(text.length);
    // Titles and summaries are stored with plain spaces.
    text += ["title", "summary"].includes(field.dataset.field) ? node.data.replaceAll("\u00a0", " ") : node.data;
  }
  const exact = text.slice(start, end).trim();
  start = text.indexOf(exact, start);
  end = start + exact.length;
  const before = [...text.slice(0, start)];
  const prefix = before.slice(-CONTEXT).join("");
  const suffix = [...text.slice(end)].slice(0, CONTEXT).join("");
  const first = edges.findLast((edge) => edge <= start);
  const last = edges.find((edge) => edge >= end) ?? text.length;
  return {
    report: { field: field.dataset.field, exact, offset: before.length, prefix, suffix },
    before: start - first > prefix.length ? `…${prefix}` : text.slice(first, start),
    after: last - end > suffix.length ? `${suffix}…` : text.slice(end, last),
  };
}

// The dialog

const report = dialog.querySelector("form");
const thanks = dialog.querySelector("[data-done]");
let toastTimer;
let kept; // the selection, which the dialog's fields take away

function hideToast() {
  toast.hidden = true;
}

function open({ report: words, before, after }) {
  if ([...words.exact].length > dialog.dataset.limit) {
    toast.textContent = toast.dataset.tooLong;
    toast.hidden = false;
    clearTimeout(toastTimer);
    toastTimer = setTimeout(hideToast, 8000);
    return;
  }
  hideToast();
  if (report.ariaBusy) return dialog.showModal();
  kept = getSelection().rangeCount && getSelection().getRangeAt(0).cloneRange();
  report.reset();
  for (const [name, value] of Object.entries(words)) report.elements[name].value = value;
  const { suggestion } = report.elements;
  suggestion.value = words.exact;
  suggestion.dataset.prefilled = suggestion.value;
  dialog.querySelector("[data-before]").textContent = before;
  dialog.querySelector("[data-words]").textContent = words.exact;
  dialog.querySelector("[data-after]").textContent = after;
  report.hidden = false;
  thanks.hidden = true;
  bar.hidden = true;
  dialog.showModal();
}

function openFor(event) {
  const found = selected();
  if (!found) return;
  event.preventDefault();
  open(found);
}

// Words that were left as they stand are no correction.
report.addEventListener("formdata", ({ formData }) => {
  if (formData.get("suggestion") === report.elements.suggestion.dataset.prefilled) formData.delete("suggestion");
});
dialog.addEventListener("close", () => {
  if (!kept || report.hidden) return;
  getSelection().removeAllRanges();
  getSelection().addRange(kept);
});
for (const button of dialog.querySelectorAll("[data-close]")) button.addEventListener("click", () => dialog.close());

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hideToast();
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  if (event.target.closest("input, textarea, select, dialog[open], [contenteditable]")) return;
  openFor(event);
});

// The link leads to the plain form unless something is selected.
const link = document.querySelector("[data-report]");
link.addEventListener("mousedown", (event) => selected() && event.preventDefault());
link.addEventListener("click", openFor);

// The bar, where there is no keyboard

let touch = matchMedia("(pointer: coarse)").matches;
let offered;
let barTimer;

document.addEventListener("pointerdown", (event) => (touch = event.pointerType !== "mouse"), true);
document.addEventListener("selectionchange", () => {
  clearTimeout(barTimer);
  // Late enough for a tap on the bar, which may take the selection away before it counts as a click.
  barTimer = setTimeout(() => {
    offered = touch && !dialog.open && selected();
    bar.hidden = !offered;
  }, 300);
});
bar.addEventListener("mousedown", (event) => event.preventDefault());
bar.addEventListener("click", () => open(offered));
