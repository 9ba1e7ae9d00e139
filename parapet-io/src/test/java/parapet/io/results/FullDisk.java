package parapet.io.results;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// A disk without room for files whose name holds a text.
final class FullDisk extends Disk {
    private final String name;

    FullDisk(String name) {
        this.name = name;
    }

    @Override
    void write(Path file, byte[] bytes) throws IOException {
        check(file);
        super.write(file, bytes);
    }

    @Override
    void move(Path from, Path to) throws IOException {
        check(to);
        super.move(from, to);
    }

    @Override
    void force(Path file) throws IOException {
        check(file);
        super.force(file);
    }

    private void check(Path file) throws IOException {
        if (String.valueOf(file.getFileName()).contains(name)) {
            throw new FileSystemException(file.toString(), null, "No space left on device");
        }
    }
}
