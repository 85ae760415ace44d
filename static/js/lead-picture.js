/* The lead picture of a story: chosen from the library by its looks, or added to it, without leaving the page. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const field = document.getElementById("id_image");
  const options = document.getElementById("picture-options");
  if (!field || !options) return;
  const { element, button } = window.deskDialog;
  const settings = JSON.parse(options.textContent);
  const shown = element("img", { alt: "", hidden: true });
  const box = element("div", { className: "lead-picture" });
  const choosing = button(settings.words.title, () =>
    window.picturePicker.show(settings, (picture) => {
      const known = [...field.options].find((option) => option.value === String(picture.id));
      if (!known) field.append(new Option(picture.name, picture.id));
      field.value = picture.id;
      django.jQuery(field).trigger("change");
      shown.src = picture.thumbnail;
      shown.hidden = false;
    }),
  );
  // Another choice, made in the list of words, is not the picture that is shown.
  django.jQuery(field).on("change", () => (shown.hidden = true));
  box.append(choosing, shown);
  field.closest(".related-widget-wrapper, div").append(box);
});
