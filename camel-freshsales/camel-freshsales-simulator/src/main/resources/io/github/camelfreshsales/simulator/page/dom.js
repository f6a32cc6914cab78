// Makes elements. Whatever comes from records or requests gets in as text, never as HTML.

export const byId = (id) => document.getElementById(id);

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) {
      made.setAttribute(key, "");
    } else if (value !== false && value !== undefined) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children);
  return made;
}

export function setText(id, text) {
  const target = byId(id);
  if (target.textContent !== text) {
    target.textContent = text;
  }
}

// Brings the children of an element in line with a list. What has not changed stays where it is, and so keeps the focus.
export function reconcile(parent, items, keyOf, make) {
  const before = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  items.forEach((item, at) => {
    const key = String(keyOf(item));
    const content = JSON.stringify(item);
    let child = before.get(key);
    if (!child || child.dataset.content !== content) {
      const hadFocus = child?.contains(document.activeElement);
      const made = make(item, Boolean(child));
      made.dataset.key = key;
      made.dataset.content = content;
      child?.replaceWith(made);
      child = made;
      if (hadFocus) {
        made.querySelector("button, input")?.focus();
      }
    }
    before.delete(key);
    if (parent.children[at] !== child) {
      parent.insertBefore(child, parent.children[at] ?? null);
    }
  });
  before.forEach((gone) => gone.remove());
}

let hideMessage;

// Says what an action did; screen readers say it too.
export function say(text) {
  byId("trouble").textContent = "";
  byId("message").textContent = text;
  clearTimeout(hideMessage);
  hideMessage = setTimeout(() => (byId("message").textContent = ""), 6000);
}

export function complain(text) {
  byId("message").textContent = "";
  setText("trouble", text);
}

// Runs an action, and tells how it went.
export async function attempt(action) {
  try {
    const told = await action();
    if (told) {
      say(told);
    }
  } catch (e) {
    complain(e.message);
  }
}

export function onPress(target, action) {
  target.addEventListener("click", () => attempt(action));
}
