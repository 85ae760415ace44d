/* The focal point of a picture by mouse, finger or keys, and what is cut around it. Without this script the two
   numbers do the same, and the page shows what was cut last. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const box = document.querySelector(".focal");
  if (!box) return;
  const shown = box.querySelector(".focal-shown");
  const picture = box.querySelector(".focal-picture");
  const whole = picture.querySelector("img");
  const crops = [...box.querySelectorAll(".focal-crops img")];
  const inputs = ["x", "y"].map((axis) => document.getElementById(`id_focus_${axis}`));
  const inside = (number) => Math.min(Math.max(number, 0), 1);
  let marker = null;

  // Somebody who may only look has no inputs.
  const point = () => inputs.map((input, axis) => {
    const number = parseFloat(input ? input.value : box.dataset["xy"[axis]]);
    return Number.isNaN(number) ? 0.5 : inside(number);
  });

  // The same rule as on the server: the point as near the middle of what is cut as the edges allow.
  function cutOut(image, at) {
    const ratio = Number(image.dataset.ratio);
    const [width, height] = [whole.naturalWidth, whole.naturalHeight];
    const parts = [Math.min(width, height * ratio), Math.min(height, width / ratio)];
    const shares = [width, height].map((length, axis) => {
      const rest = length - parts[axis];
      return rest ? inside((length * at[axis] - parts[axis] / 2) / rest) : 0.5;
    });
    image.style.objectPosition = shares.map((share) => `${100 * share}%`).join(" ");
  }

  function show() {
    const at = point();
    for (const crop of crops) cutOut(crop, at);
    if (!marker) return;
    const [x, y] = at.map((share) => Math.round(100 * share));
    marker.style.left = `${100 * at[0]}%`;
    marker.style.top = `${100 * at[1]}%`;
    marker.setAttribute("aria-valuenow", x);
    marker.setAttribute("aria-valuetext", box.dataset.place.replace("{x}", x).replace("{y}", y));
  }

  function move(at) {
    inputs.forEach((input, axis) => {
      input.value = inside(at[axis]).toFixed(2);
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }

  function moveTo(event) {
    const edge = whole.getBoundingClientRect();
    move([(event.clientX - edge.left) / edge.width, (event.clientY - edge.top) / edge.height]);
  }

  function makeMarker() {
    marker = document.createElement("div");
    marker.className = "focal-marker";
    marker.tabIndex = 0;
    marker.setAttribute("role", "slider");
    marker.setAttribute("aria-label", box.dataset.label);
    marker.setAttribute("aria-valuemin", 0);
    marker.setAttribute("aria-valuemax", 100);
    marker.addEventListener("keydown", (event) => {
      const [right, down] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] || [];
      if (right === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const step = event.shiftKey ? 0.1 : 0.01;
      const [x, y] = point();
      move([x + right * step, y + down * step]);
    });
    marker.addEventListener("pointerdown", (event) => marker.setPointerCapture(event.pointerId));
    marker.addEventListener("pointermove", (event) => marker.hasPointerCapture(event.pointerId) && moveTo(event));
    picture.addEventListener("click", (event) => {
      moveTo(event);
      marker.focus({ preventScroll: true });
    });
    picture.append(marker);
    picture.classList.add("movable");
    box.querySelector(".focal-keys").hidden = false;
    for (const input of inputs) input.addEventListener("input", show);
  }

  // A picture that is being added is shown before it is sent.
  function showChosen(file) {
    if (whole.src.startsWith("blob:")) URL.revokeObjectURL(whole.src);
    if (file) whole.src = URL.createObjectURL(file);
    else shown.hidden = true;
  }

  whole.addEventListener("load", () => {
    for (const crop of crops) crop.src = whole.src;
    shown.hidden = false;
    show();
  });
  whole.addEventListener("error", () => (shown.hidden = true));
  if (inputs[0]) makeMarker();
  document.getElementById("id_original")?.addEventListener("change", (event) => showChosen(event.target.files[0]));
  if (whole.complete && whole.naturalWidth) whole.dispatchEvent(new Event("load"));
});
