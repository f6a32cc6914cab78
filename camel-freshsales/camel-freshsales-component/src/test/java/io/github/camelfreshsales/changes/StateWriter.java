// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import java.nio.file.Path;

/** A process that writes a state again and again, and checks what it reads. */
final class StateWriter {

    static final int LENGTH = 20_000;

    private StateWriter() {}

    /** @param arguments the folder, how many times, and the one character that its values are made of */
    public static void main(String... arguments) {
        FolderStateRepository repository = new FolderStateRepository(Path.of(arguments[0]));
        repository.start();
        write(repository, Integer.parseInt(arguments[1]), arguments[2]);
    }

    static void write(FolderStateRepository repository, int times, String character) {
        for (int i = 0; i < times; i++) {
            repository.setState("a", character.repeat(LENGTH));
            String read = repository.getState("a");
            if (read == null || !isWhole(read)) {
                throw new IllegalStateException("Half of one value and half of another");
            }
        }
    }

    static boolean isWhole(String value) {
        return value.equals(value.substring(0, 1).repeat(LENGTH));
    }
}
