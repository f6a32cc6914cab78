"use strict";

const wide = matchMedia("(min-width: 70em)");

function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch (e) {
    // a browser that keeps nothing for this page: the choice holds until the page is left
  }
}

function remembered(key) {
  try {
    return localStorage.getItem(key);
  } catch (e) {
    return null;
  }
}

// Both lists are open beside a wide page and folded above a narrow one.
function foldLists() {
  document.querySelectorAll(".columns > details").forEach((list) => {
    list.open = wide.matches;
  });
}

function addThemeButton() {
  const button = document.getElementById("theme");
  const dark = () => document.documentElement.dataset.theme === "dark"
    || (!document.documentElement.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
  const name = () => {
    button.textContent = dark() ? "Light" : "Dark";
    button.setAttribute("aria-label", "Switch to the " + (dark() ? "light" : "dark") + " theme");
  };
  button.addEventListener("click", () => {
    const theme = dark() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    remember("manual-theme", theme);
    name();
  });
  name();
  button.hidden = false;
}

function addCopyButtons() {
  document.querySelectorAll(".listingblock > .content").forEach((block) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(block.querySelector("pre").innerText);
        button.textContent = "Copied";
      } catch (e) {
        getSelection().selectAllChildren(block.querySelector("pre"));
        button.textContent = "Selected";
      }
      setTimeout(() => { button.textContent = "Copy"; }, 1500);
    });
    block.append(button);
  });
}

function panels(tabs) {
  return [...tabs.querySelectorAll(":scope > .tab-panel")];
}

function select(tabs, label) {
  if (!panels(tabs).some((panel) => panel.dataset.label === label)) {
    return;
  }
  panels(tabs).forEach((panel) => {
    panel.hidden = panel.dataset.label !== label;
  });
  tabs.querySelectorAll(":scope > [role=tablist] > [role=tab]").forEach((tab) => {
    const chosen = tab.textContent === label;
    tab.setAttribute("aria-selected", chosen);
    tab.tabIndex = chosen ? 0 : -1;
  });
}

// Every group of the same kind follows, and the next page too.
function choose(tab) {
  const before = tab.getBoundingClientRect().top;
  const kind = tab.closest(".tabs").dataset.remember;
  document.querySelectorAll(`.tabs[data-remember=${kind}]`).forEach((tabs) => select(tabs, tab.textContent));
  remember("manual-tab-" + kind, tab.textContent);
  scrollBy(0, tab.getBoundingClientRect().top - before);
}

function move(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step) {
    const tabs = [...event.currentTarget.children];
    const next = tabs[(tabs.indexOf(event.target) + step + tabs.length) % tabs.length];
    next.focus();
    choose(next);
    event.preventDefault();
  }
}

function addTabs() {
  document.querySelectorAll(".tabs").forEach((tabs, group) => {
    const list = document.createElement("div");
    list.setAttribute("role", "tablist");
    list.addEventListener("keydown", move);
    panels(tabs).forEach((panel, i) => {
      const tab = document.createElement("button");
      tab.type = "button";
      tab.id = `tab-${group}-${i}`;
      tab.textContent = panel.dataset.label;
      tab.setAttribute("role", "tab");
      panel.id = `panel-${group}-${i}`;
      tab.setAttribute("aria-controls", panel.id);
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", tab.id);
      tab.addEventListener("click", () => choose(tab));
      list.append(tab);
    });
    tabs.prepend(list);
    tabs.classList.add("live");
    select(tabs, panels(tabs)[0].dataset.label);
    select(tabs, remembered("manual-tab-" + tabs.dataset.remember));
  });
}

// A link may lead into a tab that is not the one in front.
function showTarget() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const panel = target && target.closest(".tab-panel[hidden]");
  if (panel) {
    select(panel.parentElement, panel.dataset.label);
    target.scrollIntoView();
  }
}

function load(script) {
  return new Promise((done, failed) => {
    const element = document.createElement("script");
    element.src = script;
    element.onload = done;
    element.onerror = failed;
    document.head.append(element);
  });
}

let index = null;

async function loadIndex() {
  if (!index) {
    index = load("lunr.js").then(() => load("search-index.js")).then(() => lunr.Index.load(window.manualIndex.index));
  }
  return index;
}

function showHits(results, hits, text) {
  results.replaceChildren();
  const list = document.createElement("ul");
  hits.forEach((hit) => {
    const link = document.createElement("a");
    link.href = hit.page + (hit.id ? "#" + hit.id : "");
    const title = document.createElement("strong");
    title.textContent = hit.id ? hit.title : hit.pageTitle;
    const place = document.createElement("span");
    place.textContent = hit.id ? hit.pageTitle : "Page";
    const start = document.createElement("small");
    start.textContent = hit.text;
    link.append(title, place, start);
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  });
  if (hits.length) {
    results.append(list);
  } else {
    const nothing = document.createElement("p");
    nothing.textContent = `Nothing found for “${text}”.`;
    results.append(nothing);
  }
  results.hidden = false;
}

function addSearch() {
  const form = document.querySelector("form[role=search]");
  const field = document.getElementById("search");
  const results = document.getElementById("results");
  const close = () => { results.hidden = true; };
  const search = async () => {
    const loaded = await loadIndex();
    const text = field.value.trim();
    if (text) {
      showHits(results, findSections(loaded, window.manualIndex.sections, text, 8), text);
    } else {
      close();
    }
  };
  field.addEventListener("focus", loadIndex, { once: true });
  field.addEventListener("input", search);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = results.querySelector("a");
    if (first && !results.hidden) {
      first.click();
    }
  });
  form.addEventListener("keydown", (event) => {
    const places = [field, ...results.querySelectorAll("a")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !results.hidden) {
      const next = places[places.indexOf(document.activeElement) + step];
      if (next) {
        next.focus();
      }
      event.preventDefault();
    } else if (event.key === "Escape") {
      close();
      field.focus();
    }
  });
  results.addEventListener("click", close);
  document.addEventListener("click", (event) => {
    if (!form.contains(event.target)) {
      close();
    }
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      field.focus();
      event.preventDefault();
    }
  });
  form.hidden = false;
}

// The entry of the section that is being read stands out in the contents.
function followReading() {
  const links = new Map([...document.querySelectorAll("#contents a")]
    .map((link) => [document.getElementById(link.hash.slice(1)), link]));
  const mark = () => {
    const passed = [...links.keys()].filter((heading) => heading && heading.getClientRects().length
      && heading.getBoundingClientRect().top < 120);
    links.forEach((link) => link.removeAttribute("aria-current"));
    const current = links.get(passed[passed.length - 1]);
    if (current) {
      current.setAttribute("aria-current", "true");
    }
  };
  addEventListener("scroll", mark, { passive: true });
  mark();
}

foldLists();
wide.addEventListener("change", foldLists);
addThemeButton();
addCopyButtons();
addTabs();
addSearch();
followReading();
showTarget();
addEventListener("hashchange", showTarget);
// a folded list that was used to go somewhere is in the way there
document.querySelectorAll(".columns > details").forEach((list) => list.addEventListener("click", (event) => {
  if (event.target.closest("a") && !wide.matches) {
    list.open = false;
  }
}));
document.querySelector(".pages [aria-current]")?.scrollIntoView({ block: "nearest" });
