package parapet.view.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import parapet.view.doc.Block;
import parapet.view.doc.Maps;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.map.Lattice;
import parapet.view.map.MapDrawing;
import parapet.view.map.MapImage;
import parapet.view.map.Relief;
import parapet.view.read.Results;
import parapet.view.read.SkyMapsRows.Drawn;
import parapet.view.read.SkyMapsRows.Region;
import parapet.view.read.SkyMapsRows.SkyCell;
import parapet.view.read.SkyNumbers;
import parapet.view.words.Say;

/// Maps of the sky by height: how many sites see it, and what ends it where none does.
public final class SkyMaps {
    private static final List<Integer> HEIGHTS_M = List.of(100, 1000, 10000);
    private static final int MOST_SITES = 3;
    private static final List<String> EDGES = List.of("", "terrain", "horizon", "power", "unknown");
    private static final int[] SITES_LIGHT = {0, 0xc8a6cfe8, 0xd03b8cc4, 0xe0084081};
    private static final int[] SITES_DARK = {0, 0xc81f5f8f, 0xd04ba6dd, 0xe0c9ebff};
    private static final String UNKNOWN = "unknown";
    private static final int[] EDGE_LIGHT = {
        0, 0xd0e08a00, 0xc856b4e9, 0xd0b45a92, 0xe0808080, 0xb0ffffff
    };
    private static final int[] EDGE_DARK = {
        0, 0xd0e69f00, 0xc82f7fb4, 0xd0d590b8, 0xe0707070, 0x90a8b0b8
    };
    private static final int SEEN = 5;

    private final Results results;

    public SkyMaps(Results results) {
        this.results = results;
    }

    public List<Block> blocks() {
        List<SkyCell> cells = results.rows(SkyCell.class);
        if (cells.isEmpty()) {
            return List.of(Block.quiet("The run holds no map of the sky."));
        }
        Lattice lattice =
                Lattice.of(column(cells, SkyCell::latitude), column(cells, SkyCell::longitude));
        List<Region> places = results.rows(Region.class);
        MapDrawing drawing = new MapDrawing(lattice, marks(places));
        double[] ground = new double[lattice.size()];
        Arrays.fill(ground, Double.NaN);
        MapImage bound = new MapImage(lattice);
        int bounds = 0;
        for (SkyCell cell : cells) {
            int index = lattice.index(cell.latitude(), cell.longitude());
            ground[index] = cell.ground();
            if (cell.bound()) {
                bounds++;
                bound.put(cell.latitude(), cell.longitude(), 1);
            }
        }
        boolean everywhere = bounds >= 0.98 * cells.size();
        String hatch = bounds == 0 || everywhere ? "" : drawing.area(bound);
        String defs =
                drawing.image("relief-light", Relief.of(lattice, ground), Relief.light(), true)
                        + drawing.image(
                                "relief-dark", Relief.of(lattice, ground), Relief.dark(), true)
                        + (hatch.isEmpty()
                                ? ""
                                : "<pattern id=\"hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path class=\"hatch\" d=\"M0 0V5\"/></pattern><path id=\"bound\" fill=\"url(#hatch)\" d=\""
                                        + hatch
                                        + "\"/>");
        String caution =
                bounds == 0
                        ? ""
                        : everywhere
                                ? " The terrain data are too coarse below 1 km: there the map is that of a smooth earth: mountains hide more of it, and a mast on a mountain may see beyond it."
                                : " Hatched: the terrain data are too coarse there, so figures below 1 km are those of a smooth earth: mountains hide more, and a mast on a mountain may see beyond it.";
        List<Block> blocks = new ArrayList<>();
        blocks.add(seen(cells, lattice, drawing, defs, hatch, everywhere, caution));
        if (cells.stream()
                .anyMatch(row -> HEIGHTS_M.stream().anyMatch(h -> !row.edge(h).isEmpty()))) {
            blocks.add(edges(cells, lattice, drawing, hatch));
        }
        blocks.add(placeTable(places));
        return blocks;
    }

    private static double[] column(List<SkyCell> rows, ToDoubleFunction<SkyCell> value) {
        return rows.stream().mapToDouble(value).toArray();
    }

    private static List<MapDrawing.Place> marks(List<Region> places) {
        return places.stream()
                .map(row -> {
                    String units = row.units().replace("\n", ", ");
                    return new MapDrawing.Place(
                            name(row),
                            row.latitude(),
                            row.longitude(),
                            !units.isEmpty(),
                            row.aim(),
                            name(row) + (units.isEmpty() ? "" : ": " + units));
                })
                .toList();
    }

