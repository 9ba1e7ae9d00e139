package parapet.view.map;

/// A map as a picture of classes: one pixel for each cell of a grid, placed by latitude and
/// longitude (equirectangular, true to scale at the middle latitude).
///
/// Drawn by [MapDrawing], which adds words and lines; this class only knows cells and colours.
public final class MapImage {
    private final Lattice lattice;
    private final byte[] classes;

    /// A picture without any cell: all of class 0.
    public MapImage(Lattice lattice) {
        this.lattice = lattice;
        this.classes = new byte[lattice.size()];
    }

    public Lattice lattice() {
        return lattice;
    }

    /// Gives the cell that holds a place its class; a place outside is left out.
    ///
    /// @param of class, 0 to 255
    public void put(double latitudeDeg, double longitudeDeg, int of) {
        int index = lattice.index(latitudeDeg, longitudeDeg);
        if (index >= 0) {
            classes[index] = (byte) of;
        }
    }

    /// Class of a pixel.
    public int at(int row, int column) {
        return classes[row * lattice.columns() + column] & 0xff;
    }

    /// Class of the cell that holds a place, −1 outside.
    public int at(double latitudeDeg, double longitudeDeg) {
        int index = lattice.index(latitudeDeg, longitudeDeg);
        return index < 0 ? -1 : classes[index] & 0xff;
    }

    /// The picture.
    ///
    /// @param argb colours of the classes, as 0xAARRGGBB
    public byte[] png(int[] argb) {
        return Png.indexed(lattice.columns(), lattice.rows(), classes, argb);
    }
}
