/**
 * The commands {@code ./dancu link} and {@code ./dancu dedupe}: arguments and CSV files in, CSV files and figures out. Plain
 * Java that starts fast. Entry point: {@link vn.dancu.linkage.command.Main}.
 */
@NullMarked
package vn.dancu.linkage.command;

import org.jspecify.annotations.NullMarked;
