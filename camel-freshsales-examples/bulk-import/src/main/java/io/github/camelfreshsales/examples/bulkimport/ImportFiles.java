// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.bulkimport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The two files that an import keeps beside its input. Their names hold a fingerprint of the content and of the account:
 * a file that was changed, or that goes to another account, is another import.
 *
 * @param done   the chunks that are finished
 * @param report the rows that somebody has to look at
 */
record ImportFiles(Path done, Path report) {

    static ImportFiles of(Path file, String domain) {
        String base = file.getFileName().toString().replaceFirst("(?i)\\.csv$", "");
        String name = base + "-" + fingerprint(file, domain);
        return new ImportFiles(file.resolveSibling(name + "-done.txt"), file.resolveSibling(name + "-report.csv"));
    }

    private static String fingerprint(Path file, String domain) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(domain.getBytes(StandardCharsets.UTF_8));
            try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
                content.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