    private static String name(Region place) {
        String name =
                place.name().isEmpty() || place.name().equals(place.place())
                        ? Say.words(place.place())
                        : place.name();
        return name.replace(" (notional)", "");
    }

    private Block seen(
            List<SkyCell> cells,
            Lattice lattice,
            MapDrawing drawing,
            String defs,
            String hatch,
            boolean everywhere,
            String caution) {
        List<Maps.Sheet> sheets = new ArrayList<>();
        List<Table.Row> table = new ArrayList<>();
        for (int height : HEIGHTS_M) {
            MapImage image = new MapImage(lattice);
            double[] areas = new double[MOST_SITES + 1];
            for (SkyCell cell : cells) {
                double latitude = cell.latitude();
                int sites = Math.clamp(cell.sites(height), 0, MOST_SITES);
                image.put(latitude, cell.longitude(), sites);
                areas[sites] += lattice.areaKm2(lattice.row(latitude)) / 1000;
            }
            double all = Arrays.stream(areas).sum();
            double covered = (all - areas[0]) / all;
            sheets.add(
                    new Maps.Sheet(
                            "%s above the ground: %s seen%s"
                                    .formatted(
                                            SkyNumbers.height(height),
                                            Say.percent(covered),
                                            everywhere && height < 1000
                                                    ? " over a smooth earth"
                                                    : ""),
                            drawing.svg(
                                    "Map of the sky %s above the ground: %s of the mapped area is seen by one site or more, %s by two or more. The numbers are in the table below"
                                            .formatted(
                                                    SkyNumbers.height(height),
                                                    Say.percent(covered),
                                                    Say.percent((areas[2] + areas[3]) / all)),
                                    under(
                                            drawing,
                                            "seen-" + height,
                                            image,
                                            SITES_LIGHT,
                                            SITES_DARK,
                                            height < 1000 && !hatch.isEmpty()))));
            List<Cell> row = new ArrayList<>();
            row.add(Cell.of(SkyNumbers.height(height)));
            for (double area : areas) {
                row.add(Cell.of(Say.number(area), Say.percent(area / all)));
            }
            table.add(Table.Row.of(row.toArray(Cell[]::new)));
        }
        String title = "What the units of the reference plan would see if all were ready";
        return new Block.Atlas(
                new Maps(
                        "sky-seen",
                        title,
                        Text.of(
                                "Number of sites that see a target of the class the scenario counts, at that height above the ground, with typical inputs. Grey relief: the ground as the model knows it; one tone: the sea. Triangles: regions where units stand; rings: regions at which a raid is aimed; dots: other regions; all at notional points. Equirectangular, true to scale at the middle latitude. No borders are drawn: the model knows none."
                                        + uncertain()
                                        + caution),
                        List.of(
                                swatch(0, 0, "no site"),
                                swatch(SITES_LIGHT[1], SITES_DARK[1], "1 site"),
                                swatch(SITES_LIGHT[2], SITES_DARK[2], "2 sites"),
                                swatch(SITES_LIGHT[3], SITES_DARK[3], "3 sites or more")),
                        defs,
                        sheets,
                        new Table(
                                "sky-seen-table",
                                title + ": area by number of sites, thousand km²",
                                List.of(
                                        Column.words("Height above the ground"),
                                        Column.number("no site"),
                                        Column.number("1 site"),
                                        Column.number("2 sites"),
                                        Column.number("3 or more")),
                                table)));
    }

