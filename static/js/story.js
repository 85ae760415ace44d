// What a story's page can do beyond being read: print, take a comment, report a spelling error.
// Without this script the same forms and links lead to pages of their own.
const story = document.querySelector("article.story");
const dialog = document.querySelector(".report-dialog");
const toast = document.querySelector(".toast");
const bar = document.querySelector("[data-report-bar]");
const CONTEXT = 64; // code points before and after the selected words

for (const part of document.querySelectorAll("[data-print], [data-hint]")) part.hidden = false;
document.querySelector("[data-print]").addEventListener("click", () => print());

// Forms

// randomUUID is missing where a site is read over plain http.
function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (n) => n.toString(16).padStart(2, "0")).join("");
}

function clearErrors(form) {
  form.querySelector(".errors").replaceChildren();
  for (const error of form.querySelectorAll(".error")) error.remove();
  for (const field of form.querySelectorAll("[aria-invalid]")) {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  }
}

function showErrors(form, errors) {
  for (const [name, messages] of Object.entries(errors)) {
    const field = form.elements[name];
    const visible = field && field.type !== "hidden";
    const error = document.createElement(visible ? "span" : "p");
    error.textContent = messages.join(" ");
    if (visible) {
      error.className = "error";
      error.id = `${field.id}_error`;
      field.before(error);
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", error.id);
    } else {
      form.querySelector(".errors").append(error);
    }
  }
  form.querySelector("[aria-invalid]")?.focus();
}

// Sends a form and returns the errors that the server found, or nothing. Throws what to tell the reader.
async function post(form, words) {
  const { networkError, tooLarge, refused, serverError } = form.dataset;
  let answer, result;
  try {
    answer = await fetch(form.action, { method: "POST", body: words, headers: { Accept: "application/json" } });
  } catch {
    throw networkError;
  }
  if (answer.status >= 500) throw serverError;
  if (answer.status === 413) throw tooLarge;
  try {
    result = await answer.json();
  } catch {
    throw answer.status === 201 || answer.status === 422 ? networkError : refused;
  }
  if (answer.status !== 201 && !result.errors) throw refused;
  return result.errors;
}

// While words are on their way they stay as they are: the answer is about them.
function setBusy(form, busy) {
  form.ariaBusy = busy || null;
  for (const field of form.elements) field.readOnly = busy;
}

function takeOver(form) {
  const status = form.querySelector(".status");
  const done = form.parentElement.querySelector("[data-done]");
  const { key, suggestion } = form.elements;

  // Whoever has sent a comment may follow the link to the form again.
  document.querySelector(`[href="#${form.id}"]`)?.addEventListener("click", () => {
    form.hidden = false;
    done.hidden = true;
  });
  form.addEventListener("input", () => (key.value ||= newKey()));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.ariaBusy) return;
    setBusy(form, true);
    key.value ||= newKey();
    const words = new URLSearchParams(new FormData(form));
    if (suggestion?.value === suggestion?.dataset.prefilled) words.delete("suggestion");
    clearErrors(form);
    status.textContent = form.dataset.sending;
    let problem = "";
    try {
      const errors = await post(form, words);
      if (errors) showErrors(form, errors);
      else {
        form.reset();
        key.value = "";
        form.hidden = true;
        done.hidden = false;
        done.focus();
      }
    } catch (words) {
      problem = words;
    }
    setBusy(form, false);
    status.textContent = problem;
  });
}

for (const form of document.querySelectorAll("form[data-send]")) takeOver(form);

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
    text += node.data;
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
  clearErrors(report);
  report.querySelector(".status").textContent = "";
  for (const [name, value] of Object.entries(words)) report.elements[name].value = value;
  const { key, suggestion } = report.elements;
  key.value = "";
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
