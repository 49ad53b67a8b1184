package vn.dancu.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.intake.Notes;

/** {@code /api/desk/notes}: keeps a long note while it is written; {@code static/js/keep.js} asks. */
@RestController
class NotesApi {
    private final Notes notes;
    private final Say say;

    NotesApi(Notes notes, Say say) {
        this.notes = notes;
        this.say = say;
    }

    /** @param at when, as the screen shows it */
    public record Kept(String key, String text, String at) {}

    public record Answer(String result) {}

    @GetMapping("/api/desk/notes")
    List<Kept> kept(@RequestParam(name = "key") List<String> keys, Viewer viewer) {
        return notes.find(keys, viewer.actor()).stream()
                .map(note -> new Kept(note.key(), note.text(), say.time(note.keptAt())))
                .toList();
    }

    @PostMapping("/api/desk/notes")
    ResponseEntity<Answer> keep(@RequestParam String key, @RequestParam String text, Viewer viewer) {
        Notes.Result result = notes.keep(key, text, viewer.actor());
        HttpStatus status = switch (result) {
            case KEPT, EMPTY -> HttpStatus.OK;
            case TOO_LONG, KEY_MALFORMED -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return ResponseEntity.status(status).body(new Answer(result.name()));
    }
}
