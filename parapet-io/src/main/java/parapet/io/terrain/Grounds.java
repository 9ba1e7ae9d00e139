package parapet.io.terrain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parapet.evidence.Quantity;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Sky;
import parapet.terrain.Terrain;

/// The grounds of one scenario: each list of files of terrain, of the scenario or of a plan, read
/// once.
public final class Grounds {
    private final Path folder;
    private final Map<List<String>, Terrain> terrains = new HashMap<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    /// @param folder folder of the scenario, or its `scenario.yaml`
    public Grounds(Path folder) {
        Path parent = folder.toAbsolutePath().getParent();
        this.folder = Files.isRegularFile(folder) && parent != null ? parent : folder;
    }

    /// The ground below a sky: its own elevation files, elsewhere the terrain that comes with the
    /// product.
    ///
    /// @throws parapet.io.results.RunException if a file cannot be read or is of another form
    public synchronized Terrain under(Sky sky) {
        if (sky.terrain().isEmpty()) {
            return Terrains.byDefault();
        }
        Terrain terrain =
                terrains.computeIfAbsent(
                        sky.terrain(),
                        names -> {
                            List<Sheet> sheets = Terrains.sheets(folder, names);
                            sheets.forEach(sheet -> warnings.addAll(sheet.warnings()));
                            return Terrains.mosaic(sheets);
                        });
        sky.places().forEach((name, place) -> judge(name, place, terrain));
        return terrain;
    }

    private void judge(String name, Sky.Place place, Terrain terrain) {
        if (terrain.isUnknown(stated(place.latitude()), stated(place.longitude()))) {
            warnings.add(
                    "place \"%s\" stands on unknown ground: nothing is known of what it sees; name a file of terrain that has heights there"
                            .formatted(name));
        }
    }

    /// Reads the files of some plans, so that what is wrong with them is known.
    ///
    /// @throws parapet.io.results.RunException if a file cannot be read or is of another form
    public void open(Collection<PlannedScenario> plans) {
        for (PlannedScenario plan : plans) {
            Sky sky = plan.scenario().sky();
            if (sky != null) {
                under(sky);
            }
        }
    }

    /// The files of some plans.
    public List<Path> files(Collection<PlannedScenario> plans) {
        var files = new LinkedHashSet<Path>();
        for (PlannedScenario plan : plans) {
            Sky sky = plan.scenario().sky();
            if (sky != null) {
                files.addAll(Terrains.files(folder, sky.terrain()));
            }
        }
        return List.copyOf(files);
    }

    /// What is wrong with the files read so far, though they can be used: one sentence each.
    public synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    /// A place is a stated point, rad.
    private static double stated(Quantity quantity) {
        return quantity.basis() instanceof Quantity.Stated(var span) ? span.typical() : 0;
    }
}
