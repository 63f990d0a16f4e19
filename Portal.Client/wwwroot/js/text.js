// A text may have megabytes, and a circuit's messages have not: what is returned as bytes is streamed.
export function textOf(textarea) {
  return new TextEncoder().encode(textarea.value);
}
