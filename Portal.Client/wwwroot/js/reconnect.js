// What Blazor does not do by itself for a notice of one's own.

const state = document.getElementById("components-reconnect-modal");
const notice = state.nextElementSibling;
let typedAt = null;

// A page that is loaded again loses what was typed since it was last sent, so that is left to the person.
function loadAgain() {
  if (typedAt !== location.href) {
    location.reload();
  }
}

async function tryAgain() {
  try {
    if (!await Blazor.reconnect() && !await Blazor.resumeCircuit()) {
      loadAgain();
    }
  } catch {
    // Still out of reach: the notice stays, with its button.
  }
}

document.addEventListener("input", () => { typedAt = location.href; });
document.addEventListener("submit", () => { typedAt = null; });

state.addEventListener("components-reconnect-state-changed", event => {
  if (event.detail.state === "rejected") {
    loadAgain();
  }
});

notice.querySelector("[data-reconnect]").addEventListener("click", tryAgain);
notice.querySelector("[data-reload]").addEventListener("click", () => location.reload());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && state.classList.contains("components-reconnect-failed")) {
    tryAgain();
  }
});
