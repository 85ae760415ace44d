/* Sends several pictures one by one, with the progress of each. Without this script the form sends them together.
   XMLHttpRequest, because `fetch` does not say how much of a file has been sent. */
"use strict";

const form = document.getElementById("upload-form");
const words = form.dataset;
const chooser = form.elements.files;
const zone = form.querySelector(".drop-zone");
const sum = form.querySelector(".upload-sum");
const list = document.querySelector(".uploaded");
const queue = [];
let busy = false;

function element(tag, text, className) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function line(name, text) {
  const row = element("li");
  const inside = element("div");
  const outcome = element("p", text, "outcome");
  inside.append(element("strong", name), outcome);
  row.append(inside);
  list.append(row);
  document.getElementById("results").classList.remove("hidden");
  return { row, inside, outcome };
}

function refuse(name, text) {
  line(name, text).row.className = "refused";
}

function add(file) {
  if (file.size > Number(words.limit)) {
    refuse(file.name, words.tooLarge);
    return;
  }
  const item = { file, ...line(file.name, words.waiting) };
  item.progress = element("progress");
  item.progress.value = 0;
  item.progress.setAttribute("aria-label", file.name);
  item.button = element("button", words.takeOut);
  item.button.type = "button";
  item.button.setAttribute("aria-label", `${words.takeOut}: ${file.name}`);
  item.button.addEventListener("click", () => {
    queue.splice(queue.indexOf(item), 1);
    item.row.remove();
    chooser.focus();
  });
  item.inside.append(item.progress, item.button);
  queue.push(item);
}

function addAll(files) {
  for (const file of files) add(file);
  sum.textContent = "";
}

// Resolves with the status and the parsed answer; the answer is missing where it is no JSON, such as a page to log in.
function send(item) {
  return new Promise((resolve) => {
    const body = new FormData();
    for (const name of ["csrfmiddlewaretoken", "credit"]) body.append(name, form.elements[name].value);
    body.append("files", item.file);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => {
      item.progress.value = event.total ? event.loaded / event.total : 0;
      if (event.loaded === event.total) item.outcome.textContent = words.judging;
    });
    request.addEventListener("loadend", () => resolve({ status: request.status, answer: request.response }));
    request.send(body);
  });
}

function problem(status) {
  if (!status) return words.networkError;
  if (status === 413) return words.tooLarge;
  return status >= 500 ? words.serverError : words.signedOut;
}

async function sendAll() {
  const count = { stored: 0, known: 0, refused: 0 };
  for (const item of [...queue]) {
    item.button.hidden = true;
    item.row.className = "";
    item.outcome.textContent = words.sending;
    const { status, answer } = await send(item);
    if (answer?.html) {
      const made = element("template");
      made.innerHTML = answer.html;
      const row = made.content.querySelector("li");
      count[row.className] += 1;
      item.row.replaceWith(row);
      queue.splice(queue.indexOf(item), 1);
    } else {
      // It stays in the queue: what was chosen is not chosen again.
      count.refused += 1;
      item.row.className = "refused";
      item.outcome.textContent = problem(status);
      item.progress.value = 0;
      item.button.hidden = false;
    }
  }
  return words.sum.replace(/{(\w+)}/g, (_match, name) => count[name]);
}

form.querySelector(".drop-hint").hidden = false;
chooser.addEventListener("change", () => {
  addAll(chooser.files);
  chooser.value = "";
});

// A file that misses the zone would replace the page, and the queue with it.
for (const name of ["dragover", "drop"]) addEventListener(name, (event) => event.preventDefault());
addEventListener("dragover", (event) => zone.classList.toggle("over", zone.contains(event.target)));
for (const name of ["dragleave", "drop"]) zone.addEventListener(name, () => zone.classList.remove("over"));
zone.addEventListener("drop", (event) => {
  const items = [...event.dataTransfer.items].filter((item) => item.kind === "file");
  for (const item of items) {
    if (item.webkitGetAsEntry?.()?.isDirectory) refuse(item.webkitGetAsEntry().name, words.folder);
  }
  addAll(items.filter((item) => !item.webkitGetAsEntry?.()?.isDirectory).map((item) => item.getAsFile()));
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (busy) return;
  if (!queue.length) {
    sum.textContent = words.none;
    return;
  }
  busy = form.ariaBusy = true;
  sum.textContent = words.sending;
  sum.textContent = await sendAll();
  busy = false;
  form.ariaBusy = null;
});

addEventListener("beforeunload", (event) => {
  if (queue.length) event.preventDefault();
});
