///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DEPS dev.parapet:parapet-api:0.1.0-SNAPSHOT

import java.nio.file.Path;
import java.util.Comparator;
import parapet.api.ScenarioStudy;
import parapet.api.StudyResults;
import parapet.study.rows.DeliveryRow;
import parapet.study.rows.DriverRow;

/// Runs two plans of a scenario and tells what the second gains.
///
///     java -cp parapet.jar examples/OneStudy.java scenarios/first
class OneStudy {
    public static void main(String[] args) {
        StudyResults results =
                ScenarioStudy.open(Path.of(args.length == 0 ? "scenarios/first" : args[0]))
                        .plans("baseline", "depot")
                        .run();
        results.metrics().stream()
                .filter(m -> m.kind().equals("ready-unit-years") || m.kind().equals("availability"))
                .forEach(m -> {
                    var gain = results.difference("depot", "baseline", m.metric());
                    System.out.printf(
                            "%s: %.4g %s, with a depot %+.3g (9 of 10 draws %+.3g to %+.3g)%n",
                            m.label(),
                            results.estimate("baseline", m.metric()).mean(),
                            m.unit(),
                            gain.mean(),
                            gain.p05(),
                            gain.p95());
                });
        System.out.println("Deliveries drawn: " + results.rows(DeliveryRow.class).size());
        results.rows(DriverRow.class).stream()
                .filter(d -> d.plan().equals("baseline") && d.share() > d.noise())
                .filter(d -> d.metric().startsWith("ready-unit-years"))
                .max(Comparator.comparingDouble(DriverRow::share))
                .ifPresent(d -> System.out.println("Moves most: " + d.name()));
        System.out.println("Digest: " + results.digest());
    }
}
