// Theme, copying and menus: by delegation on the document, so that Blazor may draw and draw again without anything being attached twice.

const oneYear = 60 * 60 * 24 * 365;

function pressThemes() {
  const now = document.documentElement.dataset.theme ?? "";
  for (const choice of document.querySelectorAll("[data-theme-choice]")) {
    choice.setAttribute("aria-pressed", String(choice.dataset.themeChoice === now));
  }
}

function chooseTheme(theme) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  const path = new URL(document.baseURI).pathname;
  document.cookie = `portal-theme=${theme}; path=${path}; max-age=${theme ? oneYear : 0}; samesite=lax${secure}`;
  if (theme) {
    document.documentElement.dataset.theme = theme;
  } else {
    delete document.documentElement.dataset.theme;
  }
  pressThemes();
}

async function copy(button, text) {
  const words = button.querySelector("[aria-live]");
  const before = words.textContent;
  try {
    await navigator.clipboard.writeText(text);
    words.textContent = "Copied";
  } catch {
    // Over plain HTTP from another machine a browser gives no clipboard.
    words.textContent = "Select and copy by hand";
  }
  setTimeout(() => { words.textContent = before; }, 2000);
}

document.addEventListener("click", event => {
  const target = event.target.closest("[data-theme-choice], [data-copy], [data-copy-near], [popover] a");
  if (!target) {
    return;
  }

  if ("themeChoice" in target.dataset) {
    chooseTheme(target.dataset.themeChoice);
  } else if ("copy" in target.dataset) {
    copy(target, target.dataset.copy);
  } else if ("copyNear" in target.dataset) {
    copy(target, target.closest("[data-copy-scope]").querySelector("pre").textContent);
  } else {
    // On a circuit a link loads no new document, so a menu would stay open above the new page.
    target.closest("[popover]:popover-open")?.hidePopover();
  }
});

// A form that is on its way is not sent again: of two answers a browser shows the last, and a key's value is only in the first.
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) {
    return;
  }

  if (form.dataset.sent === "true") {
    event.preventDefault();
  } else {
    form.dataset.sent = "true";
  }
});

// Back from the browser's memory it may be sent anew.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
  }
});

// Blazor replaces prerendered elements when the circuit starts; menus are marked when they open.
document.addEventListener("toggle", pressThemes, true);
pressThemes();
