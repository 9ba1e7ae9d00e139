package parapet.io.results;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/// The runs that lie below a folder.
public final class Runs {
    private static final int DEPTH = 6;

    private Runs() {}

    /// A run that was found.
    ///
    /// @param run the run
    /// @param finished when it was finished, by the clock of its file
    public record Found(RunFolder run, FileTime finished) {}

    /// Finds the runs below a folder, newest first. Hidden folders and folders that cannot be read
    /// are passed over, so an unfinished run is not listed.
    ///
    /// @throws RunException if the folder is not there
    public static List<Found> below(Path root) {
        if (!Files.isDirectory(root)) {
            throw RunException.input(
                    "There is no folder " + root + ".",
                    "`parapet runs` looks below ./out; give another folder to look elsewhere.");
        }
        List<Found> found = new ArrayList<>();
        try {
            Files.walkFileTree(
                    root,
                    EnumSet.noneOf(java.nio.file.FileVisitOption.class),
                    DEPTH,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path folder, BasicFileAttributes attributes) throws IOException {
                            boolean hidden =
                                    !folder.equals(root)
                                            && String.valueOf(folder.getFileName()).startsWith(".");
                            if (hidden) {
                                return FileVisitResult.SKIP_SUBTREE;
                            }
                            var run = RunFolder.find(folder);
                            if (run.isEmpty()) {
                                return FileVisitResult.CONTINUE;
                            }
                            Path json = folder.resolve(RunFolder.RUN_JSON);
                            found.add(new Found(run.get(), Files.getLastModifiedTime(json)));
                            return FileVisitResult.SKIP_SUBTREE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException e) {
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw Disk.explain("look for runs below " + root, root, e);
        }
        found.sort(
                Comparator.comparing(Found::finished, Comparator.reverseOrder())
                        .thenComparing(f -> f.run().folder()));
        return List.copyOf(found);
    }
}
