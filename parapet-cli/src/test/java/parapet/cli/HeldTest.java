package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import parapet.verification.Held;

/// What the validation page says about whose code a case holds is decided by the code: a model that
/// "runs use" has a method which an adaptor of the verification calls and which `parapet run`
/// reaches from the study, call by call; a "reference model" has none.
class HeldTest {
    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("parapet");

    /// Whose calls make a run.
    private static final List<String> RUN =
            List.of("parapet.study.StudyRunner", "parapet.study.Summary", "parapet.study.Setup");

    @Test
    void whatRunsUseIsReachedByARunAndAReferenceIsNot() {
        Set<String> reached = reached();
        assertThat(reached)
                .as("the engines are reached")
                .anyMatch(u -> u.startsWith("parapet.sustain.Sustainment."))
                .anyMatch(u -> u.startsWith("parapet.engage.Battle."))
                .anyMatch(u -> u.startsWith("parapet.terrain.SkyFloor."));
        var wrong = new TreeSet<String>();
        Held.byKind()
                .forEach((kind, code) -> {
                    Class<?> model = code.model();
                    if (model == null) {
                        return;
                    }
                    Set<String> used = usedByAdaptors(model.getName());
                    assertThat(used).as("%s: an adaptor calls %s", kind, model).isNotEmpty();
                    boolean runs = used.stream().anyMatch(reached::contains);
                    if (runs != (code.by() == Held.By.RUNS)) {
                        wrong.add("%s: %s, of %s".formatted(kind, runs, used));
                    }
                });
        assertThat(wrong).as("kinds whose models runs reach (true) or not (false)").isEmpty();
    }

    /// Code units of a model that the verification module calls.
    private static Set<String> usedByAdaptors(String model) {
        var used = new TreeSet<String>();
        for (JavaClass one : HOUSE) {
            if (one.getPackageName().equals("parapet.verification")) {
                for (JavaCodeUnit unit : one.getCodeUnits()) {
                    for (JavaAccess<?> call : calls(unit)) {
                        if (call.getTargetOwner().getName().equals(model)) {
                            used.add(name(call.getTarget()));
                        }
                    }
                }
            }
        }
        return used;
    }

    /// Code units that a run may reach: what is called, and every override of it.
    private static Set<String> reached() {
        var overrides = new HashMap<String, Set<JavaCodeUnit>>();
        for (JavaClass one : HOUSE) {
            for (JavaCodeUnit unit : one.getCodeUnits()) {
                overrides.computeIfAbsent(signature(unit), _ -> new LinkedHashSet<>()).add(unit);
            }
        }
        var seen = new HashSet<String>();
        var open = new ArrayDeque<JavaCodeUnit>();
        for (String root : RUN) {
            for (JavaCodeUnit unit : HOUSE.get(root).getCodeUnits()) {
                seen.add(unit.getFullName());
                open.add(unit);
            }
        }
        while (!open.isEmpty()) {
            for (JavaAccess<?> call : calls(open.poll())) {
                for (JavaCodeUnit target : targets(call, overrides)) {
                    if (seen.add(target.getFullName())) {
                        open.add(target);
                    }
                }
            }
        }
        var names = new HashSet<String>();
        seen.forEach(full -> names.add(full.substring(0, full.indexOf('('))));
        return names;
    }

    private static Set<JavaCodeUnit> targets(
            JavaAccess<?> call, Map<String, Set<JavaCodeUnit>> overrides) {
        var found = new LinkedHashSet<JavaCodeUnit>();
        AccessTarget.CodeUnitAccessTarget target =
                (AccessTarget.CodeUnitAccessTarget) call.getTarget();
        target.resolveMember().ifPresent(found::add);
        String signature = target.getName() + target.getRawParameterTypes().size();
        for (JavaCodeUnit unit : overrides.getOrDefault(signature, Set.of())) {
            if (!unit.isConstructor()
                    && unit.getOwner().isAssignableTo(call.getTargetOwner().getName())) {
                found.add(unit);
            }
        }
        return found;
    }

    private static String signature(JavaCodeUnit unit) {
        return unit.getName() + unit.getRawParameterTypes().size();
    }

    private static Set<JavaAccess<?>> calls(JavaCodeUnit unit) {
        var calls = new LinkedHashSet<JavaAccess<?>>();
        calls.addAll(unit.getCallsFromSelf());
        calls.addAll(unit.getCodeUnitReferencesFromSelf());
        return calls;
    }

    private static String name(AccessTarget target) {
        return target.getOwner().getName() + "." + target.getName();
    }
}
