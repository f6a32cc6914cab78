// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Decodes the content encoding of a response. Some gateways announce one and then send a body without it, or no body at all, so
 * the bytes decide.
 */
final class ContentEncoding {

    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
    private static final Set<String> DEFLATE = Set.of("deflate", "x-deflate");

    /** In the order in which they were applied; without identity, which does nothing. */
    private final List<String> steps;

    private ContentEncoding(List<String> steps) {
        this.steps = steps;
    }

    /** @param header the value of the header, or null */
    static ContentEncoding of(String header) {
        return new ContentEncoding(
                header == null
                        ? List.of()
                        : Arrays.stream(header.toLowerCase(Locale.ROOT).split(","))
                                .map(String::trim)
                                .filter(step -> !step.isEmpty() && !step.equals("identity"))
                                .toList());
    }

    /** Whether the component can decode it. */
    boolean isKnown() {
        return steps.size() <= 3 && steps.stream().allMatch(step -> GZIP.contains(step) || DEFLATE.contains(step));
    }

    /** The content, up to the limit or to its first error. */
    ReadBytes undo(byte[] encoded, int most) {
        ReadBytes content = ReadBytes.whole(encoded);
        List<String> backwards = new ArrayList<>(steps);
        Collections.reverse(backwards);
        for (String step : backwards) {
            if (content.bytes().length == 0 || content.tooLong()) {
                return content;
            }
            ReadBytes next = GZIP.contains(step) ? gunzip(content.bytes(), most) : inflate(content.bytes(), most);
            content = new ReadBytes(
                    next.bytes(), next.tooLong(), content.failure() == null ? next.failure() : content.failure());
        }
        return content;
    }

    private static ReadBytes gunzip(byte[] encoded, int most) {
        boolean isGzip = encoded.length > 1 && (encoded[0] & 0xff) == 0x1f && (encoded[1] & 0xff) == 0x8b;
        if (!isGzip) {
            return ReadBytes.whole(encoded);
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(encoded))) {
            return ReadBytes.of(in, -1, most);
        } catch (IOException e) {
            return new ReadBytes(new byte[0], false, e);
        }
    }

    /** Some send what the standard calls deflate, with the frame of zlib around it, others without. */
    private static ReadBytes inflate(byte[] encoded, int most) {
        boolean isZlib = encoded.length > 1
                && (encoded[0] & 0x0f) == 8
                && ((encoded[0] & 0xff) << 8 | encoded[1] & 0xff) % 31 == 0;
        if (isZlib) {
            return inflate(encoded, false, most);
        }
        ReadBytes content = inflate(encoded, true, most);
        return content.failure() == null ? content : ReadBytes.whole(encoded);
    }

    private static ReadBytes inflate(byte[] encoded, boolean withoutFrame, int most) {
        Inflater inflater = new Inflater(withoutFrame);
        try {
            return ReadBytes.of(new InflaterInputStream(new ByteArrayInputStream(encoded), inflater), -1, most);
        } finally {
            inflater.end();
        }
    }
}
