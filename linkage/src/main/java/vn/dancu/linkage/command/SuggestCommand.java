package vn.dancu.linkage.command;

import vn.dancu.linkage.LinkageException;

/** {@code --suggest}: a first model from the data. */
final class SuggestCommand {

    private SuggestCommand() {}

    /** @param most files: two to link, one to dedupe */
    static void run(Run run, Arguments arguments, int most) {
        if (arguments.all("--suggest").size() != most) {
            throw new UsageException("--suggest cần / needs " + most + " tệp / files");
        }
        throw new LinkageException("--suggest chưa có trong bản này.", "--suggest is not in this build.");
    }
}
