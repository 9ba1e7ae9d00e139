package parapet.io.text;

/// A stretch of a file. Lines and columns count from 1, columns in characters as seen (code
/// points); the end is the column after the last. Line 0 stands for the file as a whole.
///
/// @param file the file
/// @param line first line
/// @param column first column
/// @param endLine last line
/// @param endColumn column after the end, on the last line
public record Place(TextFile file, int line, int column, int endLine, int endColumn) {
    /// A file as a whole.
    public static Place whole(String name) {
        return new Place(TextFile.of(name, ""), 0, 0, 0, 0);
    }

    /// From the start of this place to the end of `other`.
    public Place to(Place other) {
        return new Place(file, line, column, other.endLine, other.endColumn);
    }

    /// `claims.csv:17` style, without the column.
    public String lineText() {
        return file.name() + ":" + line;
    }
}
