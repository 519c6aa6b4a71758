/* What the page does beyond plain links and forms: it says what a swap brought, and moves the focus there. */
"use strict";
document.addEventListener("htmx:after:swap", (event) => {
  const part = event.target instanceof Element ? event.target : null;
  const told = document.getElementById("told");
  const heading = part && part.querySelector("h1, h2, h3");
  if (told && heading) told.textContent = heading.textContent.trim();
});
