// Runs before the page is painted, so that it does not flash in the other theme.
(function () {
  let theme = null;
  try {
    theme = localStorage.getItem("manual-theme");
  } catch (e) {
    // a browser that keeps nothing for this page: the theme of the system it is
  }
  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset.theme = theme;
  }
})();
