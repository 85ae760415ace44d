// Local times in the capitals. They are counted from the server's clock, for the device's own may be wrong.
const clocks = [...document.querySelectorAll("[data-clock]")];
const TEN_MINUTES = 600_000;

let base; // the server's time, in milliseconds, when performance.now() was 0
let asked = -Infinity;
let gap; // between the device's clock and performance.now(); it grows when the latter stood still, as in sleep
let timer;

async function ask() {
  asked = performance.now();
  gap = Date.now() - asked;
  try {
    const answer = await fetch("/time", { cache: "no-store" });
    const date = Date.parse(answer.headers.get("Date"));
    if (!date) return;
    base = date + 500 - performance.now(); // the header leaves the fraction of the second out
    show();
  } catch {
    // Without an answer the page keeps what the server wrote.
  }
}

function slept() {
  return Math.abs(Date.now() - performance.now() - gap) > 5000;
}

function show() {
  clearTimeout(timer);
  const now = base + performance.now();
  for (const clock of clocks) set(clock, now);
  timer = setTimeout(() => (slept() ? ask() : show()), 60_000 - (now % 60_000) + 20);
}

function set(clock, now) {
  const { clock: offset, next, then } = clock.dataset;
  const seconds = next && now >= next * 1000 ? then : offset;
  const time = new Date(now + seconds * 1000).toISOString().slice(11, 16);
  if (clock.textContent.startsWith("UTC")) {
    // What stood here stays readable: for the pointer as a title, for the ear as hidden text.
    clock.title = clock.textContent;
    const label = document.createElement("span");
    label.className = "visually-hidden";
    label.textContent = ` ${clock.title}`;
    clock.replaceChildren(time, label);
  } else if (clock.firstChild.data !== time) {
    clock.firstChild.data = time;
  }
}

if (clocks.length) {
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && (slept() || performance.now() - asked > TEN_MINUTES)) ask();
  });
  ask();
}
