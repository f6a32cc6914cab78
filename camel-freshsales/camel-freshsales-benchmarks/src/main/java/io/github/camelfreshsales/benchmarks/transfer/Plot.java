// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws lines over powers of ten, a panel for each quantity, as an SVG with a background of its own: it is read in light
 * and in dark surroundings.
 */
final class Plot {

    private static final int PANEL = 300;
    private static final int LEFT = 62;
    private static final int TOP = 64;
    private static final int WIDTH = PANEL - LEFT - 20;
    private static final int HEIGHT = 200;
    private static final int WHOLE_HEIGHT = TOP + HEIGHT + 56;
    private static final String STYLE = """
            <style>
              text { font: 12px system-ui, "DejaVu Sans", sans-serif; fill: #24292f; }
              .title { font-size: 14px; font-weight: 600; }
              .ground { fill: #ffffff; }
              .grid { stroke: #d8dee4; stroke-width: 1; }
              .line { fill: none; stroke-width: 2; }
              .c0 { stroke: #0b62c4; } .c1 { stroke: #b4540a; stroke-dasharray: 6 3; }
              .p0 { fill: #0b62c4; } .p1 { fill: #b4540a; }
              @media (prefers-color-scheme: dark) {
                text { fill: #e6edf3; }
                .ground { fill: #161b22; }
                .grid { stroke: #3b434d; }
                .c0 { stroke: #6cb0ff; } .c1 { stroke: #ffa657; }
                .p0 { fill: #6cb0ff; } .p1 { fill: #ffa657; }
              }
            </style>
            """;

    private final String title;
    private final String xLabel;
    private final List<Panel> panels = new ArrayList<>();

    record Point(double x, double y) {}

    record Line(String name, List<Point> points) {}

    private record Panel(String label, List<Line> lines) {}

    /** Where values lie on an axis of powers of ten. */
    private record Axis(int from, int to) {

        static Axis of(Stream<Double> values) {
            List<Double> sorted = values.sorted().toList();
            int from = (int) Math.floor(Math.log10(sorted.get(0)) + 1e-9);
            int to = (int) Math.ceil(Math.log10(sorted.get(sorted.size() - 1)) - 1e-9);
            return new Axis(from, Math.max(to, from + 1));
        }

        double share(double value) {
            return (Math.log10(value) - from) / (to - from);
        }
    }

    Plot(String title, String xLabel) {
        this.title = title;
        this.xLabel = xLabel;
    }

    /** Adds a panel; its values must be greater than zero. */
    Plot panel(String label, List<Line> lines) {
        panels.add(new Panel(label, lines));
        return this;
    }

    String svg() {
        int width = PANEL * panels.size();
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">\n"
                        .formatted(width, WHOLE_HEIGHT, width, WHOLE_HEIGHT));
        svg.append("<title>").append(title).append("</title>\n").append(STYLE);
        svg.append("<rect class=\"ground\" width=\"%d\" height=\"%d\" rx=\"6\"/>\n".formatted(width, WHOLE_HEIGHT));
        svg.append(text("title", 16, 24, "start", title));
        legend(svg);
        for (int index = 0; index < panels.size(); index++) {
            svg.append("<g transform=\"translate(%d %d)\">\n".formatted(index * PANEL + LEFT, TOP));
            draw(panels.get(index), svg);
            svg.append("</g>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    private void legend(StringBuilder svg) {
        List<Line> lines = panels.get(0).lines();
        for (int index = 0; index < lines.size(); index++) {
            int x = PANEL * panels.size() - 150 + index * 70;
            svg.append("<path class=\"line c%d\" d=\"M%d 20h24\"/>\n".formatted(index, x));
            svg.append(text("", x + 30, 24, "start", lines.get(index).name()));
        }
    }

    private void draw(Panel panel, StringBuilder svg) {
        Axis x = Axis.of(
                panel.lines().stream().flatMap(line -> line.points().stream().map(Point::x)));
        Axis y = Axis.of(
                panel.lines().stream().flatMap(line -> line.points().stream().map(Point::y)));
        svg.append(text("", -LEFT + 12, -14, "start", panel.label()));
        for (int power = x.from(); power <= x.to(); power++) {
            double at = x.share(Math.pow(10, power)) * WIDTH;
            svg.append("<path class=\"grid\" d=\"M%s 0v%d\"/>\n".formatted(number(at), HEIGHT));
            svg.append(text("", at, HEIGHT + 18, "middle", label(power)));
        }
        for (int power = y.from(); power <= y.to(); power++) {
            double at = HEIGHT - y.share(Math.pow(10, power)) * HEIGHT;
            svg.append("<path class=\"grid\" d=\"M0 %sh%d\"/>\n".formatted(number(at), WIDTH));
            svg.append(text("", -8, at + 4, "end", label(power)));
        }
        svg.append(text("", WIDTH / 2.0, HEIGHT + 40, "middle", xLabel));
        for (int index = 0; index < panel.lines().size(); index++) {
            draw(panel.lines().get(index), index, x, y, svg);
        }
    }

    private static void draw(Line line, int colour, Axis x, Axis y, StringBuilder svg) {
        List<String> places = line.points().stream()
                .map(point -> number(x.share(point.x()) * WIDTH) + " " + number((1 - y.share(point.y())) * HEIGHT))
                .toList();
        svg.append("<path class=\"line c%d\" d=\"M%s\"/>\n"
                .formatted(colour, places.stream().collect(Collectors.joining("L"))));
        for (String place : places) {
            String[] both = place.split(" ");
            svg.append("<circle class=\"p%d\" cx=\"%s\" cy=\"%s\" r=\"3.5\"/>\n".formatted(colour, both[0], both[1]));
        }
    }

    private static String text(String kind, double x, double y, String anchor, String text) {
        return "<text%s x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
                .formatted(kind.isEmpty() ? "" : " class=\"" + kind + "\"", number(x), number(y), anchor, text);
    }

    private static String label(int power) {
        return power < 0
                ? String.format(Locale.ROOT, "%." + -power + "f", Math.pow(10, power))
                : power < 6
                        ? String.format(Locale.ROOT, "%,d", (long) Math.pow(10, power))
                        : String.format(Locale.ROOT, "%,dM", (long) Math.pow(10, power - 6));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
