package parapet.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Files that are complete or not there: written beside under another name, then renamed.
final class Beside {
    private Beside() {}

    /// What makes a file.
    interface Maker {
        void make(Path file) throws IOException;
    }

    static void write(Path file, byte[] bytes) throws IOException {
        make(file, beside -> Files.write(beside, bytes));
    }

    static void make(Path file, Maker maker) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".partial");
        try {
            Files.deleteIfExists(beside);
            maker.make(beside);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
