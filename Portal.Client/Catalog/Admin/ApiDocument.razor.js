// Only the lines in sight exist, so a line is found by its height, not by its element.
// They are drawn some frames after the component is: a few are waited for.
export function showLine(text, line, frames = 60) {
  const drawn = text.querySelector(".line");
  if (drawn) {
    text.scrollTop = Math.max(0, (line - 4) * drawn.getBoundingClientRect().height);
  } else if (frames > 0) {
    requestAnimationFrame(() => showLine(text, line, frames - 1));
  }
}
