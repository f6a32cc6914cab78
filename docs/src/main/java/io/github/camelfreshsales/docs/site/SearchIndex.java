// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.docs.site.RenderedPage.Section;
import java.util.ArrayList;
import java.util.List;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ScriptableObject;

/**
 * The index of the search, made by the build with the same scripts that read it in the browser. It is a script itself,
 * since a page that is opened from a disk may load no other kind of file.
 */
final class SearchIndex {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param id the anchor of a section; empty for the top of the page */
    record Entry(String page, String id, String pageTitle, String title, String keywords, String text) {}

    String of(List<RenderedPage> pages) {
        return "window.manualIndex = " + run("JSON.stringify(makeIndex(JSON.parse(input)))", json(entries(pages)))
                + ";\n";
    }

    private static List<Entry> entries(List<RenderedPage> pages) {
        List<Entry> entries = new ArrayList<>();
        for (RenderedPage page : pages) {
            for (Section section : page.sections()) {
                String keywords = section.id().isEmpty() ? page.keywords() : "";
                entries.add(
                        new Entry(page.file(), section.id(), page.title(), section.title(), keywords, section.text()));
            }
        }
        return entries;
    }

    /** Runs a line of JavaScript beside lunr and the search of the page, with a text as its {@code input}. */
    static String run(String script, String input) {
        Context context = Context.enter();
        try {
            context.setInterpretedMode(true);
            context.setLanguageVersion(Context.VERSION_ES6);
            ScriptableObject scope = context.initStandardObjects();
            context.evaluateString(scope, Asset.lunr(), "lunr.js", 1, null);
            context.evaluateString(scope, "var lunr = this.lunr;" + Asset.text("search.js"), "search.js", 1, null);
            ScriptableObject.putProperty(scope, "input", input);
            return Context.toString(context.evaluateString(scope, script, "script", 1, null));
        } finally {
            Context.exit();
        }
    }

    private static String json(List<Entry> entries) {
        try {
            return JSON.writeValueAsString(entries);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
