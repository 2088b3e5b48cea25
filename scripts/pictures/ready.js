// Runs in the page: draws the Mermaid charts as GitHub does, then finds the elements that are wider than
// their container.

/* global document, matchMedia, mermaid */

// biome-ignore lint/correctness/noUnusedVariables: browser.ts waits for it.
const ready = new Promise((done) => addEventListener("DOMContentLoaded", done))
  .then(draw)
  .then(findOverflowing);

async function draw() {
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  mermaid.initialize({ startOnLoad: false, theme: isDark ? "dark" : "default" });
  for (const code of document.querySelectorAll("pre > code.language-mermaid")) {
    const chart = document.createElement("div");
    chart.className = "mermaid";
    chart.textContent = code.textContent;
    code.parentElement.replaceWith(chart);
  }
  await mermaid.run();
}

function findOverflowing() {
  const isOverflowing = ({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth;
  return [...document.querySelectorAll("html, .markdown-body, .markdown-body :not(svg *)")]
    .filter(isOverflowing)
    .map((element) => `${element.localName} ${element.textContent.trim().replace(/\s+/g, " ").slice(0, 30)}`);
}
