// Gives the keys to the terminal as soon as it is there, and a way back when the session has ended.
addEventListener("load", () => {
  document.querySelector(".xterm-helper-textarea")?.focus();
  document.querySelector("#again").addEventListener("click", () => location.reload());
  new MutationObserver(() => {
    if (document.body.classList.contains("-closed")) document.querySelector("#again").focus();
  }).observe(document.body, { attributeFilter: ["class"] });
});
