package vn.dancu.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code form}: the paper forms. */
@Command(
        name = "form",
        mixinStandardHelpOptions = true,
        description = "Phiếu giấy. / Paper forms.",
        subcommands = {FormPrintCommand.class})
final class FormCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine commands = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        throw new CommandLine.ParameterException(commands, "Thiếu lệnh con / a subcommand is missing: print");
    }
}
