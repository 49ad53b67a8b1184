package vn.dancu.bench.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.dancu.shared.Role;

/**
 * One officer's place.
 *
 * @param commune a commune of her area; empty where the area is everywhere or nowhere
 * @param group a residential group of it; empty when she sees the whole commune
 */
record Seat(String login, Role role, String commune, String group) {
    static void write(List<Seat> seats, Path file) throws IOException {
        Files.write(
                file,
                seats.stream()
                        .map(seat -> String.join("\t", seat.login(), seat.role().name(), seat.commune(), seat.group()))
                        .toList());
    }

    static List<Seat> read(Path file) throws IOException {
        List<Seat> seats = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split("\t", -1);
            seats.add(new Seat(cells[0], Role.valueOf(cells[1]), cells[2], cells[3]));
        }
        return seats;
    }
}
