// The crosshair, the tip and the zoom of a chart. The numbers are read from the paths' own data, so that nothing is asked of the server.

const drawn = new WeakSet();

export function draw(figure) {
  const plot = figure?.querySelector(".chart-plot");
  if (!plot || drawn.has(plot)) {
    return;
  }
  drawn.add(plot);

  const hair = add(plot, "chart-hair");
  const span = add(plot, "chart-span");
  const tip = add(plot, "chart-tip");
  const spoken = plot.querySelector("[data-spoken]");
  let step = null;
  let start = null;

  const time = () => ({ from: Number(figure.dataset.from), step: Number(figure.dataset.step), count: Number(figure.dataset.count) });
  const stepAt = (event) => {
    const box = plot.getBoundingClientRect();
    return Math.min(time().count - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * time().count)));
  };

  const show = (at) => {
    step = at;
    const { from, step: length, count } = time();
    const share = (at + 0.5) / count;
    const lines = [...plot.querySelectorAll("path[data-line]:not([data-hidden])")].map((path) => `${path.dataset.name}  ${words(path)}`);
    hair.style.insetInlineStart = `${share * 100}%`;
    hair.hidden = false;
    tip.textContent = [moment(from + at * length), ...lines].join("\n");
    tip.hidden = false;
    tip.style.insetInlineStart = share < 0.5 ? `calc(${share * 100}% + 0.75rem)` : "auto";
    tip.style.insetInlineEnd = share < 0.5 ? "auto" : `calc(${(1 - share) * 100}% + 0.75rem)`;

    function words(path) {
      const value = path.dataset.values.split(",")[at];
      return value === "" || value === undefined ? "nothing measured" : unit(Number(value), path.dataset.words);
    }
  };

  const hide = () => {
    step = null;
    hair.hidden = tip.hidden = span.hidden = true;
  };

  const stretch = (from, to) => {
    const { count } = time();
    span.style.insetInlineStart = `${(Math.min(from, to) / count) * 100}%`;
    span.style.width = `${((Math.abs(to - from) + 1) / count) * 100}%`;
    span.hidden = false;
  };

  const zoom = (a, b) => {
    const { from, step: length } = time();
    const [first, last] = [Math.min(a, b), Math.max(a, b)];
    if (figure.dataset.zoom && last > first) {
      const text = (at) => encodeURIComponent(new Date(from + at * length).toISOString().replace(".000Z", "Z"));
      window.Blazor.navigateTo(figure.dataset.zoom.replace("{from}", text(first)).replace("{to}", text(last + 1)));
    }
  };

  plot.addEventListener("pointermove", (event) => {
    show(stepAt(event));
    if (start !== null) {
      stretch(start, step);
    }
  });
  plot.addEventListener("pointerleave", () => start === null && hide());
  plot.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && event.pointerType !== "touch" && figure.dataset.zoom) {
      start = stepAt(event);
      plot.setPointerCapture(event.pointerId);
    }
  });
  plot.addEventListener("pointerup", (event) => {
    const from = start;
    start = null;
    span.hidden = true;
    if (from !== null) {
      zoom(from, stepAt(event));
    }
  });
  plot.addEventListener("pointercancel", () => { start = null; hide(); });

  plot.addEventListener("keydown", (event) => {
    const { count } = time();
    const now = step ?? count;
    const to = { ArrowLeft: now - 1, ArrowRight: step === null ? 0 : now + 1, PageUp: now - Math.ceil(count / 10), PageDown: now + Math.ceil(count / 10), Home: 0, End: count - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      if (event.shiftKey && figure.dataset.zoom) {
        start ??= Math.min(now, count - 1);
      }
      show(Math.min(count - 1, Math.max(0, to)));
      if (start !== null) {
        stretch(start, step);
      }
      spoken.textContent = tip.textContent.replaceAll("\n", ", ");
    } else if (event.key === "Enter" && start !== null && step !== null) {
      const from = start;
      start = null;
      zoom(from, step);
    } else if (event.key === "Escape") {
      start = null;
      hide();
    }
  });
  plot.addEventListener("blur", hide);

  figure.addEventListener("click", (event) => {
    const key = event.target.closest("[data-toggle]");
    if (key) {
      const shown = key.getAttribute("aria-pressed") !== "true";
      key.setAttribute("aria-pressed", String(shown));
      plot.querySelector(`path[data-line="${key.dataset.toggle}"]`)?.toggleAttribute("data-hidden", !shown);
    }
  });

  hide();
}

function add(plot, style) {
  const element = document.createElement("div");
  element.className = style;
  element.setAttribute("aria-hidden", "true");
  element.hidden = true;
  plot.append(element);
  return element;
}

function moment(milliseconds) {
  return new Date(milliseconds).toISOString().slice(0, 16).replace("T", " ") + " UTC";
}

function unit(value, name) {
  switch (name) {
    case "Milliseconds":
      return value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${Number(value.toFixed(1))} ms`;
    case "Percent":
      return `${Number(value.toFixed(2))} %`;
    default:
      return value.toLocaleString("en");
  }
}
