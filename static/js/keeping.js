/* Keeps what is typed in a form of the desk in this browser, and offers what an earlier page kept. */
"use strict";

document.addEventListener("DOMContentLoaded", async () => {
  const bar = document.getElementById("keeping");
  const form = bar?.closest("form");
  if (!form) return;
  const { person, object } = bar.dataset;
  const field = form.elements.draft;
  const told = bar.querySelector(".kept");
  const trouble = bar.querySelector(".not-kept");
  const initial = formValues.read(form);
  // After a refusal the page goes on with the draft of the page that was sent.
  const adopted = field.value;
  let draft = { id: adopted || drafts.newId(), person, object, touched: [], values: initial };
  let stopped = false;
  let timer, last, busy, again;
  field.value = draft.id;
  drafts.hold(draft.id);

  async function keep() {
    timer = null;
    if (stopped) return;
    if (busy) {
      again = true;
      return;
    }
    const values = formValues.read(form);
    const written = JSON.stringify(values);
    if (written === last) return;
    const changed = Object.keys({ ...initial, ...values }).filter((name) => !formValues.same(initial[name], values[name]));
    const touched = [...new Set([...draft.touched, ...changed])];
    if (!touched.length) return;
    busy = true;
    const next = { ...draft, at: Date.now(), values, touched };
    try {
      await drafts.keep(next);
      draft = next;
      last = written;
      trouble.hidden = true;
      bar.dataset.keptAt = next.at;
      told.textContent = told.dataset.words.replace("{time}", new Date(next.at).toLocaleTimeString(offers.locale, { timeZone: "Europe/Moscow" }));
      bar.hidden = false;
    } catch {
      trouble.hidden = bar.hidden = false;
      told.textContent = "";
    }
    busy = false;
    if (stopped) drafts.remove(draft.id);
    else if (again) {
      again = false;
      keep();
    }
  }

  // Not at every letter, but while somebody types on as well.
  const soon = () => (timer ??= setTimeout(keep, 400));

  // What the server has stored, or what was left by logging out, is not kept any longer.
  async function stop() {
    stopped = true;
    clearTimeout(timer);
    await drafts.remove(draft.id);
  }

  for (const name of ["input", "change", "formset:added", "formset:removed"]) form.addEventListener(name, soon);
  window.django?.jQuery(form).on("change", soon); // choices with a search box tell jQuery only
  addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", keep);
  form.addEventListener("desk:stored", (event) => event.detail.wait(stop()));
  drafts.onLeave(async () => {
    await stop();
    form.dispatchEvent(new Event("desk:left"));
    location.replace(bar.dataset.login);
  });

  const stored = await drafts.all();
  const own = stored.find(({ id }) => id === draft.id);
  if (own) draft = { ...own, touched: [...new Set([...own.touched, ...draft.touched])] };
  drafts.removeOld();

  document.addEventListener("desk:bring", ({ detail }) => {
    // The page goes on as the one on which this was typed.
    drafts.remove(draft.id);
    draft = { ...detail, at: Date.now() };
    field.value = draft.id;
    drafts.hold(draft.id);
    last = null;
    soon();
  });
  const others = stored.filter((one) => one.person === person && one.object === object && one.id !== draft.id);
  offers.show(form, others, initial);
});
