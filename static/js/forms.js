// Sends the forms of readers without leaving the page, and keeps what was typed until it is stored.
// Without this script the same forms are answered with pages of their own.

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
  const { key } = form.elements;

  // Whoever has sent a comment may follow the link to the form again.
  document.querySelector(`[href="#${form.id}"]`)?.addEventListener("click", () => {
    form.hidden = false;
    done.hidden = true;
  });
  form.addEventListener("input", () => (key.value ||= newKey()));
  form.addEventListener("reset", () => {
    clearErrors(form);
    status.textContent = key.value = "";
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.ariaBusy) return;
    setBusy(form, true);
    key.value ||= newKey();
    const words = new URLSearchParams(new FormData(form));
    clearErrors(form);
    status.textContent = form.dataset.sending;
    let problem = "";
    try {
      const errors = await post(form, words);
      if (errors) showErrors(form, errors);
      else {
        form.reset();
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