    private Block edges(List<SkyCell> cells, Lattice lattice, MapDrawing drawing, String hatch) {
        List<Maps.Sheet> sheets = new ArrayList<>();
        List<Table.Row> table = new ArrayList<>();
        List<String> edges = edges(cells);
        for (int height : HEIGHTS_M) {
            MapImage image = new MapImage(lattice);
            Map<String, Double> areas = new LinkedHashMap<>();
            edges.forEach(edge -> areas.put(edge, 0.0));
            for (SkyCell cell : cells) {
                double latitude = cell.latitude();
                String edge = cell.edge(height);
                int of = cell.sites(height) > 0 ? SEEN : Math.max(0, EDGES.indexOf(edge));
                image.put(latitude, cell.longitude(), of);
                if (of > 0 && of < SEEN) {
                    areas.merge(edge, lattice.areaKm2(lattice.row(latitude)) / 1000, Double::sum);
                }
            }
            double all = areas.values().stream().mapToDouble(Double::doubleValue).sum();
            String most =
                    areas.entrySet().stream()
                            .max(Map.Entry.comparingByValue())
                            .map(e ->
                                    e.getValue() > 0
                                            ? "%s, %s of it"
                                                    .formatted(
                                                            e.getKey(),
                                                            Say.percent(e.getValue() / all))
                                            : "nothing")
                            .orElse("nothing");
            sheets.add(
                    new Maps.Sheet(
                            "%s: mostly %s".formatted(SkyNumbers.height(height), most),
                            drawing.svg(
                                    "Map of what ends the view %s above the ground: mostly %s. The numbers are in the table below"
                                            .formatted(SkyNumbers.height(height), most),
                                    under(
                                            drawing,
                                            "edge-" + height,
                                            image,
                                            EDGE_LIGHT,
                                            EDGE_DARK,
                                            height < 1000 && !hatch.isEmpty()))));
            List<Cell> row = new ArrayList<>();
            row.add(Cell.of(SkyNumbers.height(height)));
            areas.values()
                    .forEach(area ->
                            row.add(
                                    Cell.of(
                                            Say.number(area),
                                            all > 0 ? Say.percent(area / all) : "")));
            table.add(Table.Row.of(row.toArray(Cell[]::new)));
        }
        String title = "Why the edge is where it is";
        return new Block.Atlas(
                new Maps(
                        "sky-edge",
                        title,
                        Text.of(
                                "Where no site sees the target, what keeps the best placed one from it: terrain (a ridge stands in the way), horizon (the earth bends away below it), power (it would be in view, but its echo is too weak or beyond the range that the radar reports)"
                                        + (edges.contains(UNKNOWN)
                                                ? ", unknown (the files of terrain have no data there or on the way)"
                                                : "")
                                        + ". More sites help against terrain and horizon, a stronger radar only against power."),
                        swatches(edges),
                        "",
                        sheets,
                        new Table(
                                "sky-edge-table",
                                title + ": area that is not seen, thousand km²",
                                columns(edges),
                                table)));
    }

    /// What can end the view here: unknown ground only where there is some.
    private static List<String> edges(List<SkyCell> cells) {
        boolean unknown =
                cells.stream()
                        .anyMatch(c -> HEIGHTS_M.stream().anyMatch(h -> c.edge(h).equals(UNKNOWN)));
        return EDGES.subList(1, EDGES.size() - (unknown ? 0 : 1));
    }

    private static List<Maps.Swatch> swatches(List<String> edges) {
        var swatches = new ArrayList<Maps.Swatch>();
        swatches.add(swatch(EDGE_LIGHT[SEEN], EDGE_DARK[SEEN], "seen"));
        for (String edge : edges) {
            int i = EDGES.indexOf(edge);
            swatches.add(swatch(EDGE_LIGHT[i], EDGE_DARK[i], edge));
        }
        swatches.add(swatch(0, 0, "out of question"));
        return swatches;
    }

    private static List<Column> columns(List<String> edges) {
        var columns = new ArrayList<Column>();
        columns.add(Column.words("Height above the ground"));
        edges.forEach(edge -> columns.add(Column.number(edge)));
        return columns;
    }

    private static String under(
            MapDrawing drawing,
            String id,
            MapImage image,
            int[] light,
            int[] dark,
            boolean hatched) {
        return "<g class=\"on-light\"><use href=\"#relief-light\"/>"
                + drawing.image(id + "-light", image, light, false)
                + "</g><g class=\"on-dark\"><use href=\"#relief-dark\"/>"
                + drawing.image(id + "-dark", image, dark, false)
                + "</g>"
                + (hatched ? "<use href=\"#bound\"/>" : "");
    }

    private static Maps.Swatch swatch(int light, int dark, String label) {
        return new Maps.Swatch(css(light), css(dark), label);
    }

    private static String css(int argb) {
        return "#%06x%02x".formatted(argb & 0xffffff, argb >>> 24);
    }

    private static Block placeTable(List<Region> places) {
        List<Table.Row> rows =
                places.stream()
                        .map(row ->
                                Table.Row.of(
                                        Cell.of(name(row)),
                                        Cell.of(
                                                row.units().isEmpty()
                                                        ? "–"
                                                        : row.units().replace("\n", ", ")),
                                        Cell.of(row.aim() ? "yes" : "no")))
                        .toList();
        return new Block.Fold(
                "The regions and who stands there",
                List.of(
                        new Block.Grid(
                                new Table(
                                        "place-table",
                                        "The regions and who stands there",
                                        List.of(
                                                Column.words("Region"),
                                                Column.words("Units and groups"),
                                                Column.words("A raid is aimed at it")),
                                        rows),
                                false)));
    }

    private String uncertain() {
        return results.rows(Drawn.class).isEmpty()
                ? ""
                : " Where it is not known where a unit stands, the map has the first draw's station.";
    }
}
