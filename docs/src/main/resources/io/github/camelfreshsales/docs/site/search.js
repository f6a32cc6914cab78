// Used twice: by the build, which makes the index, and by the page, which searches in it.

// Words that people use for one thing, and one word for them in the index.
const SAME_WORDS = [
  [/\be-mails?\b/gi, "email"],
  [/\brate[- ]limit(s|ed|ing)?\b/gi, "quota 429"],
  [/\btoo many requests\b/gi, "429"],
  [/\bdead[- ]letters?\b/gi, "deadletter quarantine"],
];

function normalise(text) {
  const plain = SAME_WORDS.reduce((result, [from, to]) => result.replace(from, to), text);
  // resourceType is found by itself, by "resource" and by "type"
  return plain + " " + plain.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/[_./:=]/g, " ");
}

function makeIndex(sections) {
  const index = lunr(function () {
    this.ref("ref");
    this.field("title", { boost: 8 });
    this.field("pageTitle", { boost: 4 });
    this.field("keywords", { boost: 12 });
    this.field("text");
    sections.forEach((section, i) => {
      this.add({
        ref: i,
        title: normalise(section.title),
        pageTitle: section.id ? "" : normalise(section.pageTitle),
        keywords: normalise(section.keywords),
        text: normalise(section.text),
      });
    });
  });
  const shown = sections.map((section) => ({
    page: section.page,
    id: section.id,
    pageTitle: section.pageTitle,
    title: section.title,
    text: section.text.slice(0, 160),
  }));
  return { index: index.toJSON(), sections: shown };
}

function words(text) {
  return lunr.tokenizer(normalise(text))
    .map((token) => token.toString().replace(/^\W+|\W+$/g, ""))
    .filter((word) => word && lunr.stopWordFilter(word));
}

// The best sections first. `loaded` is the index as lunr has read it.
function findSections(loaded, sections, text, most) {
  const found = loaded.query((query) => {
    words(text).forEach((word) => {
      query.term(word, { boost: 10 });
      if (word.length > 2) {
        query.term(word, { boost: 2, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
      }
      if (word.length > 4) {
        query.term(word, { boost: 1, usePipeline: false, editDistance: 1 });
      }
    });
  });
  return found.slice(0, most).map((hit) => sections[hit.ref]);
}
