// The dialog with all of one record or one request.

import { byId, element } from "./dom.js";

byId("close-detail").addEventListener("click", () => byId("detail").close());
byId("detail").addEventListener("click", (event) => {
  if (event.target === byId("detail")) {
    byId("detail").close();
  }
});

export function showDetail(title, ...content) {
  byId("detail-title").textContent = title;
  byId("detail-body").replaceChildren(...content);
  if (!byId("detail").open) {
    byId("detail").showModal();
  }
  byId("detail").scrollTop = 0;
}

export function fields(values, title) {
  const rows = Object.entries(values).map(([name, value]) =>
    element("tr", {}, element("th", { scope: "row" }, name), element("td", {}, shown(value))));
  return element("table", { "aria-label": title }, element("tbody", {}, ...rows));
}

export function shown(value) {
  if (value === null || value === undefined) {
    return "";
  }
  return typeof value === "object" ? JSON.stringify(value, null, 2) : String(value);
}

// JSON with indents, anything else as it is.
export function pretty(text) {
  try {
    // numbers keep all their digits: only what surrounds them is changed
    JSON.parse(text);
    return indented(text);
  } catch {
    return text;
  }
}

function indented(text) {
  let depth = 0;
  const newLine = () => "\n" + "  ".repeat(depth);
  return text.replace(/"(?:[^"\\]|\\.)*"|[{}[\],:]|\s+|[^\s{}[\],:"]+/g, (token, at) => {
    if (/^\s/.test(token)) {
      return "";
    }
    if (token === "{" || token === "[") {
      depth++;
      return /^\s*[}\]]/.test(text.slice(at + 1)) ? token : token + newLine();
    }
    if (token === "}" || token === "]") {
      depth--;
      return /[{[]\s*$/.test(text.slice(0, at)) ? token : newLine() + token;
    }
    return token === "," ? "," + newLine() : token === ":" ? ": " : token;
  });
}
