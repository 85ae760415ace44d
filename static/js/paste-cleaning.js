/* What comes from the clipboard, as this site writes it: the words and their structure, without the looks.

   Word writes lists as paragraphs with a mark in a style, Google Docs bold words as a style of a span and the whole
   text as bold, LibreOffice and web pages fonts, and all of them blanks that keep their width. */
"use strict";

window.cleanPasted = (() => {
  const DROPPED = "script, style, link, meta, title, xml, object, embed, iframe, noscript, svg, math, form, button, input, select, textarea, video, audio, o\\:p:empty";
  const RENAMED = { B: "strong", I: "em", H1: "h2", H5: "h4", H6: "h4", DIV: "p", SECTION: "p", ARTICLE: "p", ADDRESS: "p", CENTER: "p", DT: "p", DD: "p", PRE: "p" };
  const KEPT = new Set("P H2 H3 H4 UL OL LI BLOCKQUOTE HR BR A STRONG EM SUB SUP CITE FIGURE FIGCAPTION IMG TABLE CAPTION THEAD TBODY TR TH TD".split(" "));
  const BLOCKS = "p, h2, h3, h4, ul, ol, blockquote, table, figure, hr";
  const OURS = /^\/media\/images\/[0-9a-f]{16}\.jpg$/;
  const BULLETS = /^[·•●○▪■§oo\u{F0A7}\u{F0B7}*]\s*$/u;

  // Our policy reports every style and handler that is parsed, also where nothing applies it: they get other names.
  const withoutStyles = (html) =>
    html
      .replace(/<style\b[\s\S]*?<\/style>/gi, "")
      .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)(style|on\w+)(\s*=)/gi, "$1data-$2$3"));
  const style = (element) => element.dataset?.style?.toLowerCase() ?? "";
  const unwrap = (element) => element.replaceWith(...element.childNodes);

  function rename(element, tag) {
    const made = document.createElement(tag);
    for (const { name, value } of element.attributes) made.setAttribute(name, value);
    made.append(...element.childNodes);
    element.replaceWith(made);
    return made;
  }

  function removeComments(root) {
    const found = document.createNodeIterator(root, NodeFilter.SHOW_COMMENT);
    for (let node; (node = found.nextNode()); ) node.remove();
  }

  // Word: <p style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">1.&nbsp;</span>Words</p>
  function wordLists(root) {
    const open = [];
    let before = null;
    for (const paragraph of [...root.querySelectorAll("p, h1, h2, h3")]) {
      const level = Number(style(paragraph).match(/mso-list:[^;]*level(\d)/)?.[1] ?? 0);
      if (!level) continue;
      const mark = [...paragraph.querySelectorAll("span")].find((span) => /mso-list:\s*ignore/.test(style(span)));
      const sign = mark?.textContent.replace(/[\s\u00a0]+/g, "") ?? "";
      mark?.remove();
      if (!before || nextElement(before) !== paragraph) open.length = 0;
      open.length = Math.min(open.length, level);
      while (open.length < level) {
        const list = document.createElement(/^[-–—−]$/.test(sign) || BULLETS.test(sign) || !sign ? "ul" : "ol");
        if (/^[-–—−]$/.test(sign)) list.className = "dash";
        const start = Number.parseInt(sign, 10);
        if (list.localName === "ol" && start > 1) list.setAttribute("start", start);
        const parent = open.at(-1);
        if (parent) (parent.lastElementChild ?? parent.appendChild(document.createElement("li"))).append(list);
        else paragraph.before(list);
        open.push(list);
      }
      const item = document.createElement("li");
      item.append(...paragraph.childNodes);
      open.at(-1).append(item);
      before = open[0];
      paragraph.remove();
    }
  }

  function nextElement(node) {
    let next = node.nextSibling;
    while (next && next.nodeType === Node.TEXT_NODE && !next.data.trim()) next = next.nextSibling;
    return next;
  }

  // What a style says in place of a tag.
  function styledWords(root) {
    for (const element of [...root.querySelectorAll("span, font, b, i, strong, em")]) {
      const looks = style(element);
      const isPlain = /(?:^|[\s;])font-weight:\s*(normal|[1-5]00)/.test(looks) || /(?:^|[\s;])font-style:\s*normal/.test(looks);
      if (/^(B|STRONG|I|EM)$/.test(element.tagName)) {
        if (isPlain) unwrap(element); // the wrapper of Google Docs
        continue;
      }
      const tags = [];
      if (/(?:^|[\s;])font-weight:\s*(bold|[6-9]00)/.test(looks)) tags.push("strong");
      if (/(?:^|[\s;])font-style:\s*(italic|oblique)/.test(looks)) tags.push("em");
      if (/(?:^|[\s;])vertical-align:\s*super/.test(looks)) tags.push("sup");
      if (/(?:^|[\s;])vertical-align:\s*sub/.test(looks)) tags.push("sub");
      for (const tag of tags) {
        const made = document.createElement(tag);
        made.append(...element.childNodes);
        element.append(made);
      }
    }
  }

  function cleanLink(link) {
    let href = link.getAttribute("href")?.trim() ?? "";
    const hidden = href.match(/^https?:\/\/www\.google\.[a-z.]+\/url\?(.*)$/i);
    if (hidden) href = new URLSearchParams(hidden[1]).get("q") ?? href;
    if (href.startsWith(`${location.origin}/`)) href = href.slice(location.origin.length);
    if (/^(https?:\/\/|mailto:|tel:|\/(?!\/))/i.test(href)) link.setAttribute("href", href);
    else unwrap(link); // notes inside of a document, scripts, files of somebody's disk
  }

  function attributes(element) {
    for (const { name, value } of [...element.attributes]) {
      const isKept =
        (element.localName === "a" && name === "href") ||
        (element.localName === "img" && (name === "src" || name === "alt")) ||
        (element.localName === "ol" && name === "start" && /^\d{1,4}$/.test(value)) ||
        (element.localName === "ul" && name === "class" && value === "dash") ||
        (/^t[hd]$/.test(element.localName) && /^(col|row)span$/.test(name) && Number(value) > 1);
      if (!isKept) element.removeAttribute(name);
    }
  }

  // Two line breaks were meant as the end of a paragraph.
  function breaks(root) {
    for (const paragraph of [...root.querySelectorAll("p")]) {
      const parts = paragraph.innerHTML.split(/(?:<br>\s*){2,}/);
      if (parts.length < 2) continue;
      for (const part of parts) {
        const made = document.createElement("p");
        made.innerHTML = part;
        paragraph.before(made);
      }
      paragraph.remove();
    }
  }

  function blanks(root) {
    const texts = document.createNodeIterator(root, NodeFilter.SHOW_TEXT);
    for (let text; (text = texts.nextNode()); ) {
      text.data = text.data.replace(/[\u200b\ufeff\u00ad]/g, "").replace(/[ \t\r\n\u00a0]{2,}/g, " ").replace(/[\t\r\n]/g, " ");
    }
    for (const block of root.querySelectorAll("p, h2, h3, h4, li, td, th, figcaption, caption")) {
      const [first, last] = [edge(block, "firstChild"), edge(block, "lastChild")];
      if (first) first.data = first.data.replace(/^[ \u00a0]+/, "");
      if (last) last.data = last.data.replace(/[ \u00a0]+$/, "");
    }
  }

  function edge(block, side) {
    let node = block[side];
    while (node && node.nodeType !== Node.TEXT_NODE) node = node[side];
    return node;
  }

  function prune(root) {
    for (const element of [...root.querySelectorAll("strong, em, sub, sup, a, cite, p, h2, h3, h4, li, ul, ol, figure")].reverse()) {
      if (!element.textContent.trim() && !element.querySelector("img, br, table, hr")) element.remove();
      else if (element.localName === "p" && !element.textContent.trim() && !element.querySelector("img, table")) element.remove();
    }
  }

  // Returns the cleaned text, and how many pictures from elsewhere were left out.
  return (html) => {
    const root = new DOMParser().parseFromString(withoutStyles(html), "text/html").body;
    removeComments(root);
    for (const element of root.querySelectorAll(DROPPED)) element.remove();
    for (const list of root.querySelectorAll("ul ul, ul ol, ol ul, ol ol")) {
      // Google Docs and old pages put a list beside the item that it belongs to.
      if (list.parentElement.localName !== "li" && list.previousElementSibling) list.previousElementSibling.append(list);
    }
    wordLists(root);
    styledWords(root);
    let pictures = 0;
    for (const image of root.querySelectorAll("img, v\\:imagedata, v\\:shape")) {
      const source = image.getAttribute("src")?.replace(location.origin, "") ?? "";
      if (image.localName === "img" && OURS.test(source)) image.setAttribute("src", source);
      else {
        pictures += image.localName === "img" ? 1 : 0;
        image.remove();
      }
    }
    for (const figure of root.querySelectorAll("figure")) {
      if (figure.querySelector("img")) continue;
      for (const caption of figure.querySelectorAll("figcaption")) rename(caption, "p");
      unwrap(figure);
    }
    for (const link of root.querySelectorAll("a")) cleanLink(link);
    for (const element of [...root.querySelectorAll("*")]) {
      const tag = RENAMED[element.tagName];
      if (tag === "p" && element.querySelector("p, div, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, figure")) unwrap(element);
      else if (tag) rename(element, tag);
      else if (!KEPT.has(element.tagName)) unwrap(element);
    }
    root.querySelectorAll("*").forEach(attributes);
    root.normalize();
    breaks(root);
    blanks(root);
    prune(root);
    for (const paragraph of root.querySelectorAll("li > p, td > p, th > p")) {
      if ([...paragraph.parentElement.children].filter(({ localName }) => localName === "p").length === 1) unwrap(paragraph);
    }
    const isInline = !root.querySelector(BLOCKS);
    return { html: isInline ? root.innerHTML : root.innerHTML.replace(/>\s+(?=<\/?(p|h[2-4]|ul|ol|li|blockquote|hr|figure|figcaption|table|caption|thead|tbody|tr|th|td)\b)/g, ">").trim(), pictures };
  };
})();
