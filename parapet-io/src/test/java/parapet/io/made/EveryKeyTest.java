package parapet.io.made;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every key that a plan may set: another value changes the input of an engine, or is refused; on a
/// day it does so from that day on, or is refused. Counts of both go to
/// `target/keys-that-a-plan-sets.txt`.
class EveryKeyTest {
    @TempDir Path folder;

    @Test
    void aPlanChangesWhatAnEngineReadsOrIsRefused() throws IOException {
        walked(new Walk(folder, false), "keys that a plan sets", 280);
    }

    @Test
    void aChangeOnADayHoldsFromThatDayOrIsRefused() throws IOException {
        walked(new Walk(folder, true), "keys that a plan sets on a day", 140);
    }

    private static void walked(Walk walk, String what, int keys) throws IOException {
        for (long seed = 1; seed <= Integer.getInteger("parapet.walks", 100); seed++) {
            walk.over(seed);
        }
        var outcomes = walk.kinds();
        long honoured = outcomes.values().stream().filter(o -> o.honoured > 0).count();
        long refused =
                outcomes.values().stream().filter(o -> o.honoured == 0 && o.ignored == 0).count();
        outcomes.values().removeIf(o -> o.honoured > 0 || o.ignored == 0);
        Files.createDirectories(Path.of("target"));
        Files.writeString(
                Path.of("target", what.replace(' ', '-') + ".txt"),
                "%s: %d honoured, %d refused, %d ignored%n"
                        .formatted(what, honoured, refused, outcomes.size()));
        assertThat(outcomes).as("keys that change nothing").isEmpty();
        assertThat(honoured + refused).as("keys walked").isGreaterThan(keys);
    }
}
