package parapet.io.terrain;

import java.nio.file.Path;
import java.util.List;
import parapet.terrain.GridTerrain;

/// One file of terrain as read, with what is wrong in it though it can be used.
///
/// @param file the file
/// @param grid its heights
/// @param warnings what was found, each a sentence that names the file
record Sheet(Path file, GridTerrain grid, List<String> warnings) {
    private static final int NONE = Short.MIN_VALUE;

    public Sheet {
        warnings = List.copyOf(warnings);
    }

    /// A sheet of heights as a file gives them, judged and mended by the rules of [Relief].
    static Sheet of(Path file, GridTerrain.Layout layout, float[] heightsM) {
        var relief = new Relief(layout, heightsM);
        List<String> found = relief.judge();
        return new Sheet(
                file,
                grid(layout, heightsM),
                found.stream().map(w -> "%s: %s".formatted(file, w)).toList());
    }

    /// Whole metres take half the memory.
    static GridTerrain grid(GridTerrain.Layout layout, float[] heightsM) {
        for (float z : heightsM) {
            if (z != (int) z && !Float.isNaN(z)) {
                return GridTerrain.ofMetres(layout, heightsM);
            }
        }
        short[] whole = new short[heightsM.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = Float.isNaN(heightsM[i]) ? NONE : (short) heightsM[i];
        }
        return GridTerrain.ofWholeMetres(layout, whole, NONE);
    }
}
