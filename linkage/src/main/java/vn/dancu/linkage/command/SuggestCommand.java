package vn.dancu.linkage.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.dancu.linkage.csv.CsvFile;
import vn.dancu.linkage.model.ModelFile;
import vn.dancu.linkage.model.Suggestion;

/** {@code --suggest}: a first model from the data, to be read and corrected by whoever knows them. */
final class SuggestCommand {

    private SuggestCommand() {}

    /** @param needed files: two to link, one to dedupe */
    static void run(Run run, Arguments arguments, int needed) {
        List<Path> inputs = new ArrayList<>();
        for (String name : arguments.all("--suggest")) {
            inputs.add(Arguments.path(name));
        }
        if (inputs.size() != needed) {
            throw new UsageException("--suggest cần / needs " + needed + " tệp / files");
        }
        Suggestion.Suggested suggested =
                Suggestion.suggest(CsvFile.open(inputs.get(0)), needed == 2 ? CsvFile.open(inputs.get(1)) : null);
        String yaml = ModelFile.write(suggested.model());
        for (String note : suggested.notes()) {
            run.console.say(note);
        }
        Path out = arguments.path("--out", null);
        if (out == null) {
            run.console.print(yaml.stripTrailing());
        } else {
            Reports.text(run, out, inputs, yaml);
            run.outputs.commit();
            run.console.say("đã ghi / written: " + out);
        }
    }
}
