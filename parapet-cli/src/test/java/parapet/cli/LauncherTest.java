package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launch scripts, in a copy of the root with a jar that is not there, on a path that has only
/// the tools they need.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    @TempDir Path folder;

    private record Ended(int code, String out, String err) {}

    @Test
    void withoutAJdkTheySayWhatWasSeenAndEndWith69() throws Exception {
        Path jvms = folder.resolve("jvms");
        jdk(jvms.resolve("java 17"), "17.0.9");
        jdk(jvms.resolve("java-8"), "1.8.0_392");
        for (String script : List.of("parapet", "test")) {
            Ended ended =
                    run(
                            List.of(root().resolve(script).toString()),
                            Map.of(
                                    "JAVA_HOME",
                                    jvms + "/nothing",
                                    "PARAPET_JVM_DIRS",
                                    jvms.toString()));
            assertThat(ended.code).as(script).isEqualTo(69);
            assertThat(ended.out).isEmpty();
            assertThat(ended.err)
                    .contains("./" + script + ": a JDK of version 25 or newer is needed")
                    .contains("jvms/java 17 (folder): version 17")
                    .contains("jvms/java-8 (folder): version 8")
                    .contains("nothing (JAVA_HOME): no bin/java there")
                    .contains("PARAPET_JAVA_HOME=/path/to/jdk");
        }
    }

    @Test
    void theyWorkThroughLinksAndSpacesAndStartTheJar() throws Exception {
        Path root = Files.createDirectories(folder.resolve("a copy"));
        Files.createDirectories(root.resolve("bin"));
        Files.createDirectories(root.resolve("parapet-cli/target"));
        Files.copy(
                root().resolve("parapet"),
                root.resolve("parapet"),
                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(root().resolve("bin/find-jdk.sh"), root.resolve("bin/find-jdk.sh"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.setLastModifiedTime(
                root.resolve("pom.xml"), java.nio.file.attribute.FileTime.fromMillis(1000));
        Files.writeString(root.resolve("parapet-cli/target/parapet-cli-1-all.jar"), "");
        Path jdk = jdk(folder.resolve("jvms/jdk 25"), "25.0.1");
        Path link = Files.createDirectories(folder.resolve("links")).resolve("it");
        Files.createSymbolicLink(link, Path.of("../a copy/parapet"));

        Ended ended =
                run(
                        List.of(link.toString(), "run", "two words"),
                        Map.of("PARAPET_JVM_DIRS", jdk.resolveSibling("").toString()));

        assertThat(ended.err).isEmpty();
        assertThat(ended.code).isEqualTo(0);
        assertThat(ended.out)
                .contains("-jar|")
                .contains("/a copy/parapet-cli/target/parapet-cli-1-all.jar|run|two words|");

        Files.setLastModifiedTime(
                root.resolve("pom.xml"),
                java.nio.file.attribute.FileTime.from(java.time.Instant.now().plusSeconds(60)));
        ended =
                run(
                        List.of(link.toString(), "--version"),
                        Map.of("PARAPET_JVM_DIRS", jdk.resolveSibling("").toString()));
        assertThat(ended.code).as("newer sources, and no Maven").isEqualTo(69);
        assertThat(ended.err).contains("Maven (mvn, 3.8.7 or newer) is needed");
    }

    @Test
    void theOrderOfTheSearch() throws Exception {
        Path named = jdk(folder.resolve("named"), "26");
        Path home = jdk(folder.resolve("home"), "25.0.3");
        jdk(folder.resolve("jvms/one"), "25");
        String script = ". '" + root().resolve("bin/find-jdk.sh") + "'; find_jdk; echo \"$JDK\"";
        Map<String, String> all =
                Map.of(
                        "PARAPET_JAVA_HOME",
                        named.toString(),
                        "JAVA_HOME",
                        home.toString(),
                        "PARAPET_JVM_DIRS",
                        folder + "/none:" + folder + "/jvms");
        assertThat(run(List.of("-c", script), all).out.strip()).isEqualTo(named.toString());
        var without = new java.util.HashMap<>(all);
        without.remove("PARAPET_JAVA_HOME");
        assertThat(run(List.of("-c", script), without).out.strip()).isEqualTo(home.toString());
        without.put("JAVA_HOME", folder + "/nothing");
        assertThat(run(List.of("-c", script), without).out.strip()).isEqualTo(folder + "/jvms/one");
    }

    /// A folder that looks like a JDK; its java prints its arguments.
    private static Path jdk(Path home, String version) throws IOException {
        Path bin = Files.createDirectories(home.resolve("bin"));
        for (String name : List.of("java", "javac")) {
            Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\nprintf '%s|' \"$@\"\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(
                home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private Ended run(List<String> arguments, Map<String, String> environment) throws Exception {
        Path tools = folder.resolve("tools");
        if (Files.notExists(tools)) {
            Files.createDirectories(tools);
            for (String tool :
                    List.of(
                            "sh",
                            "sed",
                            "dirname",
                            "readlink",
                            "find",
                            "cat",
                            "mkdir",
                            "rm",
                            "sleep",
                            "grep")) {
                for (String place : List.of("/usr/bin/", "/bin/")) {
                    Path there = Path.of(place + tool);
                    if (Files.exists(there) && Files.notExists(tools.resolve(tool))) {
                        Path wrapper =
                                Files.writeString(
                                        tools.resolve(tool),
                                        "#!/bin/sh\nexec " + there + " \"$@\"\n");
                        assertThat(wrapper.toFile().setExecutable(true)).isTrue();
                    }
                }
            }
        }
        List<String> command = new ArrayList<>(List.of("/bin/sh"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("PATH", tools.toString());
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private static Path root() {
        return Path.of(System.getProperty("parapet.root", "..")).toAbsolutePath().normalize();
    }
}
