/* What the page does beyond plain links and forms: the panel of words opens, tells what it holds, and closes. */
"use strict";

let opener = null; // what was followed to open the panel: the focus goes back there

function panelOf(element) {
  return element instanceof Element ? element.closest(".panel") : null;
}

function open(panel) {
  panel.classList.add("open");
  const close = panel.querySelector(".close");
  if (close) close.hidden = false;
  for (const text of panel.querySelectorAll(".text")) {
    const mark = text.querySelector("mark");
    if (mark) text.scrollTop = mark.offsetTop - text.offsetTop - text.clientHeight / 3;
  }
  panel.scrollTop = 0;
  panel.querySelector("#words").focus({ preventScroll: true });
}

function close(panel) {
  panel.classList.remove("open");
  const button = panel.querySelector(".close");
  if (button) button.hidden = true;
  if (opener && opener.isConnected) opener.focus();
  opener = null;
}

document.addEventListener("click", (event) => {
  const from = event.target instanceof Element ? event.target.closest("[hx-target='#words']") : null;
  if (from) opener = from;
  const button = event.target instanceof Element ? event.target.closest(".panel .close") : null;
  if (button) close(panelOf(button));
});

document.addEventListener("keydown", (event) => {
  const panel = document.querySelector(".panel.open");
  if (event.key === "Escape" && panel) close(panel);
});

document.addEventListener("htmx:after:swap", () => {
  const words = document.getElementById("words");
  const panel = panelOf(words);
  if (!panel || !words.querySelector(".passage") || words.dataset.shown === words.innerHTML.length + "") return;
  words.dataset.shown = words.innerHTML.length + "";
  open(panel);
  const names = [...words.querySelectorAll(".passage .name")].map((one) => one.textContent.trim());
  document.getElementById("told").textContent = names.join("; ");
});

// A key presses the button, or follows the link, that names it in data-key.
document.addEventListener("keydown", (event) => {
  const at = event.target instanceof Element ? event.target : document.body;
  if (event.ctrlKey || event.metaKey || event.altKey || at.closest("input, textarea, select")) return;
  const wanted = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (wanted instanceof HTMLElement) { event.preventDefault(); wanted.click(); }
});
