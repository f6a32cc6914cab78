// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.benchmarks.transfer.Plot.Line;
import io.github.camelfreshsales.benchmarks.transfer.Plot.Point;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class PlotTest {

    private static Document draw(List<Point> points) throws Exception {
        String svg = new Plot("Growth", "records")
                .panel("calls", List.of(new Line("in", points)))
                .svg();
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> all(Document svg, String element, String attribute) {
        NodeList nodes = svg.getElementsByTagName(element);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> nodes.item(index))
                .map(node -> attribute == null
                        ? node.getTextContent()
                        : node.getAttributes().getNamedItem(attribute).getTextContent())
                .toList();
    }

    @Test
    void pointsLieWhereTheirPowersOfTenAre() throws Exception {
        Document svg = draw(List.of(new Point(1_000, 10), new Point(10_000, 100), new Point(100_000, 1_000)));

        assertThat(all(svg, "circle", "cx")).containsExactly("0.0", "109.0", "218.0");
        assertThat(all(svg, "circle", "cy")).containsExactly("200.0", "100.0", "0.0");
    }

    @Test
    void axesAndLinesHaveNames() throws Exception {
        Document svg = draw(List.of(new Point(100_000, 0.2), new Point(1_000_000, 3)));

        assertThat(all(svg, "text", null))
                .containsExactly("Growth", "in", "calls", "100,000", "1M", "0.1", "1", "10", "records");
    }
}
