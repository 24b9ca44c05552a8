package io.github.passage4j.server.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Rows in columns of even width. */
final class Table {

    private static final String GAP = "  ";

    private Table() {}

    /**
     * Lays out rows.
     *
     * @param columns members of each row, which are the headings too
     */
    static String of(List<String> columns, Iterable<JsonNode> rows) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(columns.stream()
                .map(column -> column.replace('_', ' ').toUpperCase(Locale.ROOT))
                .toList());
        rows.forEach(row ->
                cells.add(columns.stream().map(column -> text(row.path(column))).toList()));
        StringBuilder table = new StringBuilder();
        for (List<String> row : cells) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns.size(); column++) {
                line.append(row.get(column))
                        .append(" "
                                .repeat(width(cells, column) - row.get(column).length()))
                        .append(GAP);
            }
            table.append(line.toString().stripTrailing()).append(System.lineSeparator());
        }
        return table.toString();
    }

    private static int width(List<List<String>> cells, int column) {
        return cells.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }
}
